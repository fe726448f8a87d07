import type { RuleStmt } from '@pgsql/types';
import type { Operation } from '../../postgres/operation';
import { optionalExpression } from './expression';
import type { Lowering } from './lowering';
import { relationName } from './names';
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
      query,
    },
  ];
}
