import type { OperationKind } from '../../operation';
import type { Refusal } from '../refusal';

/** What is rewritten as a query before it runs, or is kept. */
const WRITING: readonly OperationKind[] = ['query', 'explain', 'prepare'];

/** What statements that write rows cannot write. */
export const WRITE_REFUSALS: readonly Refusal[] = [
  {
    on: 'query',
    sqlState: '42601',
    reason: 'there are more values than columns, or fewer',
    when: 'values-do-not-fit',
  },
  {
    on: WRITING,
    sqlState: '0A000',
    reason: 'MERGE does not work on it',
    when: 'merge-into-unfit',
  },
  {
    on: WRITING,
    sqlState: '55000',
    reason: 'the rows of the view are not those of one table, and no trigger or rule writes them',
    when: 'view-not-writable',
  },
  {
    on: WRITING,
    sqlState: '0A000',
    reason: 'the view works out a column that the statement writes',
    when: 'view-column-computed',
  },
  {
    on: WRITING,
    sqlState: '42601',
    reason: 'a generated column takes no value',
    when: 'value-for-generated',
    until: 13,
  },
  {
    on: WRITING,
    sqlState: '428C9',
    reason: 'a generated column takes no value',
    when: 'value-for-generated',
    since: 14,
  },
  {
    on: WRITING,
    sqlState: '428C9',
    reason: 'an identity column that is GENERATED ALWAYS takes no value without OVERRIDING SYSTEM VALUE',
    when: 'value-for-identity',
  },
  {
    on: 'query',
    sqlState: '23502',
    reason: 'a column that cannot be NULL gets no value',
    when: 'value-lacking',
  },
  {
    on: WRITING,
    sqlState: '42P10',
    reason: 'no unique index stands on the columns that ON CONFLICT names',
    when: 'no-arbiter',
  },
  {
    on: WRITING,
    sqlState: '42704',
    reason: 'the constraint that ON CONFLICT names does not exist',
    when: 'arbiter-missing',
  },
  {
    on: 'query',
    sqlState: '55000',
    reason: 'ON CONFLICT cannot rely on a constraint that is DEFERRABLE',
    when: 'arbiter-deferrable',
  },
  {
    on: 'query',
    sqlState: '23514',
    reason: 'there is no partition for a row',
    when: 'no-partition-for-row',
  },
  {
    on: 'copy-from',
    sqlState: '42P10',
    reason: 'COPY names a generated column',
    when: 'copies-into-generated',
  },
];
