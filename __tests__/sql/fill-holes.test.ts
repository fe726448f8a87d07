import { verbatimFragment } from '../../src/sql/fragment';
import type { Parser } from '../../src/sql/parse';
import { loadParser } from '../../src/sql/parse';
import { PLACEHOLDER } from '../../src/sql/placeholder';
import { filePath } from '../../src/sql/source';

let parser: Parser;

beforeAll(async () => {
  parser = await loadParser();
});

/** Reads a text in which `?` stands for what only the run tells: the statements, or why there is none. */
function read(text: string): readonly string[] {
  const sql = text.replaceAll('?', PLACEHOLDER);
  const fragment = verbatimFragment({ path: filePath('1.sql'), text: sql }, 'file');
  return parser.parse(fragment).map((item) => {
    if (item.kind === 'gap') return item.reason;
    expect(item.text).toBe(sql.slice(item.sqlStart, item.sqlEnd));
    return item.text.replaceAll(PLACEHOLDER, '?');
  });
}

test.each([
  ['a number', 'ALTER SEQUENCE orders_id_seq RESTART WITH ?'],
  ['a storage parameter beside an unknown table', 'ALTER TABLE ? SET (fillfactor = ?)'],
  ['a string', 'COMMENT ON TABLE orders IS ?'],
  ['the values of an enumeration', 'CREATE TYPE state AS ENUM (?)'],
  ['a condition', 'UPDATE orders SET total = 1 ?'],
  ['the end of a condition', 'DELETE FROM orders WHERE paid ? RETURNING id'],
  ['a word before what is made', 'CREATE ? INDEX orders_idx ON orders (total)'],
])('reads a statement that lacks %s', (_name, text) => {
  // What is taken to be nothing is no part of the statement at its end.
  expect(read(text)).toEqual([text.replace(/ \?$/, (hole) => (text.startsWith('UPDATE') ? '' : hole))]);
});

test.each([
  ['columns', 'CREATE TABLE orders (?)'],
  ['an action', 'ALTER TABLE orders ?'],
  ['what follows a type', 'ALTER TABLE orders ADD total int ?'],
  ['the kind of a constraint', 'ALTER TABLE orders ADD CONSTRAINT c ? (total)'],
  ['the rows', 'INSERT INTO orders VALUES ?'],
])('tells of a statement that lacks %s, and reads the next one', (_name, text) => {
  expect(read(`${text}; SELECT 1`)).toEqual(['template', 'SELECT 1']);
});
