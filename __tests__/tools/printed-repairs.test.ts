import { loadParser } from '../../src/sql/parse';
import type { Parser } from '../../src/sql/parse';
import { filePath } from '../../src/sql/source';
import { scriptsFor } from '../../src/tools/load-scripts';
import { TOOLS } from '../../src/tools/registry';
import type { Scripts } from '../../src/tools/scripts';

const ALONE = 'CREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);';
const OWN =
  "SET LOCAL lock_timeout = '2s';\nALTER TABLE orders ADD CONSTRAINT orders_total_check CHECK (total > 0) NOT VALID;";
/** Signs that the script's language or the tool could take for something else, and a line end that counts. */
const SIGNS =
  "SET LOCAL lock_timeout = '2s';\nALTER TABLE orders ADD CONSTRAINT orders_note_check CHECK (note ? 'a\\b' AND note <> '`${x}\n  what?') NOT VALID;";

/** Tools that have no switch in the migration: what has to be done beside it is said, and cannot be read back. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'db-migrate': 'an option of the command',
  diesel: 'a file beside it',
  flyway: 'a file beside it',
  hasura: 'by hand',
  kysely: 'an option of the migrator',
  refinery: 'by hand',
  sql: 'the runner is not known',
};

let parser: Parser;
let scripts: () => Scripts;
beforeAll(async () => {
  parser = await loadParser();
  const loaded = await scriptsFor(['a.ts']);
  if (loaded === null) throw new Error('a .ts file is a script');
  scripts = loaded;
});

describe.each(TOOLS.map((tool) => [tool.name, tool] as const))('%s', (name, tool) => {
  const read = (sql: string, transaction: 'own' | 'none') => {
    const { text, language } = tool.printRepair({ sql, transaction, name: 'orders_total' });
    const path = filePath(`migrations/20260101000000_orders_total.${language}`);
    const { fragments, gaps } = tool.extract(
      { path, text },
      {
        direction: 'up',
        path,
        tree: { paths: [path], read: () => text },
        transaction: null,
        javascript: scripts(),
      },
    );
    const statements = fragments.flatMap((fragment) =>
      parser.parse(fragment).map((found) => ('text' in found ? found.text : found.detail)),
    );
    return { fragments, statements, gaps };
  };

  test.each([OWN, SIGNS])('reads its own form of a migration in a transaction: %j', (sql) => {
    const { statements, gaps } = read(sql, 'own');
    const said = statements.filter((text) => !/^(?:begin|commit)$/i.test(text));
    expect({ said, gaps }).toEqual({ said: sql.replace(/;$/, '').split(';\n'), gaps: [] });
  });

  test('reads its own form of a statement outside of a transaction', () => {
    const { statements, fragments, gaps } = read(ALONE, 'none');
    const said = statements.filter((text) => !/^(?:begin|commit)$/i.test(text));
    expect({ said, gaps }).toEqual({ said: [ALONE.replace(/;$/, '')], gaps: [] });
    const isSwitched = fragments.every(
      ({ transaction }) => transaction === 'none' || (transaction === 'call' && statements.length === 1),
    );
    expect(isSwitched || statements.includes('COMMIT') || name in ELSEWHERE).toBe(true);
  });
});

test('a TypeORM class is named after the times that follow that of the migration, without which TypeORM refuses it', () => {
  const tool = TOOLS.find(({ name }) => name === 'typeorm');
  const step = { sql: ALONE, transaction: 'none', name: 'orders_total' } as const;
  const printed = [
    tool?.printRepair({ ...step, after: 'src/migrations/1700000001000-Change.ts', place: 2 }),
    tool?.printRepair({ ...step, after: 'src/migrations/change.ts', place: 1 }),
  ];
  expect(
    printed.map((each) => ({
      where: each?.where,
      name: each?.text.match(/^export class \w+|^ {2}name = .*/gm),
    })),
  ).toEqual([
    {
      where:
        "a new migration 1700000001002-OrdersTotal.ts, run with migrationsTransactionMode 'each' (TypeORM refuses it with 'all')",
      name: ['export class OrdersTotal1700000001002'],
    },
    {
      where:
        "a new migration <time>-OrdersTotal.ts, run with migrationsTransactionMode 'each' (TypeORM refuses it with 'all')",
      name: ['export class OrdersTotal', "  name = 'OrdersTotal<time>';"],
    },
  ]);
});

test.each([
  ['knex', 'migrations/1_a.ts', 'export async function up(knex) {}', 'export async function up(knex: Knex)'],
  ['knex', 'migrations/1_a.js', 'export const up = () => {};', 'export async function up(knex)'],
  ['knex', 'migrations/1_a.mjs', '', 'export async function up(knex)'],
  ['knex', 'migrations/1_a.js', 'exports.up = () => {};', 'exports.up = async function (knex)'],
  [
    'node-pg-migrate',
    'migrations/1_a.ts',
    'export function up() {}',
    'export const up = (pgm: MigrationBuilder)',
  ],
  ['node-pg-migrate', 'migrations/1_a.js', 'exports.up = () => {};', 'exports.up = (pgm)'],
  [
    'typeorm',
    'm/1700000001000-A.ts',
    'export class A {}',
    'export class OrdersTotal1700000001001 implements',
  ],
  ['typeorm', 'm/1700000001000-A.js', 'export class A {}', 'export class OrdersTotal1700000001001 {'],
  ['typeorm', 'm/1700000001000-A.js', 'module.exports = class A {}', 'module.exports = class OrdersTotal'],
])('%s writes as %s does (%s)', (name, after, text, start) => {
  const tool = TOOLS.find((each) => each.name === name);
  const printed = tool?.printRepair({ sql: ALONE, transaction: 'none', name: 'orders_total', after, text });
  const [, ending = ''] = /\.(\w+)$/.exec(after) ?? [];
  const path = filePath(`migrations/20260101000000_orders_total.${ending}`);
  const source = { path, text: printed?.text ?? '' };
  const { fragments, gaps } = tool?.extract(source, {
    direction: 'up',
    path,
    tree: { paths: [path], read: () => source.text },
    transaction: null,
    javascript: scripts(),
  }) ?? { fragments: [], gaps: [] };
  expect(source.text.split('\n').filter((line) => line.startsWith(start))).toHaveLength(1);
  expect(fragments.map(({ sql, transaction }) => [sql, transaction])).toEqual([[ALONE, 'none']]);
  expect(gaps).toEqual([]);
});

test('a file of SQL that @slonik/migrator runs is followed by another', () => {
  const tool = TOOLS.find(({ name }) => name === 'slonik');
  const step = { sql: ALONE, name: 'orders_total', after: 'migrations/2024.01.01T00.00.00.a.sql' } as const;
  expect([
    tool?.printRepair({ ...step, transaction: 'own' }),
    tool?.printRepair({ ...step, transaction: 'none' }),
  ]).toEqual([
    { where: '<time>.orders_total.sql', language: 'sql', text: ALONE },
    {
      where:
        '@slonik/migrator runs every migration in a transaction: run this by hand, then add it as a migration with IF NOT EXISTS',
      language: 'sql',
      text: ALONE,
    },
  ]);
});
