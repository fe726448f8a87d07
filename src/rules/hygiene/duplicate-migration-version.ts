import type { RunMigration } from '../../analysis/run';
import type { MatchBase, RuleRun } from '../rule';
import { runRule } from '../rule';

interface Match extends MatchBase {
  readonly migration: number;
  readonly version: string;
  readonly other: string;
}

/** Two migrations of one sequence with one version, for tools that know a migration by its version. */
export const duplicateMigrationVersion = runRule<Match>({
  id: 'duplicate-migration-version',
  title: 'Two migrations have the same version',
  group: 'hygiene',
  severity: 'error',
  judges: 'effect',
  on: 'migration',

  check(migration, run) {
    if (migration === null || migration.version === null) return [];
    const other = sameVersion(migration, migration.version, run);
    return other === null ? [] : [{ migration: migration.index, version: migration.version, other }];
  },

  message({ version, other }) {
    return `The version ${version} is that of "${other}" too: the runner refuses them, or runs only one of the two`;
  },

  help() {
    return 'Give it a version of its own.';
  },
});

/** Of two judged ones the later is told. */
function sameVersion(migration: RunMigration, version: string, run: RuleRun): string | null {
  const { versions, places } = indexOf(run.neighbours);
  const place = places.get(migration.path) ?? -1;
  const told = (versions.get(plain(version)) ?? []).find(
    (other) =>
      other.path !== migration.path &&
      other.path !== migration.previousPath &&
      other.direction === migration.direction &&
      other.tool === migration.tool &&
      (!other.judged || (places.get(other.path) ?? -1) < place),
  );
  return told === undefined ? null : told.path;
}

interface Index {
  readonly versions: ReadonlyMap<string, RuleRun['neighbours']>;
  readonly places: ReadonlyMap<string, number>;
}

/** Each migration asks, so that the neighbours are read once for all of them. */
const indexes = new WeakMap<RuleRun['neighbours'], Index>();

function indexOf(neighbours: RuleRun['neighbours']): Index {
  const known = indexes.get(neighbours);
  if (known !== undefined) return known;
  const versions = new Map<string, RuleRun['neighbours'][number][]>();
  for (const each of neighbours) {
    if (each.version === null) continue;
    const version = plain(each.version);
    versions.set(version, [...(versions.get(version) ?? []), each]);
  }
  const index = { versions, places: new Map(neighbours.map(({ path }, place) => [path, place])) };
  indexes.set(neighbours, index);
  return index;
}

/** 7 and 007 are one number to a runner. */
function plain(version: string): string {
  return version.replace(/^0+(?=\d)/, '');
}
