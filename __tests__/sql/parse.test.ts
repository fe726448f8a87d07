import type { Fragment } from '../../src/sql/fragment';
import { verbatimFragment } from '../../src/sql/fragment';
import type { Parser } from '../../src/sql/parse';
import { loadParser } from '../../src/sql/parse';
import { filePath } from '../../src/sql/source';
import { offsetIn, spanIn } from '../../src/sql/statement';
import { collect } from '../../src/sql/walk';

let parser: Parser;

beforeAll(async () => {
  parser = await loadParser();
});

function fragmentOf(text: string): Fragment {
  return verbatimFragment({ path: filePath('1.sql'), text }, 'file');
}

/** What was read, one line each: the text at the span; a gap with its reason and detail. */
function read(text: string): readonly string[] {
  return parser.parse(fragmentOf(text)).map((item) => {
    const there = text.slice(item.at.start, item.at.end);
    if (item.kind === 'gap') return `${item.reason} <${there}> ${item.detail}`;
    expect(item.text).toBe(there);
    return item.fragment.condition === undefined ? there : `${there} [${item.fragment.condition}]`;
  });
}

describe('parse', () => {
  it('gives each statement with its text, place and tree', () => {
    const fragment = fragmentOf('-- first\nSELECT 1;\n');
    expect(parser.parse(fragment)).toEqual([
      {
        kind: 'statement',
        text: 'SELECT 1',
        at: { file: '1.sql', start: 9, end: 17 },
        sqlStart: 9,
        sqlEnd: 17,
        node: expect.objectContaining({ SelectStmt: expect.anything() }),
        fragment,
        placeholders: false,
        parsed: 'SELECT 1',
        byteStart: 9,
      },
    ]);
  });

  it('finds the places of a fragment that is a part of its source', () => {
    const source = { path: filePath('1.sql'), text: '-- up é\nSELECT 1;\n-- down\nSELECT 2;' };
    const [first] = parser.parse(verbatimFragment(source, 'file', 8, 18));
    expect(first?.at).toEqual({ file: '1.sql', start: 8, end: 16 });
  });

  it.each(['', ' \n\t', '-- only\n/* comments */', ';;'])('reads nothing in %j', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('cuts comments, white space and semicolons off', () => {
    expect(read("/* é */ SELECT '😀' -- tail\n /* more */;\r\nSELECT 2 /* end */ -- of it\r\n")).toEqual([
      "SELECT '😀'",
      'SELECT 2',
    ]);
    expect(read("SELECT '-- no comment';SELECT 1 - -1;SELECT '*/'")).toEqual([
      "SELECT '-- no comment'",
      'SELECT 1 - -1',
      "SELECT '*/'",
    ]);
  });

  it('reads what PostgreSQL 17 and 18 have brought', () => {
    const statement = 'CREATE TABLE a (b int CONSTRAINT c NOT NULL, d int GENERATED ALWAYS AS (b) VIRTUAL)';
    expect(read(statement)).toEqual([statement]);
  });
});

describe('a syntax error', () => {
  it('costs its own statement alone', () => {
    expect(
      read("SELECT 'é';\n-- why\nALTR TABLE orders ADD note text; -- x\nSELECT 2;\nSELECT '😀', a b c"),
    ).toEqual([
      "SELECT 'é'",
      'syntax-error <ALTR TABLE orders ADD note text> syntax error at or near "ALTR" (line 3, column 1)',
      'SELECT 2',
      'syntax-error <SELECT \'😀\', a b c> syntax error at or near "c" (line 5, column 18)',
    ]);
  });

  it('ends where statements start again', () => {
    expect(read("INSERT INTO notes VALUES ('open);\nSELECT 2;")).toEqual([
      `syntax-error <INSERT INTO notes VALUES ('open);> unterminated quoted string at or near "'open);" (line 1, column 27)`,
      'SELECT 2',
    ]);
  });

  it('is quoted in short', () => {
    const [gap] = parser.parse(fragmentOf(`SELECT '${'x'.repeat(10_000)}`));
    expect(gap?.kind === 'gap' && gap.detail.length).toBe(220);
  });
});

describe('text that is not SQL', () => {
  it('leaves what psql keeps to itself', () => {
    const text =
      '\\set ON_ERROR_STOP 1\n\\if :prod\nDROP TABLE orders;\n\\endif\n\\i grants.sql\nCOPY a FROM stdin;\n1\n\\.\nSELECT 2 \\gset\n';
    expect(read(text)).toEqual([
      'DROP TABLE orders [\\if :prod]',
      'meta-command <\\i grants.sql> \\i runs a file that is not read',
      'COPY a FROM stdin',
      'SELECT 2',
    ]);
  });

  it('becomes placeholders', () => {
    const [statement] = parser.parse(fragmentOf('CREATE TABLE {{ .Schema }}.orders (id int DEFAULT :start)'));
    expect(statement).toMatchObject({
      kind: 'statement',
      text: 'CREATE TABLE {{ .Schema }}.orders (id int DEFAULT :start)',
      parsed: 'CREATE TABLE \uE000___Schema___.orders (id int DEFAULT \uE000start)',
      placeholders: true,
    });
    expect(collect(statement, 'RangeVar')).toMatchObject([
      { schemaname: '\uE000___schema___', relname: 'orders' },
    ]);
  });

  it('becomes placeholders even where it would parse', () => {
    const [statement] = parser.parse(fragmentOf('DROP TABLE "{{schema}}".orders'));
    expect(statement).toMatchObject({ placeholders: true, parsed: 'DROP TABLE "\uE000_schema__".orders' });
    const [literal] = parser.parse(fragmentOf("SELECT '{{x}}'"));
    expect(literal).toMatchObject({ placeholders: false });
  });

  it('is a gap where it stands for a statement', () => {
    expect(read('{{ template "x" . }};\nSELECT 1')).toEqual([
      'template <{{ template "x" . }}> syntax error at or near "__template__x______" (line 1, column 1)',
      'SELECT 1',
    ]);
  });

  it('costs no statement that merely looks like it', () => {
    expect(read("SELECT JSON_OBJECT('a':b);\nSELEC 1")).toEqual([
      "SELECT JSON_OBJECT('a':b)",
      'syntax-error <SELEC 1> syntax error at or near "SELEC" (line 2, column 1)',
    ]);
  });

  it('is one gap where it is the SQL of another server', () => {
    expect(read('-- x\nCREATE TABLE `a` (id int AUTO_INCREMENT) ENGINE=InnoDB;\nSELECT 1;')).toEqual([
      'other-dialect <CREATE TABLE `a` (id int AUTO_INCREMENT) ENGINE=InnoDB;\nSELECT 1> This is SQL for MySQL',
    ]);
    expect(read('PRAGMA foreign_keys = OFF;\nSELECT 1;\nSELECT 2;')).toEqual([
      'other-dialect <PRAGMA foreign_keys = OFF> This is SQL for SQLite: syntax error at or near "PRAGMA" (line 1, column 1)',
      'SELECT 1',
      'SELECT 2',
    ]);
  });
});

describe('offsetIn and spanIn', () => {
  it('find what a location of the tree points to', () => {
    const text = "SELECT 'é'; CREATE TABLE a (b int DEFAULT length('ü'), c int CHECK (c > 0))";
    const [, statement] = parser.parse(fragmentOf(text));
    if (statement?.kind !== 'statement') throw new Error('It does not parse');
    const [check] = collect(statement.node, 'A_Expr');
    const start = offsetIn(statement, check?.location ?? 0);
    expect(statement.text.slice(start)).toBe('> 0))');
    const span = spanIn(statement, start, start + 1);
    expect(text.slice(span.start, span.end)).toBe('>');
  });
});

describe('parseText', () => {
  it('gives the statements of a text, or says why not', () => {
    expect(parser.parseText("SELECT 'é'; TABLE a")).toEqual([
      { node: expect.objectContaining({}), start: 0, end: 10 },
      { node: expect.objectContaining({}), start: 12, end: 19 },
    ]);
    expect(parser.parseText('')).toEqual([]);
    expect(parser.parseText("SELECT '😀' FROM WHERE")).toEqual({
      kind: 'failure',
      error: 'syntax error at or near "WHERE"',
      position: 17,
      tooDeep: false,
    });
  });
});

describe('parsePlPgSQL', () => {
  it('gives the tree of a body', () => {
    const tree = parser.parsePlPgSQL('DO $$ BEGIN DROP TABLE orders; END $$');
    expect(JSON.stringify(tree)).toContain('"query":"DROP TABLE orders"');
    expect(tree).toMatchObject({ kind: 'plpgsql', functions: [{ PLpgSQL_function: {} }] });
  });

  it('reads through templates', () => {
    const sql = 'DO $x$ BEGIN ALTER TABLE {{ index .Options "Namespace" }}.users ADD note text; END $x$';
    const tree = parser.parsePlPgSQL(sql);
    expect(JSON.stringify(tree)).toContain(
      '"query":"ALTER TABLE \uE000__index__Options__Namespace____.users ADD note text"',
    );
  });

  it('reads through psql variables', () => {
    const sql = 'CREATE FUNCTION :schema.f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$';
    expect(parser.parsePlPgSQL(sql)).toMatchObject({ kind: 'plpgsql' });
  });

  it('says why a body could not be read', () => {
    expect(parser.parsePlPgSQL('DO $$ BEGIN RETUR; END $$')).toEqual({
      kind: 'failure',
      error: 'syntax error at or near "RETUR"',
      position: undefined,
      tooDeep: false,
    });
  });
});
