/** A repeatable source of choices: the same seed gives the same program. */
export interface Random {
  below(limit: number): number;
  chance(share: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  some<Item>(items: readonly Item[], most: number): readonly Item[];
}

/** Mulberry32: small, and good enough to vary programs. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  return {
    below,
    chance: (share) => next() < share,
    pick,
    some(items, most) {
      const left = [...items];
      const taken = [];
      for (let count = 1 + below(most); count > 0 && left.length > 0; count -= 1) {
        taken.push(...left.splice(below(left.length), 1));
      }
      return taken;
    },
  };
}
