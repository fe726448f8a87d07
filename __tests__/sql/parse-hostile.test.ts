import fc from 'fast-check';
import { clean } from '../../src/sql/clean';
import { verbatimFragment } from '../../src/sql/fragment';
import type { Gap } from '../../src/sql/gap';
import type { ParsedStatement, Parser } from '../../src/sql/parse';
import { loadParser } from '../../src/sql/parse';
import { filePath } from '../../src/sql/source';
import { split } from '../../src/sql/split';
import { cleanBodies } from '../../src/sql/template';

let parser: Parser;

beforeAll(async () => {
  parser = await loadParser();
});

function parse(text: string): readonly (ParsedStatement | Gap)[] {
  return parser.parse(verbatimFragment({ path: filePath('1.sql'), text }, 'file'));
}

/** Bits of SQL, of psql and of templates, put together at random. */
const scraps = fc
  .array(
    fc.constantFrom(
      ...[
        "'",
        '"',
        "E'\\'",
        '$$',
        '$a$',
        '--',
        '/*',
        '*/',
        '\n',
        '\r\n',
        ';',
        ' ',
        '(',
        ')',
        ':a',
        '::int',
        ":'a'",
        '[1:b]',
      ],
      ...[
        '{{ a }}',
        '{{',
        '}}',
        '{{ if x }}',
        '{{ end }}',
        '${a}',
        '@A@',
        '\\i a',
        '\\if a',
        '\\endif',
        '\\.',
        '\\gset',
      ],
      ...[
        'COPY a FROM stdin',
        'SELECT 1',
        'BEGIN ATOMIC',
        'CASE',
        'END',
        'CREATE FUNCTION f()',
        'é',
        '😀',
        '\ud800',
        '`a`',
        '#if',
      ],
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

/** Statements whose semicolons, quotes and comments are easily taken for others. */
const statements = fc.constantFrom(
  'SELECT 1',
  "SELECT 'a;b''é'",
  "SELECT E'\\';'",
  'SELECT "a;😀" FROM "-- t"',
  'DO $$ BEGIN PERFORM 1; END $$',
  'DO $é$ BEGIN PERFORM $$;$$; END $é$',
  "SELECT U&'\\0041;' UESCAPE '\\'",
  'SELECT a$b$ FROM t$$',
  'CREATE RULE r AS ON INSERT TO orders DO ALSO (SELECT 1; SELECT 2)',
  'CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END',
  'CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC SELECT 1; END',
  'BEGIN',
  'END',
  'SELECT 1 /* a /* ; */ b */ + 2',
  'SELECT 1 - -- ;\n 1',
  'CREATE SCHEMA s CREATE TABLE t (a int)',
  "SELECT n'a', b'1', x'f', 1.5e3, $1",
);
const separators = fc.constantFrom(';', '; ', ' ;\n', ' -- é ; \n;', '/* ; */;', ';;\r\n', ';\n-- 😀\n');

describe('split and parse', () => {
  it('find the same statements', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(statements, separators), { maxLength: 8 }), (parts) => {
        const text = parts.map((part) => part.join('')).join('');
        const parsed = parse(text);
        expect(parsed.map(({ kind }) => kind)).toEqual(parts.map(() => 'statement'));
        expect(parsed.map(({ at }) => text.slice(at.start, at.end))).toEqual(
          parts.map(([statement]) => statement),
        );
        expect(split(text)).toEqual(parsed.map(({ at: { start, end } }) => ({ start, end })));
      }),
    );
  });

  it('find the same statements around a faulty one', () => {
    fc.assert(
      fc.property(
        fc.array(statements, { maxLength: 4 }),
        fc.array(statements, { maxLength: 4 }),
        (before, after) => {
          const text = [...before, 'ALTR é', ...after].join(';\n');
          const read = parse(text).map(({ kind, at }) => `${kind} ${text.slice(at.start, at.end)}`);
          const good = (list: readonly string[]): readonly string[] =>
            list.map((statement) => `statement ${statement}`);
          expect(read).toEqual([...good(before), 'gap ALTR é', ...good(after)]);
        },
      ),
    );
  });
});

describe('clean', () => {
  it('keeps the length of any text', () => {
    fc.assert(
      fc.property(fc.oneof(scraps, fc.string({ unit: 'binary-ascii' })), (text) => {
        expect(clean(text).text).toHaveLength(text.length);
        expect(cleanBodies(text)).toHaveLength(text.length);
      }),
    );
  });
});

describe('parse', () => {
  it('survives any text, and its spans lie in order within it', () => {
    fc.assert(
      fc.property(fc.oneof(scraps, fc.string({ unit: 'binary-ascii' })), (text) => {
        let last = 0;
        for (const item of parse(text)) {
          expect(item.at.start).toBeGreaterThanOrEqual(item.kind === 'gap' ? 0 : last);
          expect(item.at.end).toBeLessThanOrEqual(text.length);
          if (item.kind === 'gap') continue;
          expect(item.text).toBe(text.slice(item.at.start, item.at.end));
          expect(item.parsed).toHaveLength(item.text.length);
          expect(item.text).toMatch(/^\S/);
          last = item.at.end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('refuses a NUL instead of reading up to it', () => {
    expect(parse('SELECT 1\0; DROP TABLE orders')).toEqual([
      {
        kind: 'gap',
        at: { file: '1.sql', start: 0, end: 28 },
        reason: 'syntax-error',
        detail: 'The SQL holds a NUL character, which ends it for PostgreSQL',
      },
    ]);
  });

  it('reads lone surrogates', () => {
    expect(parse("SELECT '\ud800'; SELECT 2").map(({ at }) => [at.start, at.end])).toEqual([
      [0, 10],
      [12, 20],
    ]);
  });

  it.each([
    ['operators', `SELECT 1${'+1'.repeat(20_000)}`, 'The text is nested too deeply for the parser'],
    ['parentheses', `SELECT ${'('.repeat(20_000)}1${')'.repeat(20_000)}`, 'memory exhausted at or near "("'],
    [
      'operators that the parser can still read',
      `SELECT 1${'+1'.repeat(2000)}`,
      'The statement is nested too deeply to be read',
    ],
  ])('tells of too many nested %s and reads on', (_, deep, detail) => {
    expect(parse(`${deep};\nSELECT 2`)).toMatchObject([
      { kind: 'gap', reason: 'too-deep', detail, at: { start: 0, end: deep.length } },
      { kind: 'statement', text: 'SELECT 2' },
    ]);
  });

  it('reads on however often the stack has overflowed', async () => {
    const tired = await loadParser();
    const deep = `SELECT 1${'+1'.repeat(20_000)}`;
    for (let times = 0; times < 22; times++)
      expect(tired.parseText(deep)).toMatchObject({ kind: 'failure', tooDeep: true });
    expect(tired.parseText('SELECT 1')).toHaveLength(1);
    expect(tired.parsePlPgSQL('DO $$ BEGIN END $$')).toMatchObject({ kind: 'plpgsql' });
  });

  it('reads ten megabytes of inserts, with a fault among them', () => {
    const insert = "INSERT INTO orders (id, note) VALUES (1, 'naïve');\n";
    const count = Math.floor((10 * 1024 * 1024) / insert.length / 10) - 1;
    const text = insert.repeat(count) + 'INSRT;\n' + insert;
    const read = parse(text);
    expect(read).toHaveLength(count + 2);
    expect(read.filter(({ kind }) => kind === 'gap')).toMatchObject([
      { at: { start: insert.length * count, end: insert.length * count + 5 } },
    ]);
  });

  it.each([
    ['quotes that nobody closes', "SELECT '"],
    ['dollar quotes', 'SELECT $a$;\n$b$'],
    ['comments', '/* '],
    ['braces', '{{ '],
    ['variables of templates', '${ '],
    ['branches', '\\if x\n'],
    ['COPY without data', 'COPY a FROM stdin;\n'],
    ['backslashes', '\\'],
    ['colons', ':'],
  ])('comes to an end with 300,000 characters of %s, and its spans lie in order', (_, scrap) => {
    const starts = parse(scrap.repeat(300_000 / scrap.length)).map(({ at }) => at.start);
    expect(starts.every((start, index) => start > (starts[index - 1] ?? -1))).toBe(true);
  });
});
