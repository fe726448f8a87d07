import { autocommitOnlyInTransaction } from './transactions/autocommit-only-in-transaction';
import { createIndexNotConcurrent } from './indexes/create-index-not-concurrent';
import { lockTimeoutTooLong } from './timeouts/lock-timeout-too-long';
import { missingLockTimeout } from './timeouts/missing-lock-timeout';
import type { Rule } from './rule';

/** Every rule, by id. Generated from the files of this folder. */
export const RULES: readonly Rule[] = [
  autocommitOnlyInTransaction,
  createIndexNotConcurrent,
  lockTimeoutTooLong,
  missingLockTimeout,
];
