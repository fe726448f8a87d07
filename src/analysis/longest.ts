import type { Work } from '../postgres/effects/effect';

/** From what takes no time that grows with the table to what takes most. */
const LENGTH: Readonly<Record<Work, number>> = {
  none: 0,
  scan: 1,
  'build-index': 2,
  'copy-file': 3,
  rewrite: 4,
};

/** Whether a work takes longer than another one. */
export function isLonger(work: Work, than: Work): boolean {
  return LENGTH[work] > LENGTH[than];
}

/** The longer of two works. */
export function longer(a: Work, b: Work): Work {
  return isLonger(b, a) ? b : a;
}

/** The longest of several works; none where there are none. */
export function longest(works: readonly Work[]): Work {
  return works.reduce(longer, 'none');
}
