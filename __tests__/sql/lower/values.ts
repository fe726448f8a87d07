/** What the expected operations of these tests are put together from. */
export const plain = (name: string) => ({ schema: null, name });
export const shop = (name: string) => ({ schema: 'shop', name });
export const column = (name: string) => ({ kind: 'column', relation: null, name }) as const;
export const number = (value: number) => ({ kind: 'constant', value, text: String(value) }) as const;
export const text = (value: string) => ({ kind: 'constant', value, text: `'${value}'` }) as const;
export const type = (name: string) => ({ schema: null, name, modifiers: [], arrayDimensions: 0 });
export const positive = { kind: 'operator', name: '>', left: column('total'), right: number(0) } as const;
export const restrict = { ifExists: false, cascade: false };
export const cascade = { ifExists: true, cascade: true };
export const nothing = { reads: [], writes: [], calls: [], columns: [], limited: false };
export const one = {
  ...nothing,
  columns: [{ name: '?column?', expression: number(1) }],
  limited: true,
  bare: true as const,
};
export const key = {
  column: null,
  expression: null,
  collation: null,
  operatorClass: null,
  descending: false,
  nullsFirst: null,
  excludeOperator: null,
};
export const index = {
  name: 'i',
  table: plain('orders'),
  method: 'btree',
  unique: false,
  keys: [{ ...key, column: 'id' }],
  include: [],
  predicate: null,
  nullsNotDistinct: false,
  tablespace: null,
};
export const grantee = { objectType: 'table', target: 'names', cascade: false, grantOption: false } as const;
export const trigger = {
  kind: 'create-trigger',
  trigger: 't',
  table: plain('orders'),
  replace: false,
  constraint: false,
  row: false,
  timing: 'after',
  events: ['insert'],
  columns: [],
  transitions: { old: null, new: null },
  when: null,
  function: plain('f'),
  args: [],
  deferrable: false,
  initiallyDeferred: false,
  referenced: null,
} as const;
