import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import { isView } from '../../catalog/find';
import type { Relation, View } from '../../catalog/relation';
import { relationOf } from '../../catalog/resolve';
import { behindView } from '../../roles/behind-view';
import { queriesOf, reads } from '../../roles/query';
import type { Situation } from '../../roles/situation';
import { targetOf } from '../../roles/target';
import type { RefusalJudge } from './names';

/** What views and materialized views do not allow. */
export const VIEW_REFUSALS = {
  'unpopulated-concurrently': ({ operation, session }) => {
    if (operation.kind !== 'refresh-materialized-view' || !operation.concurrently) return false;
    const view = relationOf(session, operation.view);
    return view !== undefined && isUnpopulated(view);
  },
  'concurrently-without-data': ({ operation }) =>
    operation.kind === 'refresh-materialized-view' && operation.concurrently && !operation.withData,
  'not-populated': notPopulated,
  'rows-not-lockable': (situation) =>
    reads(situation).some(
      ({ relation, read }) =>
        read.locking !== 'none' &&
        relation.origin.source !== 'assumed' &&
        (relation.kind === 'materialized view' || relation.kind === 'sequence'),
    ),
  'check-option-of-unwritable': (situation) => {
    const { operation } = situation;
    if (operation.kind === 'create-view')
      return operation.query.composed === true && 'check_option' in operation.options;
    const view = targetOf(situation);
    return (
      operation.kind === 'set-options' &&
      !operation.reset &&
      view?.kind === 'view' &&
      view.composed === true &&
      view.origin.certain &&
      'check_option' in operation.options
    );
  },
  'rule-on-select': (situation) =>
    situation.operation.kind === 'create-rule' &&
    situation.operation.event === 'select' &&
    (situation.session.major >= 16 || situation.operation.rule !== '_RETURN') &&
    targetOf(situation)?.kind === 'table',
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

function isUnpopulated(relation: Relation): relation is View {
  return relation.kind === 'materialized view' && !relation.populated && relation.origin.certain;
}

/** A query that reads a materialized view without rows, itself or by way of a view. Source: execUtils.c, ExecOpenScanRelation. */
function notPopulated(situation: Situation): boolean {
  const { operation, session } = situation;
  if (!queriesOf(operation, session).some(({ runs }) => runs)) return false;
  if ('withData' in operation && !operation.withData) return false;
  return reads(situation).some(({ relation }) => {
    if (!isView(relation)) return false;
    const scanned = relation.kind === 'view' ? behindView(situation, relation, 'everything') : [relation];
    return scanned.some(isUnpopulated);
  });
}
