import type { Risk } from '../../findings/finding';
import { atLeastRisk } from '../../findings/finding';
import { riskOfWaiting } from '../../findings/held-for';
import type { ShownStep } from './shown';

/** What the waiting of a step is worth: safe where it stops nobody. */
export function waitingRisk({ held, risk, step: { stops } }: ShownStep): Risk {
  if (held === null || stops.length === 0) return 'safe';
  const alone = riskOfWaiting(
    stops.some(({ reads }) => reads),
    held,
  );
  return atLeastRisk(risk, alone) ? alone : risk;
}
