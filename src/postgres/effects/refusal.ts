import type { OperationKind } from '../operation';
import type { Major } from './effect';
import type { RefusalClaim } from './refusal-claim';

/** An error that the server is certain to answer with. */
export interface Refusal {
  /** `any`: every operation that names something of the kind. */
  readonly on: OperationKind | readonly OperationKind[] | 'any';
  readonly sqlState: string;
  /** A clause for people. */
  readonly reason: string;
  /** Known to be true. */
  readonly when: RefusalClaim;
  readonly since?: Major;
  readonly until?: Major;
}

const NEW_KEYS: readonly OperationKind[] = ['add-unique', 'add-primary-key', 'add-exclusion'];
const NEW_CONSTRAINTS: readonly OperationKind[] = [
  ...NEW_KEYS,
  'add-check',
  'add-not-null',
  'add-foreign-key',
  'rename-constraint',
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

/** The refusals, in the order in which the server looks. The first that holds is the answer. */
export const REFUSALS: readonly Refusal[] = [
  {
    on: 'any',
    sqlState: '42P01',
    reason: 'a relation that it names does not exist',
    when: 'relation-missing',
  },
  { on: 'drop-index', sqlState: '42704', reason: 'the index does not exist', when: 'index-missing' },
  { on: 'any', sqlState: '42809', reason: 'a relation that it names is of another kind', when: 'wrong-kind' },
  {
    on: 'any',
    sqlState: '0A000',
    reason: 'foreign tables cannot take part in it',
    when: 'foreign-table-in-the-way',
  },
  { on: 'any', sqlState: '3F000', reason: 'the schema does not exist', when: 'schema-missing' },
  { on: 'any', sqlState: '42704', reason: 'a type that it names does not exist', when: 'type-missing' },
  {
    on: ['drop-function', 'create-trigger'],
    sqlState: '42883',
    reason: 'the function does not exist',
    when: 'function-missing',
  },
  {
    on: ['alter-publication', 'drop-publication'],
    sqlState: '42704',
    reason: 'the publication, or a table of it, does not exist',
    when: 'publication-missing',
  },
  {
    on: 'create-publication',
    sqlState: '42710',
    reason: 'there is a publication of that name',
    when: 'publication-name-taken',
  },
  {
    on: 'alter-publication',
    sqlState: '42710',
    reason: 'the table is published by it already',
    when: 'publication-name-taken',
  },
  {
    on: 'create-publication',
    sqlState: '0A000',
    reason: 'partitioned tables cannot be published before 13',
    when: 'partitioned-not-published',
    until: 12,
  },
  {
    on: 'create-schema',
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
    on: ['cluster-on', 'replica-identity'],
    sqlState: '42704',
    reason: 'the index does not exist',
    when: 'named-index-missing',
  },
  {
    on: 'add-primary-key',
    sqlState: '42P16',
    reason: 'the table has a primary key',
    when: 'second-primary-key',
  },
  {
    on: [...NEW_KEYS, 'cluster-on'],
    sqlState: '0A000',
    reason: 'that cannot be done with a partitioned table',
    when: 'partitioned-in-the-way',
  },
  {
    on: [...NEW_KEYS, 'replica-identity'],
    sqlState: '42809',
    reason: 'the index is not fit for it',
    when: 'index-not-fit-for-constraint',
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

  {
    on: ['drop-column', 'alter-column-type', 'rename-column', 'drop-constraint'],
    sqlState: '42P16',
    reason: 'it is inherited',
    when: 'inherited-part',
  },
  {
    on: ['drop-column', 'alter-column-type'],
    sqlState: '42P16',
    reason: 'the partition key stands on the column',
    when: 'partition-key-column',
  },
  {
    on: [
      'add-column',
      'add-check',
      'add-not-null',
      'alter-column-type',
      'rename-column',
      'set-not-null',
      'drop-column',
      'rename-constraint',
    ],
    sqlState: '42P16',
    reason: 'heirs must be changed too',
    when: 'only-leaves-heirs-out',
  },
  {
    on: 'add-check',
    sqlState: '42P16',
    reason: 'a partitioned table cannot keep a constraint to itself',
    when: 'no-inherit-on-partitioned',
  },
  {
    on: 'drop-not-null',
    sqlState: '42P16',
    reason: 'the parent demands NOT NULL',
    when: 'parent-demands-not-null',
  },
  {
    on: 'drop-not-null',
    sqlState: '42P16',
    reason: 'the column is in the primary key',
    when: 'column-of-primary-key',
  },
  {
    on: ['drop-not-null', 'set-default', 'drop-default'],
    sqlState: '42601',
    reason: 'it is an identity column',
    when: 'identity-column',
  },
  {
    on: ['set-identity', 'drop-identity', 'add-identity'],
    sqlState: '55000',
    reason: 'whether it is an identity column is the other way round',
    when: 'not-an-identity',
  },
  {
    on: 'add-identity',
    sqlState: '55000',
    reason: 'an identity column must be NOT NULL',
    when: 'identity-needs-not-null',
  },
  {
    on: ['drop-expression', 'set-expression'],
    sqlState: '55000',
    reason: 'it is not a generated column',
    when: 'not-generated',
  },
  {
    on: ['set-default', 'drop-default'],
    sqlState: '42601',
    reason: 'it is a generated column',
    when: 'generated-in-the-way',
  },
  {
    on: 'alter-column-type',
    sqlState: '42611',
    reason: 'it is a generated column',
    when: 'generated-in-the-way',
  },
  {
    on: 'drop-expression',
    sqlState: '0A000',
    reason: 'a virtual column has no values to keep',
    when: 'virtual-in-the-way',
  },
  {
    on: 'add-not-null',
    sqlState: '55000',
    reason: 'the column has a NOT NULL constraint of another name',
    when: 'not-null-named-otherwise',
    since: 18,
  },
  {
    on: 'add-primary-key',
    sqlState: '55000',
    reason: 'a NOT NULL constraint of the column is not valid',
    when: 'not-null-not-valid',
    since: 18,
  },
  {
    on: 'set-logged',
    sqlState: '42P16',
    reason: 'a foreign key joins it to a table that is logged otherwise',
    when: 'logged-otherwise',
  },
  {
    on: 'set-options',
    sqlState: '22023',
    reason: 'a storage parameter does not exist',
    when: 'unknown-storage-parameter',
  },
  {
    on: 'set-options',
    sqlState: '22023',
    reason: 'a partitioned table has no storage',
    when: 'storage-of-partitioned',
    until: 15,
  },
  {
    on: 'set-options',
    sqlState: '42809',
    reason: 'a partitioned table has no storage',
    when: 'storage-of-partitioned',
    since: 16,
  },
  {
    on: 'set-logged',
    sqlState: '42809',
    reason: 'a partitioned table has no storage',
    when: 'storage-of-partitioned',
    since: 18,
  },
  {
    on: 'add-identity',
    sqlState: '42P16',
    reason: 'identity columns of partitioned tables come with 17',
    when: 'storage-of-partitioned',
    until: 16,
  },
  {
    on: 'add-column',
    sqlState: '42P16',
    reason: 'identity columns of partitioned tables come with 17',
    when: 'storage-of-partitioned',
    until: 16,
  },

  {
    on: ['add-foreign-key', 'create-table'],
    sqlState: '42809',
    reason: 'keys to partitioned tables come with 12',
    when: 'refers-to-partitioned',
    until: 11,
  },
  {
    on: 'add-foreign-key',
    sqlState: '42809',
    reason: 'keys of partitioned tables can be NOT VALID from 18 on',
    when: 'not-valid-key-of-partitioned',
    until: 17,
  },
  {
    on: ['add-foreign-key', 'create-table'],
    sqlState: '42830',
    reason: 'no unique constraint of the referenced table fits',
    when: 'not-referenceable',
  },
  {
    on: 'add-foreign-key',
    sqlState: '42804',
    reason: 'the columns of the key cannot be compared',
    when: 'key-types-differ',
  },
  {
    on: [...NEW_KEYS, 'create-index'],
    sqlState: '0A000',
    reason: 'the partition key is not among the columns',
    when: 'key-lacks-partition-column',
  },
  {
    on: ['create-table', 'attach-partition'],
    sqlState: '42P17',
    reason: 'the bound overlaps another partition',
    when: 'bound-overlaps',
  },
  {
    on: 'add-inherit',
    sqlState: '42P07',
    reason: 'it inherits from there already, or the other way round',
    when: 'inherits-already',
  },
  { on: 'drop-inherit', sqlState: '42P01', reason: 'it does not inherit from there', when: 'inherits-not' },
  {
    on: ['add-inherit', 'attach-partition'],
    sqlState: '42804',
    reason: 'it lacks a column or constraint of the parent, or has one more',
    when: 'heir-does-not-fit',
  },
  {
    on: 'alter-publication',
    sqlState: '55000',
    reason: 'it publishes all tables',
    when: 'publishes-all-tables',
  },
  {
    on: 'detach-partition',
    sqlState: '55000',
    reason: 'there is a DEFAULT partition',
    when: 'default-partition-in-the-way',
  },
  { on: 'detach-partition', sqlState: '55000', reason: 'no DETACH is pending', when: 'no-detach-pending' },
  {
    on: 'create-trigger',
    sqlState: '42809',
    reason: 'BEFORE triggers on rows of partitioned tables come with 13',
    when: 'row-trigger-before-partitioned',
    until: 12,
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
