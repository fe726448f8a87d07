import fc from 'fast-check';

/** One change of a text. Numbers that are too large go round. */
export interface Mutation {
  readonly kind: 'replace' | 'remove' | 'insert' | 'repeat';
  readonly at: number;
  /** Where in the pool what comes in begins, and how long it is. */
  readonly from: number;
  readonly length: number;
}

/** Up to so many changes of a text. */
export function mutations(most: number): fc.Arbitrary<readonly Mutation[]> {
  return fc.array(
    fc.record({
      kind: fc.constantFrom('replace', 'remove', 'insert', 'repeat'),
      at: fc.nat(),
      from: fc.nat(),
      length: fc.nat({ max: 12 }),
    }),
    { maxLength: most },
  );
}

/** The parts of a text with the changes made, those that come in taken from a pool of parts. */
export function mutated(
  parts: readonly string[],
  changes: readonly Mutation[],
  pool: readonly string[],
): readonly string[] {
  return changes.reduce<readonly string[]>((text, { kind, at, from, length }) => {
    const place = at % (text.length + 1);
    const [before, after] = [text.slice(0, place), text.slice(place)];
    const start = from % Math.max(pool.length, 1);
    switch (kind) {
      case 'replace':
        return [...before, ...pool.slice(start, start + 1), ...after.slice(1)];
      case 'remove':
        return [...before, ...after.slice(1 + (length % 3))];
      case 'insert':
        return [...before, ' ', ...pool.slice(start, start + 1 + length), ' ', ...after];
      case 'repeat':
        return [...before, ...after.slice(0, length), ...after];
    }
  }, parts);
}

/** Strings, words, spaces and signs, one after the other. */
export function tokensOf(text: string): readonly string[] {
  return text.match(/'[^'\n]*'|"[^"\n]*"|\w+|\s+|[^\w\s]/g) ?? [];
}
