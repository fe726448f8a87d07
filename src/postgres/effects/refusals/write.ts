import type { OperationKind } from '../../operation';
import type { Refusal } from '../refusal';

/** What is rewritten as a query before it runs, or is kept. */
const WRITING: readonly OperationKind[] = ['query', 'explain', 'prepare'];

/** What statements that write rows cannot write. */
export const WRITE_REFUSALS: readonly Refusal[] = [
  {
    on: WRITING,
    sqlState: '0A000',
    reason: 'MERGE does not work on it',
    when: 'merge-into-unfit',
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
    on: 'copy-from',
    sqlState: '42P10',
    reason: 'COPY names a generated column',
    when: 'copies-into-generated',
  },
];
