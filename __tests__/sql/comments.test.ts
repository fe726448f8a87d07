import { comments } from '../../src/sql/comments';

describe('comments', () => {
  it('yields line and block comments with their places', () => {
    const sql = '-- pgfence-disable-next-line\r\nSELECT 1; /* a /* nested */ one */ SELECT 2 --last';
    expect(comments(sql)).toEqual([
      { kind: 'line', start: 0, end: 28, text: ' pgfence-disable-next-line' },
      { kind: 'block', start: 40, end: 64, text: ' a /* nested */ one ' },
      { kind: 'line', start: 74, end: 80, text: 'last' },
    ]);
    for (const { start, end, text } of comments(sql)) expect(sql.slice(start, end)).toContain(text);
  });

  it.each([
    "'-- no'",
    "'it''s -- no'",
    "E'\\' -- no'",
    '"-- no"',
    '$$ -- no $$',
    '$body$ /* $$ -- no */ $body$',
    "U&'\\0041 -- no'",
    'a$b$ - 1',
    'no comment at all',
  ])('sees none in %s', (sql) => {
    expect(comments(`SELECT ${sql}; SELECT 1`)).toEqual([]);
  });

  it('sees one behind a name that ends like a dollar quote, and one that nobody closes', () => {
    expect(comments('SELECT a$b$ -- x')).toEqual([{ kind: 'line', start: 12, end: 16, text: ' x' }]);
    expect(comments('SELECT 1 /* x')).toEqual([{ kind: 'block', start: 9, end: 13, text: ' x' }]);
  });
});
