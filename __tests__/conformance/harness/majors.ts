/** The majors of PostgreSQL that pgfence speaks of. */
export const ALL_MAJORS = [11, 12, 13, 14, 15, 16, 17, 18] as const;

/** A major version of PostgreSQL that the tests have a server of. */
export type Major = (typeof ALL_MAJORS)[number];

/** What a pull request is checked with: the oldest, the newest, and the middle one in which DETACH CONCURRENTLY appeared. */
const DEFAULT_MAJORS: readonly Major[] = [11, 14, 18];

/**
 * The majors to run on, from the value of `PGFENCE_MAJORS`: `all`, or a list such as `11,18`; the default when unset or empty.
 * Throws for a major without a server, so that a typing error does not pass as a run that asked nobody.
 */
export function selectedMajors(wanted: string | undefined): readonly Major[] {
  if (wanted === undefined || wanted.trim() === '') return DEFAULT_MAJORS;
  if (wanted.trim() === 'all') return ALL_MAJORS;
  return wanted.split(',').map((item) => {
    const major = ALL_MAJORS.find((candidate) => String(candidate) === item.trim());
    if (major === undefined)
      throw new Error(
        `PGFENCE_MAJORS: no server of major "${item}"; there are ${ALL_MAJORS.join(', ')}, and "all"`,
      );
    return major;
  });
}
