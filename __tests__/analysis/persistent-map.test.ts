import * as fc from 'fast-check';
import { PersistentMap } from '../../src/analysis/persistent-map';

// These two texts and these two numbers have one hash each.
const COLLIDING = ['costarring', 'liquid'];
const keys = fc.oneof(fc.constantFrom(...COLLIDING), fc.string({ maxLength: 3 }));
const changes = fc.array(fc.record({ key: keys, value: fc.option(fc.nat(3), { nil: undefined }) }), {
  maxLength: 200,
});

type Changes = readonly { readonly key: string; readonly value: number | undefined }[];

function applied(start: PersistentMap<string, number>, steps: Changes): PersistentMap<string, number> {
  return steps.reduce(
    (map, { key, value }) => (value === undefined ? map.delete(key) : map.set(key, value)),
    start,
  );
}

function asMap(steps: Changes): Map<string, number> {
  const map = new Map<string, number>();
  for (const { key, value } of steps) {
    if (value === undefined) map.delete(key);
    else map.set(key, value);
  }
  return map;
}

test('holds what a Map holds, and what it was made from stays as it was', () => {
  fc.assert(
    fc.property(changes, changes, (first, second) => {
      const before = applied(PersistentMap.empty(), first);
      const after = applied(before, second);
      for (const [map, expected] of [
        [before, asMap(first)],
        [after, asMap([...first, ...second])],
      ] as const) {
        expect(new Map(map.entries())).toEqual(expected);
        expect(map.size).toBe(expected.size);
        for (const key of [...expected.keys(), 'absent']) expect(map.get(key)).toBe(expected.get(key));
      }
    }),
  );
});

test('the order of the entries depends on nothing but what they are', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(), { maxLength: 100 }), (numbers) => {
      const inserted = (order: readonly number[]) =>
        order.reduce((map, key) => map.set(key, key), PersistentMap.empty<number, number>());
      expect(inserted(numbers.toReversed()).entries()).toEqual(inserted(numbers).entries());
    }),
  );
});

test('the keys that changed are those whose values are not the same', () => {
  fc.assert(
    fc.property(changes, changes, (first, second) => {
      const before = applied(PersistentMap.empty(), first);
      const after = applied(before, second);
      const all = new Set([...before.entries(), ...after.entries()].map(([key]) => key));
      const expected = [...all].filter((key) => before.get(key) !== after.get(key));
      expect([...after.changedKeys(before)].sort()).toEqual(expected.sort());
      expect([...before.changedKeys(after)].sort()).toEqual(expected.sort());
    }),
  );
});
