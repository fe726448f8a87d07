import type { OperationKind } from '../../operation';
import type { Refusal } from '../refusal';

/** What runs a query. */
const RUNNING: readonly OperationKind[] = [
  'query',
  'create-table-as',
  'create-materialized-view',
  'copy-to',
  'copy-table-to',
];

/** What views and materialized views do not allow. */
export const VIEW_REFUSALS: readonly Refusal[] = [
  {
    on: 'refresh-materialized-view',
    sqlState: '0A000',
    reason: 'CONCURRENTLY needs rows to compare with, and the materialized view has none yet',
    when: 'unpopulated-concurrently',
  },
  {
    on: 'refresh-materialized-view',
    sqlState: '42601',
    reason: 'CONCURRENTLY and WITH NO DATA exclude one another',
    when: 'concurrently-without-data',
  },
  {
    on: [...RUNNING, 'declare-cursor', 'prepare', 'explain'],
    sqlState: '42809',
    reason: 'rows of a materialized view or sequence cannot be locked',
    when: 'rows-not-lockable',
  },
  {
    on: RUNNING,
    sqlState: '55000',
    reason: 'it reads a materialized view that was never filled',
    when: 'not-populated',
  },
  {
    on: ['create-view', 'set-options'],
    sqlState: '0A000',
    reason: 'CHECK OPTION is for views that rows can be written through',
    when: 'check-option-of-unwritable',
  },
  {
    on: 'create-rule',
    sqlState: '42809',
    reason: 'a rule cannot make a view of a table any more',
    when: 'rule-on-select',
    since: 16,
  },
  {
    on: 'create-rule',
    sqlState: '42P17',
    reason: 'the rule that makes a view of a table is called _RETURN',
    when: 'rule-on-select',
    until: 15,
  },
];
