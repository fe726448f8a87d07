import type { Work } from '../postgres/effects/effect';

/** From what takes no time that grows with the table to what takes most. */
export const WORK_BY_LENGTH: readonly Work[] = ['none', 'scan', 'build-index', 'copy-file', 'rewrite'];

/** The longest of several works; none where there are none. */
export function longest(works: readonly Work[]): Work {
  return works.reduce((a, b) => (WORK_BY_LENGTH.indexOf(b) > WORK_BY_LENGTH.indexOf(a) ? b : a), 'none');
}
