import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import type { IndexKey } from '../../../postgres/definition';
import { columnOf, isIndex, relationNamed } from '../../catalog/find';
import type { Index, Relation, Table } from '../../catalog/relation';
import type { Situation } from '../../roles/situation';
import { targetTable } from '../../roles/target';
import type { RefusalJudge } from './names';
import { setsNotNull } from './statement';

/** Why an index cannot be that of a constraint, or the identity of a replica. Source: parse_utilcmd.c, transformIndexConstraint. */
export const USED_INDEX_REFUSALS = {
  'used-index-is-none': (situation) => {
    const used = indexNamed(situation);
    return used !== undefined && used.origin.source !== 'assumed' && !isIndex(used);
  },
  'index-not-free': (situation) => {
    const index = usedIndex(situation);
    if (index === undefined || !takesIndex(situation)) return false;
    return index.constraint !== null || index.table !== targetTable(situation)?.id || !index.valid;
  },
  'index-not-fit-for-constraint': indexNotFit,
  'index-of-same-nulls': (situation) =>
    situation.operation.kind === 'add-primary-key' && usedIndex(situation)?.nullsNotDistinct === true,
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

function takesIndex({ operation }: Situation): boolean {
  return operation.kind === 'add-primary-key' || operation.kind === 'add-unique';
}

/** What USING INDEX names, in the schema of the table. */
function indexNamed(situation: Situation): Relation | undefined {
  const { operation, session } = situation;
  const table = targetTable(situation);
  const name =
    operation.kind === 'replica-identity'
      ? operation.index
      : operation.kind === 'add-primary-key' || operation.kind === 'add-unique'
        ? operation.constraint.usingIndex
        : null;
  return name === null || table === undefined
    ? undefined
    : relationNamed(session.catalog, { schema: table.schema, name });
}

function usedIndex(situation: Situation): Index | undefined {
  const index = indexNamed(situation);
  return index !== undefined && isIndex(index) && index.complete ? index : undefined;
}

function indexNotFit(situation: Situation): boolean {
  const { operation } = situation;
  const table = targetTable(situation);
  const index = usedIndex(situation);
  if (index === undefined || table === undefined) return false;
  if (!index.unique || index.predicate !== null || index.keys.some(({ expression }) => expression !== null))
    return true;
  if (operation.kind !== 'replica-identity')
    return index.keys.some((key) => sortsOtherwise(situation, table, key));
  return index.keys.some(
    ({ column }) =>
      column !== null && columnOf(table, column)?.notNull === false && !setsNotNull(situation, column),
  );
}

/** A constraint has the order, operators and from 13 on the collation of the column's own. */
function sortsOtherwise({ session }: Situation, table: Table, key: IndexKey): boolean {
  const { column, descending, nullsFirst, operatorClass, collation } = key;
  if (descending || nullsFirst === true || operatorClass?.name.endsWith('_pattern_ops') === true) return true;
  const own = column === null ? undefined : columnOf(table, column);
  if (session.major < 13 || collation === null || own?.addedBy.certain !== true) return false;
  return collation.name !== (own.collation?.name ?? 'default');
}
