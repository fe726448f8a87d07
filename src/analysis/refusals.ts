import { isWithin } from '../postgres/effects/effects';
import type { Refusal } from '../postgres/effects/refusal';
import { REFUSALS } from '../postgres/effects/refusals/refusals';
import type { Operation } from '../postgres/operation';
import { REFUSED } from './conditions/refused/refused';
import type { Situation } from './roles/situation';
import type { Step } from './step';

/** What the server is certain to refuse: the first reason that it finds. What IF EXISTS makes nothing of is not refused. */
export function refusalsOf(situations: readonly Situation[]): Step['refusals'] {
  for (const situation of situations) {
    const { operation, session } = situation;
    for (const refusal of REFUSALS) {
      if (!concerns(refusal, operation) || !isWithin(session.major, refusal.since, refusal.until)) continue;
      if (REFUSED[refusal.when](situation)) return [{ sqlState: refusal.sqlState, reason: refusal.reason }];
    }
  }
  return [];
}

function concerns({ on }: Refusal, { kind }: Operation): boolean {
  return on === 'any' || on === kind || (typeof on !== 'string' && on.includes(kind));
}
