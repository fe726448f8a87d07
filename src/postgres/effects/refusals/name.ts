import type { OperationKind } from '../../operation';
import type { Refusal } from '../refusal';
import { FIRST_NAMES } from './first-name';
import { NEW_KEYS } from './new-keys';

const NEW_CONSTRAINTS: readonly OperationKind[] = [
  ...NEW_KEYS,
  'add-check',
  'add-not-null',
  'add-foreign-key',
  'rename-constraint',
  'add-column',
];
const ATTACHMENTS: readonly OperationKind[] = [
  'drop-trigger',
  'rename-trigger',
  'enable-trigger',
  'drop-policy',
  'alter-policy',
  'rename-policy',
  'drop-rule',
  'rename-rule',
];

/** A name that only another connection of the migration knows yet: it says nothing of what the history left out. */
export const UNCOMMITTED_NAME: Refusal = {
  on: 'any',
  sqlState: '42P01',
  reason: 'what makes a relation that it names is still in a transaction of another connection',
  when: 'relation-uncommitted',
};

/** Names that are missing, taken or of another kind: what the server looks at first. */
export const NAME_REFUSALS: readonly Refusal[] = [
  {
    on: 'vacuum',
    sqlState: '0A000',
    reason: 'columns can be named only along with ANALYZE',
    when: 'columns-without-analyze',
  },
  {
    on: 'alter-constraint',
    sqlState: '0A000',
    reason: 'the inheritance of a constraint cannot be changed before 18',
    when: 'makes-no-inherit',
    until: 17,
  },
  UNCOMMITTED_NAME,
  ...FIRST_NAMES,
  {
    on: 'any',
    sqlState: '0A000',
    reason: 'foreign tables cannot take part in it',
    when: 'foreign-table-in-the-way',
  },
  {
    on: [
      'create-object',
      'alter-object',
      'drop-object',
      'create-table',
      'import-foreign-schema',
      'drop-extension',
      'alter-extension',
    ],
    sqlState: '42704',
    reason: 'an extension, server, wrapper, user mapping or collation that it names does not exist',
    when: 'object-missing',
  },
  {
    on: ['create-object', 'alter-object', 'create-extension'],
    sqlState: '42710',
    reason: 'there is one of the name',
    when: 'object-name-taken',
  },
  {
    on: 'create-trigger',
    sqlState: '0A000',
    reason: 'there are no such triggers FOR EACH ROW, or FOR EACH STATEMENT',
    when: 'trigger-of-no-such-level',
  },
  {
    on: ['drop-function', 'create-trigger'],
    sqlState: '3F000',
    reason: 'the schema of the function does not exist',
    when: 'schema-of-function-missing',
  },
  {
    on: ['drop-function', 'create-trigger', 'create-event-trigger'],
    sqlState: '42883',
    reason: 'the function does not exist',
    when: 'function-missing',
  },
  {
    on: 'drop-function',
    sqlState: '42725',
    reason: 'there are several functions of the name',
    when: 'function-not-unique',
  },
  {
    on: ['add-enum-value', 'rename-enum-value'],
    sqlState: '22023',
    reason: 'the enum has no such value',
    when: 'enum-value-missing',
  },
  {
    on: ['add-enum-value', 'rename-enum-value'],
    sqlState: '42710',
    reason: 'the enum has the value',
    when: 'enum-value-taken',
  },
  {
    on: 'alter-publication',
    sqlState: '42704',
    reason: 'the table is none of the publication',
    when: 'table-not-published',
  },
  {
    on: 'alter-publication',
    sqlState: '42710',
    reason: 'the table is published by it already',
    when: 'publication-name-taken',
  },
  {
    on: ['create-publication', 'alter-publication'],
    sqlState: '0A000',
    reason: 'partitioned tables cannot be published before 13',
    when: 'partitioned-not-published',
    until: 12,
  },
  {
    on: ['create-schema', 'rename-schema'],
    sqlState: '42P06',
    reason: 'there is a schema of that name',
    when: 'schema-name-taken',
  },
  {
    on: ['add-column', 'create-table', 'add-inherit', 'drop-inherit'],
    sqlState: '42809',
    reason: 'partitions and typed tables take their columns from elsewhere',
    when: 'column-of-partition',
  },
  {
    on: ['add-column', 'rename-column'],
    sqlState: '42701',
    reason: 'there is a column of that name',
    when: 'column-name-taken',
  },
  { on: 'any', sqlState: '42703', reason: 'a column that it names does not exist', when: 'column-missing' },
  {
    on: ['create-enum', 'create-composite-type', 'create-domain', 'create-range-type'],
    sqlState: '42710',
    reason: 'there is a type of that name',
    when: 'type-name-taken',
  },
  { on: NEW_KEYS, sqlState: '42704', reason: 'the index does not exist', when: 'named-index-missing' },
  {
    on: ['cluster', 'cluster-on', 'replica-identity'],
    sqlState: '42704',
    reason: 'the index does not exist',
    when: 'named-index-missing',
  },
  {
    on: [...NEW_KEYS, 'cluster-on'],
    sqlState: '0A000',
    reason: 'that cannot be done with a partitioned table',
    when: 'partitioned-in-the-way',
  },
  {
    on: 'cluster',
    sqlState: '0A000',
    reason: 'up to 14 partitioned tables cannot be clustered',
    when: 'partitioned-in-the-way',
    until: 14,
  },
  {
    on: ['cluster', 'cluster-on'],
    sqlState: '0A000',
    reason: 'rows cannot be put in the order of a partial index, or of a method without one',
    when: 'index-not-clusterable',
  },
  {
    on: 'cluster',
    sqlState: '42704',
    reason: 'it was never clustered, so that no index is known for it',
    when: 'never-clustered',
  },
  {
    on: 'alter-sequence',
    sqlState: '55000',
    reason: 'a sequence and its table are in one schema',
    when: 'sequence-in-other-schema',
  },
  {
    on: 'set-schema',
    sqlState: '0A000',
    reason: 'the sequence moves with the table that owns it',
    when: 'sequence-of-table',
  },
  {
    on: NEW_KEYS,
    sqlState: '42809',
    reason: 'what is to be the index is none',
    when: 'used-index-is-none',
  },
  {
    on: NEW_KEYS,
    sqlState: '55000',
    reason: 'the index is that of another table or constraint',
    when: 'index-not-free',
  },
  {
    on: [...NEW_KEYS, 'replica-identity'],
    sqlState: '42809',
    reason: 'the index is not fit for it',
    when: 'index-not-fit-for-constraint',
  },
  {
    on: 'add-primary-key',
    sqlState: '42P16',
    reason: 'the table has a primary key',
    when: 'second-primary-key',
  },
  {
    on: 'add-primary-key',
    sqlState: '42P16',
    reason: 'a primary key cannot have an index with NULLS NOT DISTINCT',
    when: 'index-of-same-nulls',
    since: 16,
  },
  { on: 'any', sqlState: '42P07', reason: 'there is a relation of that name', when: 'relation-name-taken' },
  {
    on: NEW_CONSTRAINTS,
    sqlState: '42710',
    reason: 'the table has a constraint of that name',
    when: 'constraint-name-taken',
  },
  {
    on: ['create-trigger', 'create-policy', 'create-rule', 'create-statistics'],
    sqlState: '42710',
    reason: 'there is one of that name',
    when: 'attachment-name-taken',
  },
  {
    on: 'create-statistics',
    sqlState: '42701',
    reason: 'a column is named twice',
    when: 'column-said-twice',
  },
  {
    on: 'create-statistics',
    sqlState: '0A000',
    reason: 'statistics of expressions came with 14',
    when: 'statistics-of-expressions',
    until: 13,
  },
  {
    on: 'enable-trigger',
    sqlState: '42704',
    reason: 'up to 12 the copies of a row trigger on partitions are none of the user',
    when: 'user-triggers-of-partitions',
    until: 12,
  },
  { on: ATTACHMENTS, sqlState: '42704', reason: 'there is none of that name', when: 'attachment-missing' },
  {
    on: ['validate-constraint', 'drop-constraint', 'alter-constraint', 'rename-constraint', 'comment'],
    sqlState: '42704',
    reason: 'the constraint does not exist',
    when: 'constraint-missing',
  },
  {
    on: ['validate-constraint', 'alter-constraint'],
    sqlState: '42809',
    reason: 'the constraint is of another kind',
    when: 'constraint-of-other-kind',
  },
  {
    on: 'validate-constraint',
    sqlState: '55000',
    reason: 'the constraint is not enforced',
    when: 'constraint-not-enforced',
    since: 18,
  },
];
