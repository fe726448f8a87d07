import { cleanPsql } from '../../src/sql/psql';

describe('cleanPsql', () => {
  it('returns a text that needs no cleaning as it is', () => {
    const text = "SELECT E'\\n'; COPY orders FROM '/tmp/orders.csv';";
    expect(cleanPsql(text)).toEqual({ text, holes: [], conditional: [] });
  });

  it.each([
    ["\\qecho don't say it's free text\nSELECT 1;", '                               \nSELECT 1;'],
    ['\\set schema app\r\nSELECT 1;', '               \r\nSELECT 1;'],
    ['SELECT 1 \\gset\nSELECT 2', 'SELECT 1 ;    \nSELECT 2'],
    ['SELECT 1 \\; SELECT 2;', 'SELECT 1 ;  SELECT 2;'],
    ['\\pset null x \\\\ SELECT 1;', '                SELECT 1;'],
    ['\\restrict x7\n\\unrestrict x7\n', '            \n              \n'],
  ])('blanks %j', (text, clean) => {
    expect(cleanPsql(text)).toEqual({ text: clean, holes: [], conditional: [] });
  });

  it('blanks the data of COPY … FROM stdin', () => {
    const text =
      "COPY public.users (id, name) FROM stdin;\n1\tO'Brien\n2\tx;y\n\\.\n\nCOPY t TO stdout;\nSELECT 1;";
    expect(cleanPsql(text).text).toBe(
      'COPY public.users (id, name) FROM stdin;\n         \n     \n  \n\nCOPY t TO stdout;\nSELECT 1;',
    );
  });

  it('takes no statement for data where no line ends it', () => {
    const text = 'COPY users FROM stdin;\nDROP TABLE users;\n';
    expect(cleanPsql(text).text).toBe(text);
  });

  it.each([
    ['\\i grants.sql', 'meta-command', '\\i runs a file that is not read'],
    ['\\ir ../grants.sql', 'meta-command', '\\ir runs a file that is not read'],
    ['\\connect app', 'meta-command', '\\connect goes on in another connection'],
    ["\\copy users from 'users.csv' csv", 'meta-command', '\\copy copies rows from or to the client'],
    ['\\! createdb app', 'meta-command', '\\! runs a program'],
    ['#include "udfs/f.sql"', 'meta-command', '#include "udfs/f.sql" is a line of the C preprocessor'],
    ["SELECT 'x' \\gexec", 'dynamic-sql', '\\gexec runs each value of the result as a statement'],
  ])('tells what %s hides', (line, reason, detail) => {
    const start = Math.max(line.search(/\\gexec/), 0);
    expect(cleanPsql(`${line}\nSELECT 1;`).holes).toEqual([{ start, end: line.length, reason, detail }]);
  });

  it('tells which branch a stretch stands in', () => {
    const text =
      '\\if :{?x}\nSELECT 1;\n\\elif :y\nSELECT 2;\n\\else\nSELECT 3;\n\\endif\nSELECT 4;\n\\if z\nSELECT 5;';
    const { conditional } = cleanPsql(text);
    expect(
      conditional.map(({ start, end, condition }) => [text.slice(start, end).trim(), condition]),
    ).toEqual([
      ['SELECT 1;', '\\if :{?x}'],
      ['SELECT 2;', '\\elif :y'],
      ['SELECT 3;', 'not \\elif :y'],
      ['SELECT 5;', '\\if z'],
    ]);
  });

  it('is not misled by names of object members', () => {
    expect(cleanPsql('\\constructor\nSELECT 1').holes).toEqual([]);
  });
});
