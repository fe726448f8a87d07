import type { OperationKind } from '../../operation';
import type { Refusal } from '../refusal';
import { NEW_KEYS } from './new-keys';

const NEW_CONSTRAINTS: readonly OperationKind[] = [
  ...NEW_KEYS,
  'add-check',
  'add-not-null',
  'add-foreign-key',
];

/** What a statement says is at odds with the rest of it, or with what it speaks of. */
export const STATEMENT_REFUSALS: readonly Refusal[] = [
  {
    on: 'add-column',
    sqlState: '42701',
    reason: 'the statement adds the column twice',
    when: 'column-added-twice',
  },
  {
    on: 'alter-column-type',
    sqlState: '0A000',
    reason: 'the statement changes the type twice',
    when: 'type-changed-twice',
  },
  {
    on: NEW_CONSTRAINTS,
    sqlState: '42710',
    reason: 'the statement adds two constraints of that name',
    when: 'constraint-added-twice',
  },
  {
    on: 'add-check',
    sqlState: '42703',
    reason: 'the statement drops a column that the CHECK mentions',
    when: 'check-of-dropped-column',
  },
  {
    on: 'drop-constraint',
    sqlState: '42P16',
    reason: 'the column is in the primary key',
    when: 'not-null-of-primary-key',
    since: 18,
  },
  {
    on: 'drop-constraint',
    sqlState: '55000',
    reason: 'an identity column must be NOT NULL',
    when: 'not-null-of-identity',
    since: 18,
  },
  {
    on: ['create-trigger', 'create-event-trigger'],
    sqlState: '42P17',
    reason: 'the function does not return the type that such triggers call for',
    when: 'trigger-function-of-other-type',
  },
  {
    on: 'create-trigger',
    sqlState: '0A000',
    reason: 'there are no such triggers FOR EACH ROW, or FOR EACH STATEMENT',
    when: 'trigger-of-no-such-level',
  },
  {
    on: 'create-trigger',
    sqlState: '42P17',
    reason: 'there are no transition tables of that before, or for that event',
    when: 'transition-tables-misplaced',
  },
  {
    on: 'create-trigger',
    sqlState: '0A000',
    reason: 'transition tables are those of one event, without a list of columns',
    when: 'transition-tables-of-several',
  },
  {
    on: 'create-statistics',
    sqlState: '42P17',
    reason: 'statistics are those of two columns at least, or of an expression',
    when: 'statistics-of-one-column',
  },
  {
    on: ['create-publication', 'alter-publication'],
    sqlState: '22023',
    reason: 'only tables that are permanent are published',
    when: 'not-publishable',
  },
];
