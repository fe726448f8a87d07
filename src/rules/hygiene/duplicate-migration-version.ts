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
  const others = run.neighbours.filter(
    (other) =>
      other.version !== null &&
      plain(other.version) === plain(version) &&
      other.path !== migration.path &&
      other.path !== migration.previousPath &&
      other.direction === migration.direction &&
      other.tool === migration.tool,
  );
  const told = others.find((other) => !other.judged || isBefore(other.path, migration, run));
  return told === undefined ? null : told.path;
}

function isBefore(path: string, migration: RunMigration, run: RuleRun): boolean {
  const paths = run.neighbours.map((other) => other.path as string);
  return paths.indexOf(path) < paths.indexOf(migration.path);
}

/** 7 and 007 are one number to a runner. */
function plain(version: string): string {
  return version.replace(/^0+(?=\d)/, '');
}
