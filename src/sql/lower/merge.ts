import type { CmdType, MergeStmt, MergeWhenClause } from '@pgsql/types';
import type { RelationName } from '../../postgres/name';
import type { QueryWrite } from '../../postgres/query';
import { expression, expressions, optionalExpression } from './expression';
import { fromItem } from './from-item';
import { overriding, targetColumns } from './insert';
import type { Lowering } from './lowering';
import { relationName } from './names';
import { conjuncts, ownCondition } from './own-conditions';
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
  const clauses = (node.mergeWhenClauses ?? []).flatMap((each) =>
    'MergeWhenClause' in each ? [each.MergeWhenClause] : [],
  );
  const on = conjuncts(optionalExpression(node.joinCondition, lowering));
  const keepsSource = clauses.some(({ matchKind }) => matchKind === 'MERGE_WHEN_NOT_MATCHED_BY_TARGET');
  const keepsTarget = clauses.some(({ matchKind }) => matchKind === 'MERGE_WHEN_NOT_MATCHED_BY_SOURCE');
  if (node.sourceRelation !== undefined)
    fromItem(node.sourceRelation, lowering, { unbounded: top, conditions: keepsSource ? [] : on });
  const relation = relationName(node.relation);
  const only = node.relation?.inh !== true;
  const alias = node.relation?.alias?.aliasname ?? relation.name;
  lowering.query?.addWrite({
    relation,
    command: 'merge',
    only,
    columns: [...new Set(clauses.flatMap((clause) => targetColumns(clause.targetList)))],
    where: null,
    ...(keepsTarget ? {} : ownCondition(on, alias, false)),
    valueRows: null,
    values: [],
    onConflict: 'none',
    actions: clauses.flatMap((clause) => readAction(clause, relation, only, lowering)),
  });
  return { columns: returning(node.returningClause, lowering), limited: false };
}

function readAction(
  clause: MergeWhenClause,
  relation: RelationName,
  only: boolean,
  lowering: Lowering,
): readonly QueryWrite[] {
  if (clause.matchKind === 'MERGE_WHEN_NOT_MATCHED_BY_SOURCE')
    lowering.needs.since(17, 'WHEN NOT MATCHED BY SOURCE');
  if (clause.condition !== undefined) expression(clause.condition, lowering);
  const assigned = assignedValues(clause.targetList, lowering);
  const given = expressions(clause.values, lowering);
  const command = COMMANDS[clause.commandType ?? 'CMD_NOTHING'];
  if (command === undefined) return [];
  const row = command === 'insert' ? given : assigned;
  return [
    {
      relation,
      command,
      only,
      columns: targetColumns(clause.targetList),
      where: null,
      valueRows: null,
      values: row.length === 0 ? [] : [row],
      onConflict: 'none',
      ...overriding(clause.override),
    },
  ];
}

const COMMANDS: Readonly<Partial<Record<CmdType, 'insert' | 'update' | 'delete'>>> = {
  CMD_INSERT: 'insert',
  CMD_UPDATE: 'update',
  CMD_DELETE: 'delete',
};
