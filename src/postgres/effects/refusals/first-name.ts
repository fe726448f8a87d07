import type { OperationKind } from '../../operation';
import type { Refusal } from '../refusal';

const MADE_LATER: readonly OperationKind[] = [
  'create-table',
  'create-sequence',
  'add-foreign-key',
  'attach-partition',
  'detach-partition',
  'add-inherit',
  'drop-inherit',
];

const NO_TYPE = [
  {
    sqlState: '3F000',
    reason: 'the schema of a type that it names does not exist',
    when: 'schema-of-type-missing',
  },
  { sqlState: '42704', reason: 'a type that it names does not exist', when: 'type-missing' },
] as const;

const HEIR_IN_THE_WAY = {
  sqlState: '42809',
  reason: 'partitions and typed tables take their columns from elsewhere',
  when: 'column-of-partition',
} as const;

const COLUMN_TAKEN = {
  sqlState: '42701',
  reason: 'there is a column of that name',
  when: 'column-name-taken',
} as const;

/**
 * Names that are missing, taken or of another kind, where one statement may have several of these: what the server comes to first. As
 * measured on 11 to 18 with two of them in a statement.
 */
export const FIRST_NAMES: readonly Refusal[] = [
  {
    on: ['alter-publication', 'drop-publication'],
    sqlState: '42704',
    reason: 'the publication does not exist',
    when: 'publication-missing',
  },
  {
    on: 'create-publication',
    sqlState: '42710',
    reason: 'there is a publication of that name',
    when: 'publication-name-taken',
  },
  {
    on: 'any',
    sqlState: '3F000',
    reason: 'the schema of what it makes does not exist',
    when: 'schema-of-new-missing',
  },
  {
    on: 'any',
    sqlState: '3F000',
    reason: 'the schema of a relation that it names does not exist',
    when: 'schema-of-relation-missing',
    phase: 'read',
  },
  {
    on: 'drop-table',
    sqlState: '42704',
    reason: 'the foreign table does not exist',
    when: 'foreign-table-missing',
  },
  {
    on: 'drop-index',
    sqlState: '0A000',
    reason: 'CONCURRENTLY takes one plain index and no CASCADE',
    when: 'several-concurrently',
  },
  {
    on: 'any',
    sqlState: '42P01',
    reason: 'a relation that it names does not exist',
    when: 'relation-missing',
    phase: 'read',
  },
  { on: 'drop-index', sqlState: '42704', reason: 'the index does not exist', when: 'index-missing' },
  {
    on: 'alter-composite-type',
    sqlState: '3F000',
    reason: 'the schema of the type does not exist',
    when: 'schema-of-composite-missing',
  },
  {
    on: 'alter-composite-type',
    sqlState: '42P01',
    reason: 'there is no composite type of that name',
    when: 'composite-missing',
  },
  {
    on: 'alter-composite-type',
    sqlState: '42703',
    reason: 'the type has no such attribute',
    when: 'attribute-missing',
  },
  // Up to 12 the definition of the column is read before the table is looked at.
  ...NO_TYPE.map((line) => ({
    on: 'add-column' as const,
    until: 12 as const,
    phase: 'read' as const,
    ...line,
  })),
  ...NO_TYPE.map((line) => ({ on: 'alter-composite-type' as const, until: 12 as const, ...line })),
  {
    on: ['attach-partition', 'detach-partition'],
    sqlState: 'XX000',
    reason: 'it is neither a table nor an index',
    when: 'parent-is-no-table',
    until: 12,
  },
  {
    on: ['attach-partition', 'detach-partition'],
    sqlState: '42809',
    reason: 'it is neither a table nor an index',
    when: 'parent-is-no-table',
    since: 13,
  },
  {
    on: ['attach-partition', 'detach-partition'],
    sqlState: '42P17',
    reason: 'the table is not partitioned',
    when: 'not-partitioned',
    until: 17,
  },
  {
    on: ['attach-partition', 'detach-partition'],
    sqlState: '42809',
    reason: 'the table is not partitioned',
    when: 'not-partitioned',
    since: 18,
  },
  {
    on: 'query',
    sqlState: '42703',
    reason: 'a column that it names does not exist',
    when: 'column-missing',
  },
  {
    on: 'query',
    sqlState: '42P01',
    reason: 'a relation that it names does not exist',
    when: 'other-relation-missing',
  },
  {
    on: 'refresh-materialized-view',
    sqlState: '0A000',
    reason: 'it is not a materialized view',
    when: 'refreshed-is-none',
  },
  { on: 'any', sqlState: '42809', reason: 'a relation that it names is of another kind', when: 'wrong-kind' },
  {
    on: 'create-index',
    sqlState: '0A000',
    reason: 'CONCURRENTLY does not work on partitioned tables',
    when: 'several-concurrently',
  },
  { on: ['create-table', 'add-column', 'add-inherit', 'drop-inherit'], ...HEIR_IN_THE_WAY },
  { on: 'add-column', ...COLUMN_TAKEN },
  {
    on: 'alter-composite-type',
    sqlState: '42701',
    reason: 'the type has an attribute of that name',
    when: 'attribute-name-taken',
  },
  {
    on: 'alter-column-type',
    sqlState: '42703',
    reason: 'a column that it names does not exist',
    when: 'column-missing',
    phase: 'prepare',
  },
  {
    on: 'rename-column',
    sqlState: '42703',
    reason: 'a column that it names does not exist',
    when: 'column-missing',
  },
  {
    on: 'alter-object',
    sqlState: '3F000',
    reason: 'the schema of the function does not exist',
    when: 'schema-of-function-missing',
  },
  {
    on: 'alter-object',
    sqlState: '42883',
    reason: 'the function does not exist',
    when: 'function-missing',
  },
  { on: 'rename-column', sqlState: '42P16', reason: 'it is inherited', when: 'inherited-part' },
  {
    on: 'rename-constraint',
    sqlState: '42704',
    reason: 'the constraint does not exist',
    when: 'constraint-missing',
  },
  {
    on: ['create-composite-type', 'create-domain'],
    sqlState: '42710',
    reason: 'there is a type of that name',
    when: 'type-name-taken',
  },
  ...NO_TYPE.map((line) => ({ on: 'any' as const, ...line })),
  { on: 'any', sqlState: '3F000', reason: 'the schema does not exist', when: 'schema-missing' },
  {
    on: 'create-table',
    sqlState: '42P16',
    reason: 'a table has one primary key',
    when: 'new-primary-keys',
  },
  {
    on: 'create-table',
    sqlState: '42703',
    reason: 'a column of a key does not exist',
    when: 'new-key-column-missing',
  },
  {
    on: 'create-table',
    sqlState: '42701',
    reason: 'a column is said twice',
    when: 'new-column-twice',
  },
  {
    on: ['create-table', 'create-sequence'],
    sqlState: '42P07',
    reason: 'there is a relation of that name',
    when: 'relation-name-taken',
  },
  {
    on: 'create-table',
    sqlState: '42P17',
    reason: 'the table is not partitioned',
    when: 'not-partitioned',
  },
  {
    on: 'create-table',
    sqlState: '42703',
    reason: 'a column that it names does not exist',
    when: 'new-column-missing',
  },
  {
    on: 'add-check',
    sqlState: '42703',
    reason: 'a column that it names does not exist',
    when: 'column-missing',
  },
  {
    on: 'add-foreign-key',
    sqlState: '42710',
    reason: 'the table has a constraint of that name',
    when: 'constraint-name-taken',
  },
  {
    on: MADE_LATER,
    sqlState: '3F000',
    reason: 'the schema of a relation that it names does not exist',
    when: 'schema-of-other-missing',
  },
  {
    on: MADE_LATER,
    sqlState: '42P01',
    reason: 'a relation that it names does not exist',
    when: 'other-relation-missing',
  },
  {
    on: ['add-foreign-key', 'create-table'],
    sqlState: '42809',
    reason: 'what the key refers to is not a table',
    when: 'referenced-is-no-table',
  },
];
