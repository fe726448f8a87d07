import { docs as autocommitOnlyInTransaction } from './transactions/autocommit-only-in-transaction.docs';
import { docs as createIndexNotConcurrent } from './indexes/create-index-not-concurrent.docs';
import { docs as lockTimeoutTooLong } from './timeouts/lock-timeout-too-long.docs';
import { docs as missingLockTimeout } from './timeouts/missing-lock-timeout.docs';
import type { RuleDocs } from './rule-docs';

/** Prose and examples of every rule, by id. Generated from the files of this folder; loaded only where they are shown. */
export const RULE_DOCS: Readonly<Record<string, RuleDocs>> = {
  'autocommit-only-in-transaction': autocommitOnlyInTransaction,
  'create-index-not-concurrent': createIndexNotConcurrent,
  'lock-timeout-too-long': lockTimeoutTooLong,
  'missing-lock-timeout': missingLockTimeout,
};
