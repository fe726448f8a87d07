import type { Neighbour } from '../analysis/run';
import type { RuleRun } from './rule';

/** The parameter by which configuration says what databases have run. */
export const SHIPPED = {
  kind: 'list',
  default: [],
  says: 'The last migration that databases have run, by its version, file name or path, one for each order of migrations; what comes after it has not shipped. Without it, all that is at the base has.',
} as const;

/** The last migration of the run's sequence that has shipped, as configuration says; undefined where it names none of them: all have. */
export function lastShipped(run: RuleRun, names: readonly string[]): Neighbour | undefined {
  if (names.length === 0) return undefined;
  const found = run.neighbours.filter((each) => namesOf(each).some((name) => names.includes(name)));
  return found.reduce<Neighbour | undefined>(
    (last, each) => ((each.place ?? -1) > (last?.place ?? -1) ? each : last),
    undefined,
  );
}

/** What a migration may be called: `migrations/V7__carts.sql`, `V7__carts.sql`, `V7__carts`, `7`; of a folder, that one too. */
function namesOf({ path, version }: Neighbour): readonly string[] {
  const parts = path.split('/');
  const stem = (parts.at(-1) ?? '').replace(/\.[^.]*$/, '');
  return [path, ...parts, stem, ...(version === null ? [] : [version])];
}

/** Whether the name of one file comes after that of another: by their first number where both have one, else as texts. */
export function sortsAfter(path: string, other: string): boolean {
  const [name, from] = [nameOf(path), nameOf(other)];
  const [number, than] = [firstNumber(name), firstNumber(from)];
  return number !== null && than !== null && number !== than ? number > than : name > from;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function firstNumber(name: string): bigint | null {
  const digits = /\d+/.exec(name)?.[0];
  return digits === undefined ? null : BigInt(digits);
}
