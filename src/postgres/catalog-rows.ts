/** A row of generated data: what is said (`key`), from which major to which, by which extension ('' for PostgreSQL itself), of whom. */
export type Row = readonly [key: string, since: number, until: number, extension: string, subjects: string];

/** What is said of one subject, in some of the majors. */
export interface Entry {
  readonly key: string;
  readonly since: number;
  readonly until: number;
  readonly extension: string;
}

/** A look-up by subject in rows, built at the first question: reading the rows at the start would cost every run. */
export function entriesIn(rows: readonly Row[], separator = ' '): (subject: string) => readonly Entry[] {
  let bySubject: ReadonlyMap<string, readonly Entry[]> | undefined;
  return (subject) => {
    bySubject ??= index(rows, separator);
    return bySubject.get(subject) ?? [];
  };
}

/** What holds in a major, of PostgreSQL itself before any extension. */
export function inMajor(entries: readonly Entry[], major: number): readonly Entry[] {
  const valid = entries.filter(({ since, until }) => since <= major && major <= until);
  return [
    ...valid.filter(({ extension }) => extension === ''),
    ...valid.filter(({ extension }) => extension !== ''),
  ];
}

function index(rows: readonly Row[], separator: string): ReadonlyMap<string, readonly Entry[]> {
  const bySubject = new Map<string, Entry[]>();
  for (const [key, since, until, extension, subjects] of rows) {
    for (const subject of subjects.split(separator)) {
      const entries = bySubject.get(subject);
      if (entries === undefined) bySubject.set(subject, [{ key, since, until, extension }]);
      else entries.push({ key, since, until, extension });
    }
  }
  return bySubject;
}
