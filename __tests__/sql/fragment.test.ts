import type { Fragment } from '../../src/sql/fragment';
import { spanAt, verbatimFragment } from '../../src/sql/fragment';
import { filePath } from '../../src/sql/source';

const source = { path: filePath('1.sql'), text: '-- up\nSELECT 1;\n-- down\nSELECT 2;' };

describe('verbatimFragment', () => {
  it('takes the whole file, in a call of its own', () => {
    expect(verbatimFragment(source, 'file')).toEqual({
      sql: source.text,
      source,
      segments: [{ sqlStart: 0, at: { file: '1.sql', start: 0, end: 33 }, mapping: 'verbatim' }],
      transaction: 'file',
      call: 0,
    });
  });

  it('takes a part, numbered by where it starts', () => {
    const fragment = verbatimFragment(source, 'none', 6, 15);
    expect(fragment).toMatchObject({ sql: 'SELECT 1;', call: 6 });
    expect(spanAt(fragment, 7, 8)).toEqual({ file: '1.sql', start: 13, end: 14 });
  });
});

describe('spanAt', () => {
  const file = filePath('1.ts');
  const names = filePath('names.ts');
  // `DROP TABLE ${name}, b` with a name of six characters from a constant.
  const fragment: Fragment = {
    sql: 'DROP TABLE orders, b',
    source: { path: file, text: '' },
    segments: [
      { sqlStart: 0, at: { file, start: 100, end: 111 }, mapping: 'verbatim' },
      { sqlStart: 11, at: { file, start: 111, end: 118 }, mapping: 'whole' },
      { sqlStart: 17, at: { file, start: 118, end: 121 }, mapping: 'verbatim' },
    ],
    transaction: 'call',
    call: 0,
  };

  it.each([
    ['within a verbatim segment', 5, 10, { file, start: 105, end: 110 }],
    ['up to the end of one', 0, 11, { file, start: 100, end: 111 }],
    ['over all of them', 0, 20, { file, start: 100, end: 121 }],
    ['within one that is mapped as a whole', 12, 14, { file, start: 111, end: 118 }],
    ['of no length', 5, 5, { file, start: 105, end: 105 }],
    ['beyond the end', 18, 99, { file, start: 119, end: 121 }],
  ])('maps a stretch %s', (_, start, end, span) => {
    expect(spanAt(fragment, start, end)).toEqual(span);
  });

  it('stays in the first segment if the last stands in another file or above it', () => {
    const [first, ...rest] = fragment.segments;
    const elsewhere = rest.map((segment) => ({ ...segment, at: { file: names, start: 0, end: 9 } }));
    const above = rest.map((segment) => ({ ...segment, at: { file, start: 0, end: 9 } }));
    for (const others of [elsewhere, above]) {
      const moved = { ...fragment, segments: [...(first === undefined ? [] : [first]), ...others] };
      expect(spanAt(moved, 5, 20)).toEqual({ file, start: 105, end: 111 });
    }
  });
});
