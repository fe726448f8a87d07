import type { OperationOf } from '../../postgres/operation';
import { isTable, isView } from '../catalog/find';
import type { Rule, Table, View } from '../catalog/relation';
import { relationOf } from '../catalog/resolve';
import type { Session } from '../session';
import type { Folded } from './change';
import { put } from './change';

type RuleOperation = OperationOf<'create-rule' | 'drop-rule' | 'rename-rule' | 'enable-rule'>;

/** CREATE, DROP and RENAME of rules, ENABLE and DISABLE RULE. */
export function changeRule(session: Session, operation: RuleOperation): Folded {
  const relation = relationOf(session, operation.table);
  if (relation === undefined || !(isTable(relation) || isView(relation))) return session;
  const { rules } = relation;
  const known = rules.some(({ name }) => name === operation.rule);
  const changeKnown = (change: (rule: Rule) => Rule): Session =>
    known
      ? withRules(
          session,
          relation,
          rules.map((rule) => (rule.name === operation.rule ? change(rule) : rule)),
        )
      : session;
  switch (operation.kind) {
    case 'create-rule': {
      const made = ruleOf(session, operation, relation);
      if (known) return operation.replace ? changeKnown(() => made) : null;
      return withRules(session, relation, [...rules, made]);
    }
    case 'rename-rule':
      return changeKnown((rule) => ({ ...rule, name: operation.to }));
    case 'enable-rule':
      return changeKnown((rule) => ({
        ...rule,
        enabled: operation.enable === 'enable' || operation.enable === 'always',
      }));
    case 'drop-rule':
      if (!known) return operation.ifExists || !relation.complete ? session : null;
      return withRules(
        session,
        relation,
        rules.filter(({ name }) => name !== operation.rule),
      );
  }
}

function withRules(session: Session, relation: Table | View, rules: readonly Rule[]): Session {
  return put(session, { ...relation, rules });
}

function ruleOf(session: Session, operation: OperationOf<'create-rule'>, on: Table | View): Rule {
  const { rule: name, event, instead, conditional, readsOld, query } = operation;
  const relations = [...query.reads, ...query.writes].map(
    ({ relation }) => relationOf(session, relation)?.id ?? null,
  );
  // A whole row is written out when the rule is made.
  const rowColumns = operation.rowColumns.flatMap((column) =>
    column === '*' ? on.columns.map((each) => each.name) : [column],
  );
  return { name, event, instead, conditional, readsOld, rowColumns, enabled: true, query, relations };
}
