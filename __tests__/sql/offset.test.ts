import fc from 'fast-check';
import { byteOffsets, codePointOffset } from '../../src/sql/offset';

const texts = fc.string({ unit: fc.constantFrom('a', 'é', '€', '😀', '\ud800', '\udc00') });

describe('byteOffsets', () => {
  it('agrees with encoding the text up to each offset', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const offset = byteOffsets(text);
        for (let at = 0; at <= text.length; at++) {
          // Between the halves of a pair no byte offset lies.
          if (/[\ud800-\udbff]$/.test(text.slice(0, at)) && /^[\udc00-\udfff]/.test(text.slice(at))) continue;
          expect(offset(Buffer.byteLength(text.slice(0, at)))).toBe(at);
        }
      }),
    );
  });

  it('stays within the text', () => {
    expect(byteOffsets('é')(99)).toBe(1);
  });
});

describe('codePointOffset', () => {
  it('agrees with the iterator of strings', () => {
    fc.assert(
      fc.property(texts, fc.nat(12), (text, count) => {
        expect(codePointOffset(text, count)).toBe([...text].slice(0, count).join('').length);
      }),
    );
  });
});
