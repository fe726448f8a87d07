import { pipelineRule } from '../rule';

/** A statement that does not parse. */
export const syntaxError = pipelineRule({
  id: 'syntax-error',
  title: 'The statement does not parse: the migration stops here',
  group: 'hygiene',
  severity: 'error',
  judges: 'effect',
});
