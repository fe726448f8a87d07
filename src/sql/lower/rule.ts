import type { RuleStmt } from '@pgsql/types';
import type { Operation } from '../../postgres/operation';
import { optionalExpression } from './expression';
import { collect } from '../walk';
import type { Lowering } from './lowering';
import { relationName, strings } from './names';
import { gather, queryStatement } from './query';

const EVENTS: Readonly<Record<NonNullable<RuleStmt['event']>, string>> = {
  CMD_UNKNOWN: '',
  CMD_SELECT: 'select',
  CMD_UPDATE: 'update',
  CMD_INSERT: 'insert',
  CMD_DELETE: 'delete',
  CMD_MERGE: 'merge',
  CMD_UTILITY: 'utility',
  CMD_NOTHING: 'nothing',
};

/** CREATE RULE. `query` is all of its actions together. */
export function createRule(node: RuleStmt, lowering: Lowering): readonly Operation[] {
  const query = gather(lowering, (inside) => {
    optionalExpression(node.whereClause, inside);
    for (const action of node.actions ?? []) queryStatement(action, inside, true, []);
    return { columns: [], limited: false };
  });
  return [
    {
      kind: 'create-rule',
      rule: node.rulename ?? '',
      table: relationName(node.relation),
      replace: node.replace === true,
      event: EVENTS[node.event ?? 'CMD_UNKNOWN'],
      instead: node.instead === true,
      conditional: node.whereClause !== undefined,
      readsOld: speaksOfOld(node),
      rowColumns: rowColumns(node),
      query,
    },
  ];
}

/** NEW of an UPDATE stands for the values of the row of before where SET gives no other. */
function speaksOfOld(node: RuleStmt): boolean {
  const names = EVENTS[node.event ?? 'CMD_UNKNOWN'] === 'insert' ? ['old'] : ['old', 'new'];
  return collect({ RuleStmt: node }, 'ColumnRef').some(({ fields }) =>
    names.includes(strings(fields)[0] ?? ''),
  );
}

function rowColumns(node: RuleStmt): readonly string[] {
  const named = collect({ RuleStmt: node }, 'ColumnRef').flatMap(({ fields }) => {
    const [row, column] = strings(fields);
    return row === 'old' || row === 'new' ? [column ?? '*'] : [];
  });
  return [...new Set(named)];
}
