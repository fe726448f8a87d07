import * as babel from '@babel/parser';
import { createScripts } from '../../src/tools/script-readers';
import { isGap } from '../../src/sql/gap';
import type { Parser } from '../../src/sql/parse';
import { loadParser } from '../../src/sql/parse';
import { filePath } from '../../src/sql/source';
import { knex } from '../../src/tools/knex';

let parser: Parser;

beforeAll(async () => {
  parser = await loadParser();
});

/** What stands at the place of each statement that a migration sends, with the file if it is another one. */
function places(body: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
  const path = filePath('migrations/1.js');
  const text = `// für größere Mengen 🐘\n${body}`;
  const tree = { paths: [], read: (name: string) => files[name] ?? null };
  const javascript = createScripts(babel);
  const context = { direction: 'up', path, tree, transaction: null, javascript } as const;
  const { fragments, gaps } = knex.extract({ path, text }, context);
  expect(gaps).toEqual([]);
  return fragments
    .flatMap((fragment) => parser.parse(fragment))
    .map((item) => {
      if (isGap(item)) return item.detail;
      const { file, start, end } = item.at;
      return file === path ? text.slice(start, end) : `${file}: ${files[file]?.slice(start, end) ?? ''}`;
    });
}

test.each([
  [
    'several statements of one template',
    "exports.up = (knex) => knex.raw(`\n-- né\nALTER TABLE orders ADD größe int;\nCOMMENT ON TABLE orders IS 'é';`);",
    ['ALTER TABLE orders ADD größe int', "COMMENT ON TABLE orders IS 'é'"],
  ],
  [
    'a string with escapes',
    String.raw`exports.up = (knex) => knex.raw('ALTER TABLE "orders" ADD note text DEFAULT \'\u00e9\';\nDROP TABLE "é"');`,
    [String.raw`ALTER TABLE "orders" ADD note text DEFAULT \'\u00e9\'`, 'DROP TABLE "é"'],
  ],
  [
    'strings that are joined',
    "exports.up = (knex) => knex.raw('ALTER TABLE orders ' +\n  'ADD größe int');",
    ["ALTER TABLE orders ' +\n  'ADD größe int"],
  ],
  [
    'a constant that is put in',
    "const T = 'bestellungen_é';\nexports.up = (knex) => knex.raw(`DROP TABLE ${T};\nDROP INDEX ${T}_idx;\nDROP VIEW v`);",
    ['DROP TABLE ${T}', 'DROP INDEX ${T}_idx', 'DROP VIEW v'],
  ],
  [
    'what only the run tells',
    'exports.up = (knex) => knex.raw(`DROP TABLE ${process.env.É};\nDROP VIEW v`);',
    ['DROP TABLE ${process.env.É}', 'DROP VIEW v'],
  ],
  [
    'text that stands elsewhere',
    "const SQL = 'DROP VIEW größen';\nexports.up = (knex) => knex.raw(SQL);",
    ['DROP VIEW größen'],
  ],
  [
    'builder calls',
    "exports.up = (knex) => knex.schema.dropTable('größen').table('orders', (t) => t.index('größe'));",
    ["knex.schema.dropTable('größen')", "t.index('größe')"],
  ],
])('finds %s', (_name, body, expected) => {
  expect(places(body)).toEqual(expected);
});

test('finds statements in a file that is read', () => {
  const sql = '-- Größen\nDROP TABLE größen;\nDROP VIEW "né";\n';
  const body =
    "const fs = require('fs');\nexports.up = (knex) => knex.raw(fs.readFileSync(__dirname + '/1.sql', 'utf8'));";
  expect(places(body, { 'migrations/1.sql': sql })).toEqual([
    'migrations/1.sql: DROP TABLE größen',
    'migrations/1.sql: DROP VIEW "né"',
  ]);
});
