import { split } from '../../src/sql/split';

function pieces(text: string): readonly string[] {
  return split(text).map(({ start, end }) => text.slice(start, end));
}

describe('split', () => {
  it('cuts at semicolons and leaves comments and white space out', () => {
    expect(pieces('-- first\nSELECT 1 ; /* none */ ;;\n SELECT 2 -- last\n')).toEqual([
      'SELECT 1',
      'SELECT 2',
    ]);
    expect(pieces('')).toEqual([]);
    expect(pieces('-- only\n')).toEqual([]);
  });

  it.each([
    "SELECT 'a;b', 'it''s;'",
    "SELECT E'a\\';b'",
    'SELECT 1 AS "a;b"',
    "SELECT U&'a;b' UESCAPE '!'",
    'DO $$ BEGIN PERFORM 1; END $$',
    'DO $do$ BEGIN EXECUTE $$ SELECT 1; $$; END $do$',
    'SELECT 1 /* a; /* b; */ c; */ + 1',
    'CREATE RULE r AS ON INSERT TO orders DO INSTEAD (SELECT 1; SELECT 2)',
    'CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN a THEN 1 END FROM t; END',
    'CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC DELETE FROM orders; END',
    'SELECT $1, a$b$, 1 FROM t',
  ])('does not cut within %s', (statement) => {
    expect(pieces(`${statement};\nSELECT 3`)).toEqual([statement, 'SELECT 3']);
  });

  it('cuts after BEGIN and END as commands, and within a parenthesis that nobody closes', () => {
    expect(pieces('BEGIN; SELECT 1; END; SELECT 2')).toEqual(['BEGIN', 'SELECT 1', 'END', 'SELECT 2']);
    expect(pieces('CREATE TABLE orders (id int; SELECT 2')).toEqual([
      'CREATE TABLE orders (id int',
      'SELECT 2',
    ]);
  });

  it('goes on below a string that nobody closes', () => {
    const text =
      "SELECT 1;\nINSERT INTO notes VALUES ('open);\n\nALTER TABLE orders ADD note text;\nSELECT 2";
    expect(pieces(text)).toEqual([
      'SELECT 1',
      "INSERT INTO notes VALUES ('open);",
      'ALTER TABLE orders ADD note text',
      'SELECT 2',
    ]);
    expect(pieces('SELECT 1;\nDO $$ BEGIN\n  x;\n')).toEqual(['SELECT 1', 'DO $$ BEGIN\n  x;\n']);
  });

  it('gives up on the rest after many of them, in linear time', () => {
    const text = Array.from({ length: 50_000 }, (_, index) => `SELECT $a${index}$;`).join('\n');
    expect(split(text)).toHaveLength(51);
  });
});
