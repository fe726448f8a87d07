import { pipelineRule } from '../rule';

/** A suppression without a text after the id, or in the form of earlier versions. */
export const suppressionWithoutReason = pipelineRule({
  id: 'suppression-without-reason',
  title: 'A suppression does not say why',
  group: 'hygiene',
  severity: 'warning',
  judges: 'effect',
});
