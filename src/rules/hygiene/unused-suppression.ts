import { pipelineRule } from '../rule';

/** A suppression that matched nothing, or names no rule. */
export const unusedSuppression = pipelineRule({
  id: 'unused-suppression',
  title: 'A suppression that matches no finding would hide the next one',
  group: 'hygiene',
  severity: 'warning',
  judges: 'effect',
});
