import type { OperationOf } from '../../../postgres/operation';
import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import type { ObjectName } from '../../../postgres/name';
import { isIndex, isTable } from '../../catalog/find';
import type { Relation } from '../../catalog/relation';
import type { Session } from '../../session';
import type { RefusalJudge } from './names';

type DropObject = OperationOf<'drop-object'>;

/** Objects that the server does not part with, whatever is written. */
export const STANDING_REFUSALS = {
  'needed-by-server': ({ operation, session }) =>
    operation.kind === 'drop-object' &&
    operation.names.some(
      ({ name }) =>
        (operation.objectType === 'language' && LANGUAGES.has(name)) ||
        (operation.objectType === 'foreign data wrapper' &&
          WRAPPERS.has(name) &&
          session.catalog.extensions.get(name)?.certain === true),
    ),
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

/** The languages of each database, that of the extension among them. */
const LANGUAGES: ReadonlySet<string> = new Set(['internal', 'c', 'sql', 'plpgsql']);

/** Those that extensions of the same name bring. */
const WRAPPERS: ReadonlySet<string> = new Set(['file_fdw', 'postgres_fdw']);

/** Whether something certainly stands on what DROP without CASCADE names: on a server, wrapper or collation. */
export function standsOnObject({ catalog }: Session, { objectType, names }: DropObject): boolean {
  if (objectType === 'foreign data wrapper')
    return [...catalog.servers.entries()].some(([, wrapper]) => names.some(({ name }) => name === wrapper));
  if (objectType !== 'server' && objectType !== 'collation') return false;
  return [...catalog.relations.values()].some(
    (relation) =>
      relation.origin.certain &&
      (objectType === 'server'
        ? relation.kind === 'foreign table' && names.some(({ name }) => name === relation.server)
        : collationsOf(relation).some((used) => names.some((name) => isSame(used, name)))),
  );
}

function collationsOf(relation: Relation): readonly ObjectName[] {
  if (isIndex(relation)) return relation.keys.flatMap(({ collation }) => collation ?? []);
  if (!isTable(relation)) return [];
  return relation.columns.flatMap(({ collation, addedBy }) => (addedBy.certain ? (collation ?? []) : []));
}

/** A name without a schema is one of `public` here: another would be found by a search_path that nobody knows of the other. */
function isSame(a: ObjectName, b: ObjectName): boolean {
  return a.name === b.name && (a.schema ?? 'public') === (b.schema ?? 'public');
}
