import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import { heirs, isTable } from '../../catalog/find';
import { partitionsOf } from '../../roles/family';
import type { Situation } from '../../roles/situation';
import { targetOf, targetTable } from '../../roles/target';
import type { RefusalJudge } from './names';

/** What stands on tables: triggers, rules, policies, statistics. */
export const ATTACHMENT_REFUSALS = {
  'attachment-missing': attachmentMissing,
  'attachment-name-taken': attachmentNameTaken,
  'transition-tables-of-rows': (situation) => {
    const { operation } = situation;
    const table = targetTable(situation);
    if (operation.kind !== 'create-trigger' || !operation.row || table === undefined) return false;
    const { old, new: added } = operation.transitions;
    const related =
      table.kind === 'partitioned table' || table.partition !== null || table.parents.length > 0;
    return related && (old !== null || added !== null);
  },
  'statistics-of-expressions': ({ operation }) =>
    operation.kind === 'create-statistics' && operation.expressions.length > 0,
  'statistics-of-one-column': ({ operation }) =>
    operation.kind === 'create-statistics' &&
    operation.expressions.length === 0 &&
    operation.columns.length === 1,
  'user-triggers-of-partitions': (situation) => {
    const { operation, session } = situation;
    const relation = targetOf(situation);
    return (
      operation.kind === 'enable-trigger' &&
      operation.which === 'user' &&
      !operation.only &&
      relation?.kind === 'partitioned table' &&
      heirs(session.catalog, relation.id).length > 0 &&
      relation.triggers.some(({ row, inherited }) => row && !inherited)
    );
  },
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

function attachmentMissing(situation: Situation): boolean {
  const { operation } = situation;
  const relation = targetOf(situation);
  if (
    ('ifExists' in operation && operation.ifExists && operation.kind !== 'enable-trigger') ||
    relation === undefined ||
    !('triggers' in relation) ||
    !relation.complete
  )
    return false;
  if ('trigger' in operation && operation.trigger !== null)
    return (
      !isOfServer(operation.trigger) && relation.triggers.every(({ name }) => name !== operation.trigger)
    );
  if ('rule' in operation) return relation.rules.every(({ name }) => name !== operation.rule);
  if (!isTable(relation)) return false;
  return 'policy' in operation && relation.policies.every(({ name }) => name !== operation.policy);
}

/** The server's own triggers of foreign keys, whose names nobody knows before. */
function isOfServer(trigger: string): boolean {
  return trigger.startsWith('RI_ConstraintTrigger_');
}

function attachmentNameTaken(situation: Situation): boolean {
  const { operation, session } = situation;
  if (operation.kind === 'create-statistics') {
    const { name } = operation;
    return (
      name !== null &&
      !operation.ifNotExists &&
      [...session.catalog.relations.values()].some(
        (relation) => isTable(relation) && relation.statistics.some((each) => each.name === name.name),
      )
    );
  }
  const relation = targetOf(situation);
  if (relation === undefined || !('triggers' in relation)) return false;
  if (operation.kind === 'create-trigger') {
    const onPartitions = operation.row ? partitionsOf(session.catalog, relation) : [];
    return [relation, ...onPartitions].some(({ id, triggers }) =>
      triggers.some(
        ({ name, inherited }) =>
          name === operation.trigger && (!operation.replace || (inherited && id === relation.id)),
      ),
    );
  }
  if (operation.kind === 'create-rule')
    return !operation.replace && relation.rules.some(({ name }) => name === operation.rule);
  if (!isTable(relation)) return false;
  return (
    operation.kind === 'create-policy' && relation.policies.some(({ name }) => name === operation.policy)
  );
}
