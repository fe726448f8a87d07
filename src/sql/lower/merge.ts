import type { MergeStmt, MergeWhenClause } from '@pgsql/types';
import { expression, expressions } from './expression';
import { fromItem } from './from-item';
import { targetColumns } from './insert';
import type { Lowering } from './lowering';
import { relationName } from './names';
import type { Outcome } from './query';
import { returning } from './returning';
import { assignedValues } from './update';
import { withClause } from './with-clause';

/** Reads a MERGE. `columns` are the targets of all its actions. */
export function mergeInto(node: MergeStmt, outside: Lowering, top: boolean): Outcome {
  const lowering = withClause(node.withClause, outside);
  const { needs } = lowering;
  needs.since(15, 'MERGE');
  if (node.returningClause !== undefined) needs.since(17, 'MERGE … RETURNING');
  if (node.sourceRelation !== undefined) fromItem(node.sourceRelation, lowering, top, []);
  if (node.joinCondition !== undefined) expression(node.joinCondition, lowering);
  const clauses = (node.mergeWhenClauses ?? []).flatMap((each) =>
    'MergeWhenClause' in each ? [each.MergeWhenClause] : [],
  );
  for (const clause of clauses) readAction(clause, lowering);
  lowering.query?.addWrite({
    relation: relationName(node.relation),
    command: 'merge',
    only: node.relation?.inh !== true,
    columns: [...new Set(clauses.flatMap((clause) => targetColumns(clause.targetList)))],
    where: null,
    valueRows: null,
    values: [],
    onConflict: 'none',
  });
  return { columns: returning(node.returningClause, lowering), limited: false };
}

function readAction(clause: MergeWhenClause, lowering: Lowering): void {
  if (clause.matchKind === 'MERGE_WHEN_NOT_MATCHED_BY_SOURCE')
    lowering.needs.since(17, 'WHEN NOT MATCHED BY SOURCE');
  if (clause.condition !== undefined) expression(clause.condition, lowering);
  assignedValues(clause.targetList, lowering);
  expressions(clause.values, lowering);
}
