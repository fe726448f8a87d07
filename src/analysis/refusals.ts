import type { Situation } from './roles/situation';
import type { Step } from './step';

export function refusalsOf(_situations: readonly Situation[]): Step['refusals'] {
  return [];
}
