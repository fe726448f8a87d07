import type { AlterTableAction } from '../../../src/postgres/operations/alter-table';
import type { Expression } from '../../../src/postgres/expression';

/** The parser's name of a subcommand, what stands behind ALTER TABLE orders, and what it does. */
export type CommandCase = readonly [type: string, text: string, action: AlterTableAction];

export const bigint = { schema: null, name: 'int8', modifiers: [], arrayDimensions: 0 };
export const column = (name: string): Expression => ({ kind: 'column', relation: null, name });
export const number = (value: number): Expression => ({ kind: 'constant', value, text: String(value) });
export const positive: Expression = { kind: 'operator', name: '>', left: column('total'), right: number(0) };
export const plain = {
  collation: null,
  notNull: false,
  explicitNull: false,
  default: null,
  identity: null,
  generated: null,
  storage: null,
  compression: null,
};
export const check = {
  kind: 'check',
  noInherit: false,
  valid: true,
  enforced: true,
  inlineAt: null,
} as const;
export const unique = {
  kind: 'unique',
  name: null,
  columns: ['code'],
  include: [],
  nullsNotDistinct: false,
  withoutOverlaps: false,
  usingIndex: null,
  inlineAt: null,
  deferrable: false,
  initiallyDeferred: false,
} as const;
export const reference = {
  kind: 'foreign-key',
  name: 'orders_user',
  columns: ['user_id'],
  referenced: { schema: null, name: 'users' },
  referencedColumns: ['id'],
  onDelete: 'no-action',
  onUpdate: 'no-action',
  match: 'simple',
  period: false,
  valid: true,
  enforced: true,
  inlineAt: null,
  deferrable: false,
  initiallyDeferred: false,
} as const;
export const alteration = {
  kind: 'alter-constraint',
  constraint: 'c',
  deferrable: null,
  initiallyDeferred: null,
  enforced: null,
  noInherit: null,
} as const;
