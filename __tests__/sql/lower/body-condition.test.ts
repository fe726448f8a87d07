import type { Body } from '../../../src/postgres/body';
import { outline } from './body-outline';
import type { TextLowering } from './lower-text';
import { textLowering } from './lower-text';

describe('conditions of IF', () => {
  let sql: TextLowering;
  beforeAll(async () => {
    sql = await textLowering();
  });

  const bodyOf = (text: string): Body => {
    const [operation] = sql.operations(text);
    if (operation?.kind === 'do-block' || operation?.kind === 'create-function') return operation.body;
    throw new Error(text);
  };
  const outlineOf = (text: string): readonly string[] => outline(bodyOf(text), text);
  const plpgsql = (body: string, declare = ''): readonly string[] =>
    outlineOf(`DO $$ ${declare === '' ? '' : `DECLARE ${declare};`} BEGIN\n${body}\nEND $$`);

  it.each([
    ["EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'c')", 'exists constraint null null c'],
    [
      "NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'c' AND conrelid = 'shop.orders'::regclass AND contype = 'f')",
      'not exists constraint shop orders c',
    ],
    [
      "EXISTS (SELECT 1 FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace WHERE t.relname = 'orders' AND n.nspname = 'shop' AND c.conname = 'c')",
      'exists constraint shop orders c',
    ],
    [
      "EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE constraint_name = 'c' AND table_name = 'orders' AND table_schema = current_schema())",
      'exists constraint null orders c',
    ],
    [
      "EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'orders' AND column_name = 'total')",
      'exists column null orders total',
    ],
    [
      "EXISTS (SELECT 1 FROM information_schema.columns WHERE table_schema = 'shop' AND table_name = 'orders' AND column_name = 'total' AND is_nullable = 'NO')",
      'subquery',
    ],
    [
      "EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = '\"Orders\"'::regclass AND attname = 'total' AND NOT attisdropped AND attnum > 0)",
      'exists column null Orders total',
    ],
    ["NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'status')", 'not exists type null status'],
    [
      "NOT (EXISTS (SELECT 1 FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE typname = 'status' AND nspname = 'shop'))",
      'not exists type shop status',
    ],
    [
      "EXISTS (SELECT 1 FROM pg_enum WHERE enumlabel = 'paid' AND enumtypid = 'status'::regtype)",
      'exists enum-value status paid',
    ],
    [
      "EXISTS (SELECT 1 FROM pg_enum WHERE enumlabel = 'paid' AND enumtypid = (SELECT oid FROM pg_type WHERE typname = 'status'))",
      'exists enum-value status paid',
    ],
    ["EXISTS (SELECT 1 FROM pg_class WHERE relname = 'orders')", 'exists relation null orders'],
    ["EXISTS (SELECT 1 FROM pg_class WHERE relname = 'i' AND relkind = 'i')", 'exists index null i'],
    ["EXISTS (SELECT 1 FROM pg_class WHERE relname = 's' AND relkind = 'S')", 'exists sequence null s'],
    [
      "EXISTS (SELECT 1 FROM pg_class WHERE relname = 'orders' AND relkind IN ('r', 'p'))",
      'exists table null orders',
    ],
    [
      "EXISTS (SELECT 1 FROM pg_indexes WHERE indexname = 'i' AND schemaname = 'shop' AND tablename = 'orders')",
      'exists index shop i',
    ],
    [
      "EXISTS (SELECT FROM pg_catalog.pg_tables WHERE schemaname = 'shop' AND tablename = 'orders')",
      'exists table shop orders',
    ],
    [
      "EXISTS (SELECT FROM information_schema.tables WHERE table_name = 'orders' AND table_type = 'BASE TABLE')",
      'exists table null orders',
    ],
    ["EXISTS (SELECT FROM pg_views WHERE viewname = 'v')", 'exists view null v'],
    ["EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm')", 'exists extension null pg_trgm'],
    ["EXISTS (SELECT FROM pg_namespace WHERE nspname = 'shop')", 'exists schema null shop'],
    ["EXISTS (SELECT FROM pg_roles WHERE rolname = 'app')", 'exists role null app'],
    ["EXISTS (SELECT FROM pg_proc WHERE proname = 'f')", 'exists function null f'],
    ["EXISTS (SELECT FROM pg_publication WHERE pubname = 'feed')", 'exists publication null feed'],
    [
      "EXISTS (SELECT FROM pg_trigger WHERE tgname = 't' AND tgrelid = 'orders'::regclass AND NOT tgisinternal)",
      'exists trigger null orders t',
    ],
    [
      "EXISTS (SELECT FROM pg_policies WHERE policyname = 'p' AND tablename = 'orders')",
      'exists policy null orders p',
    ],
    ["to_regclass('shop.orders') IS NULL", 'not exists relation shop orders'],
    ['to_regclass(\'public."Orders"\') IS NOT NULL', 'exists relation public Orders'],
    ["to_regtype('status') IS NULL", 'not exists type null status'],
    ["(SELECT to_regclass('orders')) IS NULL", 'is-null'],
    ["(SELECT count(*) FROM pg_class WHERE relname = 'orders') = 0", 'not exists relation null orders'],
    ["(SELECT 1 FROM pg_type WHERE typname = 'status') IS NULL", 'not exists type null status'],
    ["EXISTS (SELECT FROM pg_class WHERE relname LIKE 'orders%')", 'subquery'],
    ["EXISTS (SELECT FROM pg_class WHERE relname IN ('a', 'b'))", 'subquery'],
    ["EXISTS (SELECT FROM pg_class WHERE relname = 'a' OR relname = 'b')", 'subquery'],
    ["EXISTS (SELECT FROM shop.pg_class WHERE relname = 'a')", 'subquery'],
  ])('condition %s', (condition, expected) => {
    expect(plpgsql(`IF ${condition} THEN NULL; END IF;`).filter((line) => !line.startsWith('sql'))).toEqual([
      `if ${expected}`,
      'else',
      'return',
    ]);
  });

  it('a condition that reads a table', () => {
    expect(plpgsql('IF NOT EXISTS (SELECT 1 FROM orders) THEN DROP TABLE orders; END IF;')).toEqual([
      'sql NOT EXISTS (SELECT 1 FROM orders) => query at its place',
      'if not',
      '  sql DROP TABLE orders => drop-table at its place',
      'else',
      'return',
    ]);
  });

  it('asks the parts of AND one by one', () => {
    const exists = (name: string): string => `EXISTS (SELECT 1 FROM pg_type WHERE typname = '${name}')`;
    const body = `IF n > 1 THEN DROP TABLE y; ELSIF ${exists('a')} AND NOT ${exists('b')} THEN DROP TABLE x; END IF;`;
    expect(plpgsql(body)).toEqual([
      'if operator',
      '  sql DROP TABLE y => drop-table at its place',
      'if not exists type null a',
      'if exists type null b',
      'else',
      '  sql DROP TABLE x => drop-table at its place',
      'return',
    ]);
    expect(plpgsql(body.replace('END IF', 'ELSE DROP TABLE z; END IF'))).toEqual([
      'if operator',
      '  sql DROP TABLE y => drop-table at its place',
      'if and',
      '  sql DROP TABLE x => drop-table at its place',
      'else',
      '  sql DROP TABLE z => drop-table at its place',
      'return',
    ]);
    expect(plpgsql('IF n > 1 AND n < 5 THEN DROP TABLE x; END IF;')[0]).toBe('if and');
  });
});
