import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import { heirs, isTable } from '../../catalog/find';
import { partitionsOf } from '../../roles/family';
import type { Situation } from '../../roles/situation';
import { targetOf } from '../../roles/target';
import type { RefusalJudge } from './names';

/** What stands on tables: triggers, rules, policies, statistics. */
export const ATTACHMENT_REFUSALS = {
  'attachment-missing': attachmentMissing,
  'attachment-name-taken': attachmentNameTaken,
  'statistics-of-expressions': ({ operation }) =>
    operation.kind === 'create-statistics' && operation.expressions.length > 0,
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
  if (!isTable(relation)) return false;
  if ('policy' in operation) return relation.policies.every(({ name }) => name !== operation.policy);
  return 'rule' in operation && !relation.rules.includes(operation.rule);
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
  if (!isTable(relation)) return false;
  if (operation.kind === 'create-policy')
    return relation.policies.some(({ name }) => name === operation.policy);
  return operation.kind === 'create-rule' && !operation.replace && relation.rules.includes(operation.rule);
}
