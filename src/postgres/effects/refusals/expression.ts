import type { Refusal } from '../refusal';
import { NEW_KEYS } from './new-keys';

/** What may not stand in defaults, checks, generated columns and indexes, and values that do not fit. */
export const EXPRESSION_REFUSALS: readonly Refusal[] = [
  {
    on: ['set-default', 'add-column', 'create-table'],
    sqlState: '42P10',
    reason: 'a default cannot speak of columns',
    when: 'default-reads-columns',
    until: 11,
  },
  {
    on: ['set-default', 'add-column', 'create-table'],
    sqlState: '0A000',
    reason: 'a default cannot speak of columns',
    when: 'default-reads-columns',
    since: 12,
  },
  {
    on: ['set-default', 'add-column', 'create-table', 'add-check'],
    sqlState: '0A000',
    reason: 'defaults and checks cannot hold a subquery',
    when: 'subquery-in-expression',
  },
  {
    on: 'add-column',
    sqlState: '42P17',
    reason: 'a generated column must be computed by what is IMMUTABLE',
    when: 'generated-not-immutable',
  },
  {
    on: ['add-column', 'create-table'],
    sqlState: '0A000',
    reason: 'a virtual column has a type of the system, and calls functions of the system alone',
    when: 'virtual-of-own-type',
    since: 18,
  },
  {
    on: [...NEW_KEYS, 'create-index'],
    sqlState: '42704',
    reason: 'the type of a column has no operator class for this kind of index',
    when: 'no-operator-class',
  },
  {
    on: ['create-index', 'add-exclusion'],
    sqlState: '42P17',
    reason: 'what an index computes must be IMMUTABLE',
    when: 'index-not-immutable',
  },
];
