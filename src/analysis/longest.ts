import type { Work } from '../postgres/effects/effect';

/** What a transaction goes on with: work under a lock, or a write of every row, which takes no strong lock of its own. */
export type Continuation = Work | 'unbounded write';

/** From what takes no time that grows with the table to what takes most. */
const LENGTH: Readonly<Record<Continuation, number>> = {
  none: 0,
  scan: 1,
  'build-index': 2,
  'copy-file': 3,
  'unbounded write': 4,
  rewrite: 5,
};

/** Whether a work takes longer than another one. */
export function isLonger(work: Continuation, than: Continuation): boolean {
  return LENGTH[work] > LENGTH[than];
}

/** The longer of two works. */
export function longer<T extends Continuation>(a: T, b: T): T {
  return isLonger(b, a) ? b : a;
}

/** The longest of several works; none where there are none. */
export function longest(works: readonly Work[]): Work {
  return works.reduce<Work>(longer, 'none');
}
