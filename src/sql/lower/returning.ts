import type { ReturningClause } from '@pgsql/types';
import { everyPart } from '../../postgres/expression';
import type { QueryColumn } from '../../postgres/query';
import type { Lowering } from './lowering';
import { resultColumns } from './result-columns';

/** The columns of RETURNING. `old` and `new` came with 18; in a trigger or a rule they are the trigger's or the rule's. */
export function returning(
  clause: ReturningClause | undefined,
  lowering: Lowering,
): readonly (QueryColumn | null)[] {
  if (clause === undefined) return [];
  const columns = resultColumns(clause.exprs, lowering);
  const plain = lowering.bodies === 0 && !/^create/i.test(lowering.text);
  if (clause.options !== undefined || (plain && columns.some(namesOldOrNew)))
    lowering.needs.since(18, 'RETURNING of old and new');
  return columns;
}

function namesOldOrNew(column: QueryColumn | null): boolean {
  if (column === null) return false;
  return everyPart(column.expression).some(
    (part) => part.kind === 'column' && (part.relation === 'old' || part.relation === 'new'),
  );
}
