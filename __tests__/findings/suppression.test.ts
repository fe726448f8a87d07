import { commentLike, findSuppressions } from '../../src/findings/suppression';
import type { Suppression } from '../../src/findings/suppression';
import { suppress } from '../../src/findings/suppress';
import { comments } from '../../src/sql/comments';
import { filePath } from '../../src/sql/source';

function inSql(text: string): readonly Suppression[] {
  return findSuppressions({ path: filePath('001.sql'), text }, comments(text));
}

function inProgram(text: string): readonly Suppression[] {
  return findSuppressions({ path: filePath('001.ts'), text }, commentLike(text));
}

function plain({ scope, rules, reason, legacy, line }: Suppression): unknown {
  return { scope, rules, reason, legacy, line };
}

const ONE = { scope: 'statement', rules: ['drop-column'], reason: 'nobody reads it', legacy: false, line: 1 };

test.each([
  ['-- pgfence allow drop-column: nobody reads it', ONE],
  ['/* pgfence allow drop-column: nobody reads it */', ONE],
  ['--pgfence allow drop-column : nobody reads it  ', ONE],
  ['-- pgfence allow drop-column: nobody reads it\r\nDROP TABLE orders;', ONE],
  ['-- pgfence allow drop-column: as said: nobody', { ...ONE, reason: 'as said: nobody' }],
  [
    '-- pgfence allow drop-column, drop-table: x',
    { ...ONE, rules: ['drop-column', 'drop-table'], reason: 'x' },
  ],
  ['-- pgfence allow-file drop-column: x', { ...ONE, scope: 'file', reason: 'x' }],
  ['-- pgfence allow drop-column', { ...ONE, reason: '' }],
  ['-- pgfence allow drop-column\r\nDROP TABLE orders;', { ...ONE, reason: '' }],
  ['-- pgfence-ignore', { ...ONE, rules: [], reason: '', legacy: true }],
  ['-- pgfence-ignore: drop-column', { ...ONE, reason: '', legacy: true }],
])('reads %s', (text, expected) => {
  expect(inSql(text).map(plain)).toEqual([expected]);
});

test('several stand in one comment, each with its line', () => {
  const text = `/*\n * pgfence allow drop-column: a\n * pgfence allow drop-table: b\n */`;
  expect(inSql(text).map(plain)).toEqual([
    { ...ONE, reason: 'a', line: 2 },
    { ...ONE, rules: ['drop-table'], reason: 'b', line: 3 },
  ]);
});

test.each([
  "SELECT '-- pgfence allow drop-column: no comment';",
  'SELECT $$ -- pgfence allow drop-column: no comment $$;',
  '-- pgfence is a tool',
  'DROP TABLE orders; -- see pgfence.config.ts',
])('finds none in %s', (text) => {
  expect(inSql(text)).toEqual([]);
});

test('in a program comments of both languages are read', () => {
  const text = [
    '// pgfence allow drop-column: nobody reads it',
    'await runner.query(`-- pgfence allow drop-table: gone',
    'DROP TABLE orders`);',
    '/**',
    ' * pgfence allow-file missing-lock-timeout: set by the role',
    ' */',
  ].join('\n');
  expect(inProgram(text).map(plain)).toEqual([
    ONE,
    { ...ONE, rules: ['drop-table'], reason: 'gone', line: 2 },
    { ...ONE, scope: 'file', rules: ['missing-lock-timeout'], reason: 'set by the role', line: 5 },
  ]);
});

describe('what a suppression accepts', () => {
  const text = [
    '-- pgfence allow drop-column: a',
    'ALTER TABLE orders DROP COLUMN note;',
    'ALTER TABLE orders DROP COLUMN tax;',
    'ALTER TABLE orders -- pgfence allow drop-column: b',
    '  DROP COLUMN total;',
  ].join('\n');
  const statements = [...text.matchAll(/ALTER TABLE orders[^;]*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const findings = statements.map((statement) => ({ rule: 'drop-column', ...statement }));

  test('the next statement, or the one around it, and no other', () => {
    const { by, unused } = suppress(findings, inSql(text), statements);
    expect(by.map((each) => each?.reason)).toEqual(['a', undefined, 'b']);
    expect(unused).toEqual([]);
  });

  test('no other rule', () => {
    const others = findings.map((finding) => ({ ...finding, rule: 'drop-table' }));
    const { by, unused } = suppress(others, inSql(text), statements);
    expect(by).toEqual([undefined, undefined, undefined]);
    expect(unused.map(({ rule, suppression }) => [rule, suppression.reason])).toEqual([
      ['drop-column', 'a'],
      ['drop-column', 'b'],
    ]);
  });

  test('the whole file, from before the first statement', () => {
    const file = text.replace('allow drop', 'allow-file drop');
    const { by } = suppress(
      findings.map(({ rule, start, end }) => ({ rule, start: start + 5, end: end + 5 })),
      inSql(file),
      statements.map(({ start, end }) => ({ start: start + 5, end: end + 5 })),
    );
    expect(by.map((each) => each?.reason)).toEqual(['a', 'a', 'a']);
  });

  test('nothing, from a later place', () => {
    const late = `${text};\n-- pgfence allow-file drop-column: c`;
    const { unused } = suppress(findings, inSql(late), statements);
    expect(unused.map(({ rule, suppression }) => [rule, suppression.reason])).toEqual([['drop-column', 'c']]);
  });
});
