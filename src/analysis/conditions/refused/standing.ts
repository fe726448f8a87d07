import type { OperationOf } from '../../../postgres/operation';
import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import { otherObject, otherObjectKey, WRAPPERS } from '../../catalog/other-objects';
import { isCollationUsed } from '../../roles/collation';
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
          Object.entries(WRAPPERS).some(
            ([extension, wrapper]) =>
              wrapper === name && session.catalog.extensions.get(extension)?.certain === true,
          )),
    ),
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

/** The languages of each database, that of the extension among them. */
const LANGUAGES: ReadonlySet<string> = new Set(['internal', 'c', 'sql', 'plpgsql']);

/** Whether something certainly stands on what DROP without CASCADE names: on a server, wrapper or collation. */
export function standsOnObject({ catalog }: Session, { objectType, names }: DropObject): boolean {
  if (objectType === 'foreign data wrapper')
    return [...catalog.servers.entries()].some(([, wrapper]) => names.some(({ name }) => name === wrapper));
  if (objectType === 'collation') return isCollationUsed(catalog, names);
  if (objectType !== 'server') return false;
  const mappings = names.map(({ name }) => otherObjectKey('user mapping', name, ''));
  if (certainOnes(catalog).some((key) => mappings.some((each) => key.startsWith(each)))) return true;
  return [...catalog.relations.values()].some(
    (relation) =>
      relation.origin.certain &&
      relation.kind === 'foreign table' &&
      names.some(({ name }) => name === relation.server),
  );
}

/** Whether a server has the wrapper of an extension. */
export function hasServersOf({ catalog }: Session, extension: string): boolean {
  const wrapper = WRAPPERS[extension];
  return [...catalog.servers.entries()].some(
    ([server, own]) =>
      own !== null &&
      own === wrapper &&
      otherObject(catalog, 'server', { schema: null, name: server })?.certain === true,
  );
}

function certainOnes({ otherObjects }: Session['catalog']): readonly string[] {
  return otherObjects.entries().flatMap(([key, { certain }]) => (certain ? [key] : []));
}
