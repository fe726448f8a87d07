import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import type { OperationOf } from '../../../postgres/operation';
import { findFunctions } from '../../catalog/resolve';
import type { RefusalJudge } from './names';

/** What CREATE TRIGGER cannot say, whatever its table is. Source: trigger.c, CreateTriggerFiringOn. */
export const TRIGGER_REFUSALS = {
  'trigger-of-no-such-level': judge(
    ({ row, events, timing }) => (row && events.includes('truncate')) || (!row && timing === 'instead-of'),
  ),
  'transition-tables-misplaced': judge(({ transitions, timing, events }) => {
    const { old, new: added } = transitions;
    if (old === null && added === null) return false;
    const has = (event: 'insert' | 'update' | 'delete'): boolean => events.includes(event);
    return (
      timing !== 'after' ||
      (events.length === 1 &&
        ((old !== null && !has('update') && !has('delete')) ||
          (added !== null && !has('update') && !has('insert'))))
    );
  }),
  'transition-tables-of-several': judge(
    ({ transitions, timing, events, columns }) =>
      (transitions.old !== null || transitions.new !== null) &&
      timing === 'after' &&
      (events.length > 1 || columns.length > 0),
  ),
  'trigger-function-of-other-type': ({ operation, session }) => {
    const { kind } = operation;
    if (kind !== 'create-trigger' && kind !== 'create-event-trigger') return false;
    const called = findFunctions(session, operation.function).find(
      ({ parameters }) => parameters.length === 0,
    );
    const wanted = kind === 'create-trigger' ? 'trigger' : 'event_trigger';
    return (
      called !== undefined &&
      called.origin.certain &&
      called.returns !== null &&
      called.returns.name !== wanted
    );
  },
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

function judge(refuses: (trigger: OperationOf<'create-trigger'>) => boolean): RefusalJudge {
  return ({ operation }) => operation.kind === 'create-trigger' && refuses(operation);
}
