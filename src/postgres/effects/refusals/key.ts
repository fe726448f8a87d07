import type { Refusal } from '../refusal';
import { NEW_KEYS } from './new-keys';

/** Foreign keys, keys of partitioned tables, partitions and heirs. */
export const KEY_REFUSALS: readonly Refusal[] = [
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
    sqlState: '42P16',
    reason: 'a key must refer to a table that lives and is logged as long',
    when: 'key-between-lifetimes',
  },
  {
    on: 'attach-index',
    sqlState: '42P17',
    reason: 'the index is not partitioned',
    when: 'index-not-partitioned',
    until: 12,
  },
  {
    on: 'attach-index',
    sqlState: '42809',
    reason: 'the index is not partitioned',
    when: 'index-not-partitioned',
    since: 13,
  },
  {
    on: 'attach-index',
    sqlState: '55000',
    reason: 'it is an index of another table',
    when: 'index-of-other-table',
  },
  {
    on: ['add-foreign-key', 'create-table'],
    sqlState: '42830',
    reason: 'no unique constraint of the referenced table fits',
    when: 'not-referenceable',
  },
  {
    on: ['add-foreign-key', 'create-table'],
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
    on: 'attach-partition',
    sqlState: '42P07',
    reason: 'it is a partition of the other one',
    when: 'inherits-already',
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
    on: 'attach-partition',
    sqlState: '42809',
    reason: 'a partition, a parent or an heir, a table of a type or of another lifetime cannot be attached',
    when: 'not-attachable',
  },
  {
    on: 'attach-partition',
    sqlState: '55000',
    reason: 'identity columns come from the parent',
    when: 'attached-identity',
    since: 17,
  },
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
];
