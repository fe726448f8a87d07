import { pipelineRule } from '../rule';

/** The name of a gap, for suppressions and configuration: SQL that may run and was not understood. */
export const unreadSql = pipelineRule({
  id: 'unread-sql',
  title: 'SQL that may run could not be read, so nothing is known of its locks',
  group: 'hygiene',
  severity: 'warning',
  judges: 'effect',
});
