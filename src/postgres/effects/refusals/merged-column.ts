import type { Refusal } from '../refusal';

/** Columns, bounds and parents that a table cannot have. */
export const MERGED_COLUMN_REFUSALS: readonly Refusal[] = [
  {
    on: ['create-table', 'add-column', 'rename-column'],
    sqlState: '42701',
    reason: 'every table has a system column of that name',
    when: 'system-column-name',
  },
  {
    on: 'create-table',
    sqlState: '42P17',
    reason: 'the parent is not partitioned',
    when: 'parent-not-partitioned',
  },
  {
    on: ['create-table', 'attach-partition'],
    sqlState: '42P16',
    reason: 'the parent is not partitioned by what the bound speaks of',
    when: 'bound-of-other-strategy',
  },
  {
    on: 'create-table',
    sqlState: '42809',
    reason: 'a temporary table is no partition of a permanent one, nor the other way round',
    when: 'lives-otherwise-than-parent',
  },
  {
    on: 'create-table',
    sqlState: '42804',
    reason: 'a column has another type in a parent',
    when: 'parents-differ',
  },
  {
    on: ['rename-column', 'drop-column', 'alter-column-type'],
    sqlState: '42809',
    reason: 'typed tables take their columns from their type',
    when: 'column-of-typed-table',
  },
  {
    on: 'add-column',
    sqlState: '42804',
    reason: 'an heir has a column of that name and another type',
    when: 'heir-column-of-other-type',
  },
  {
    on: ['create-table', 'add-column'],
    sqlState: '42P17',
    reason: 'a generated column is not computed from another one',
    when: 'generated-of-generated',
    since: 12,
  },
];
