import fc from 'fast-check';
import { lineMap, linesOf } from '../../src/sql/line-map';
import { filePath } from '../../src/sql/source';

describe('lineMap', () => {
  it.each([
    ['LF', 'a\nbc\n'],
    ['CR LF', 'a\r\nbc\r\n'],
    ['CR', 'a\rbc\r'],
  ])('counts lines that end with %s', (_, text) => {
    const lines = lineMap(text);
    const start = text.indexOf('b');
    expect(lines.lineCount).toBe(3);
    expect(lines.place(start, start + 2)).toEqual({ line: 2, column: 1, endLine: 2, endColumn: 3 });
    expect(lines.lineStart(2)).toBe(start);
  });

  it('counts columns in UTF-16 code units', () => {
    expect(lineMap("'😀' x").place(5, 6)).toEqual({ line: 1, column: 6, endLine: 1, endColumn: 7 });
  });

  it('clamps to the text', () => {
    expect(lineMap('').place(-1, 9)).toEqual({ line: 1, column: 1, endLine: 1, endColumn: 1 });
    expect(lineMap('a\nb').lineStart(9)).toBe(3);
  });

  it('agrees with cutting the text into lines', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'é', '\r', '\n') }), fc.nat(40), (text, offset) => {
        const at = Math.min(offset, text.length);
        // A cut between CR and LF would make two line ends of one.
        fc.pre(!(text[at - 1] === '\r' && text[at] === '\n'));
        const before = text.slice(0, at).split(/\r\n|\r|\n/);
        expect(lineMap(text).place(at, at)).toMatchObject({
          line: before.length,
          column: (before.at(-1) ?? '').length + 1,
        });
      }),
    );
  });
});

describe('linesOf', () => {
  it('reads the lines of a file once', () => {
    const source = { path: filePath('1.sql'), text: 'a\nb' };
    expect(linesOf(source)).toBe(linesOf(source));
    expect(linesOf(source).lineCount).toBe(2);
  });
});
