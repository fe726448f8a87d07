import type { Refusal } from '../refusal';

/** What depends on the thing that is changed or dropped, forms that the server lacks, and rows in the way. */
export const DEPENDENT_REFUSALS: readonly Refusal[] = [
  {
    on: 'alter-column-type',
    sqlState: '22023',
    reason: 'an identity column is a smallint, integer or bigint',
    when: 'identity-of-other-type',
  },
  {
    on: 'alter-column-type',
    sqlState: '0A000',
    reason: 'USING cannot hold a subquery',
    when: 'subquery-in-using',
  },
  {
    on: 'alter-column-type',
    sqlState: '42601',
    reason: 'a generated column uses it',
    when: 'generated-uses-column',
    until: 14,
  },
  {
    on: 'alter-column-type',
    sqlState: '0A000',
    reason: 'a generated column uses it',
    when: 'generated-uses-column',
    since: 15,
  },
  { on: 'alter-column-type', sqlState: '42804', reason: 'there is no cast without USING', when: 'no-cast' },
  {
    on: 'alter-column-type',
    sqlState: '0A000',
    reason: 'a view, trigger, policy, publication or function uses the column',
    when: 'column-in-use',
  },
  {
    on: ['alter-composite-type', 'alter-domain'],
    sqlState: '0A000',
    reason: 'a column stores values of the type',
    when: 'type-stored-elsewhere',
  },
  {
    on: 'alter-composite-type',
    sqlState: '2BP01',
    reason: 'tables are made of the type',
    when: 'typed-tables-depend',
  },
  { on: 'create-view', sqlState: '42P16', reason: 'columns of the view would go', when: 'view-loses-column' },

  {
    on: 'drop-index',
    sqlState: '0A000',
    reason: 'CONCURRENTLY takes one plain index and no CASCADE',
    when: 'several-concurrently',
  },
  {
    on: 'create-index',
    sqlState: '0A000',
    reason: 'CONCURRENTLY does not work on partitioned tables',
    when: 'several-concurrently',
  },
  {
    on: 'reindex',
    sqlState: '0A000',
    reason: 'that index cannot be rebuilt so',
    when: 'exclusion-concurrently',
  },
  {
    on: 'refresh-materialized-view',
    sqlState: '55000',
    reason: 'CONCURRENTLY needs a unique index without a WHERE',
    when: 'no-unique-index-to-refresh',
  },
  {
    on: 'drop-index',
    sqlState: '2BP01',
    reason: 'a constraint needs the index',
    when: 'index-of-constraint',
  },
  {
    on: 'drop-index',
    sqlState: '2BP01',
    reason: 'an index of the parent needs it',
    when: 'index-of-partitioned',
  },
  {
    on: 'drop-sequence',
    sqlState: '2BP01',
    reason: 'an identity column needs the sequence',
    when: 'identity-sequence-of-table',
  },
  { on: 'drop-trigger', sqlState: '2BP01', reason: 'it comes from the parent', when: 'inherited-trigger' },
  {
    on: 'drop-column',
    sqlState: '2BP01',
    reason: 'a publication names the column',
    when: 'column-published',
    since: 15,
  },
  { on: 'any', sqlState: '2BP01', reason: 'something depends on it', when: 'something-depends-on-it' },
  {
    on: 'truncate',
    sqlState: '0A000',
    reason: 'a foreign key refers to it',
    when: 'referenced-and-not-truncated',
  },
  {
    on: ['add-column', 'add-primary-key'],
    sqlState: '23502',
    reason: 'the rows that are there have no value',
    when: 'rows-without-value',
  },
];
