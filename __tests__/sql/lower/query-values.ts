import type { Query, QueryRead, QueryWrite } from '../../../src/postgres/query';

/** What the expected queries are put together from. */
export const relation = (name: string, schema: string | null = null) => ({ schema, name });
export const read = (name: string, rest: Partial<QueryRead> = {}): QueryRead => ({
  relation: relation(name),
  locking: 'none',
  skipLocked: false,
  only: false,
  unbounded: false,
  ...rest,
});
export const all = { unbounded: true };
export const aside = { aside: true } as const;
export const write = (
  name: string,
  command: QueryWrite['command'],
  rest: Partial<QueryWrite> = {},
): QueryWrite => ({
  relation: relation(name),
  command,
  only: false,
  columns: [],
  where: null,
  valueRows: null,
  values: [],
  onConflict: 'none',
  ...rest,
});
export const column = (name: string, of: string | null = null) =>
  ({ kind: 'column', relation: of, name }) as const;
export const number = (value: number) => ({ kind: 'constant', value, text: String(value) }) as const;
export const equals = (left: string, value: number, of: string | null = null) =>
  ({ kind: 'operator', name: '=', left: column(left, of), right: number(value) }) as const;
export const nothing: Query = { reads: [], writes: [], calls: [], columns: [], limited: false };
export const subquery = (name: string) => ({ kind: 'subquery', reads: [relation(name)], args: [] }) as const;
export const setOnConflict = (
  name: string,
  value: ReturnType<typeof subquery>,
): Pick<QueryWrite, 'onConflict' | 'setOnConflict' | 'arbiter'> => ({
  onConflict: 'update',
  setOnConflict: { columns: [name], values: [value] },
  arbiter: { constraint: null, columns: ['id'] },
});
