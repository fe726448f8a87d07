import { adoptedKey, adopts } from '../catalog/adopted-key';
import type { KeyShape } from '../catalog/adopted-key';
import { childrenOf, heirs, primaryKeyOf } from '../catalog/find';
import type { Relation, RelationId, Table } from '../catalog/relation';
import { tableOf } from '../catalog/resolve';
import { partitionsOf } from './family';
import { constraintNamedBy } from './named-constraint';
import type { Situation } from './situation';
import { targetTable } from './target';

/**
 * The referenced relations that lose triggers where a key is adopted, as those of the parent's key serve: 12 leaves them to
 * partitioned tables, 13 and 14 have some on the partitions with rows alone.
 */
export function losingTriggers({ session }: Situation, id: RelationId): readonly Relation[] {
  const { catalog, major } = session;
  const table = catalog.relations.get(id);
  if (table === undefined) return [];
  if (table.kind !== 'partitioned table') return [table];
  if (major < 13) return [];
  return [table, ...partitionsOf(catalog, table)].filter(({ kind }) => kind === 'table' || major >= 15);
}

/** The key that ADD FOREIGN KEY makes. */
export function newKey({ operation, session }: Situation): KeyShape | null {
  if (operation.kind !== 'add-foreign-key') return null;
  const { constraint } = operation;
  const referenced = tableOf(session, constraint.referenced);
  if (referenced === undefined) return null;
  const named = constraint.referencedColumns;
  const referencedColumns = named.length > 0 ? named : (primaryKeyOf(referenced)?.columns ?? []);
  return { ...constraint, referenced: referenced.id, referencedColumns };
}

/** The partitions that have the key of ADD FOREIGN KEY already, none of them below another. */
export function adopting(situation: Situation): readonly Table[] {
  const key = newKey(situation);
  const table = targetTable(situation);
  if (key === null || table?.kind !== 'partitioned table') return [];
  const { catalog, major } = situation.session;
  const below = ({ id }: Table): readonly Table[] =>
    childrenOf(catalog, id).flatMap((child) => (isAdopted(child) ? [child] : below(child)));
  const isAdopted = (part: Table): boolean => adoptedKey(part, key, major) !== undefined;
  return below(table);
}

/** Those of some relations that ADD FOREIGN KEY does not come to: up to 17 what is below a partition that has the key. */
export function notReached(situation: Situation): ReadonlySet<RelationId> {
  const { catalog, major } = situation.session;
  if (major >= 18) return new Set();
  return new Set(adopting(situation).flatMap(({ id }) => heirs(catalog, id).map((each) => each.id)));
}

/** The relations whose rows need no check, as a valid key of theirs is adopted, or was before VALIDATE. */
export function checkedBefore(situation: Situation): ReadonlySet<RelationId> {
  const { catalog } = situation.session;
  if (situation.operation.kind === 'validate-constraint') return validAlready(situation);
  const key = newKey(situation);
  const valid = adopting(situation).filter(
    (table) => key !== null && adoptedKey(table, key, 18)?.valid === true,
  );
  return new Set(valid.flatMap((table) => [table, ...heirs(catalog, table.id)].map(({ id }) => id)));
}

function validAlready(situation: Situation): ReadonlySet<RelationId> {
  const { catalog } = situation.session;
  const table = targetTable(situation);
  const named = constraintNamedBy(situation);
  if (table === undefined || named?.kind !== 'foreign-key') return new Set();
  const valid = partitionsOf(catalog, table).filter(({ constraints }) =>
    constraints.some(
      (own) => own.kind === 'foreign-key' && own.inherited && own.valid && adopts(named, own, 18),
    ),
  );
  return new Set(valid.flatMap(({ id }) => [id, ...heirs(catalog, id).map((each) => each.id)]));
}
