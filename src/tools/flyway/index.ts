import { verbatimFragment } from '../../sql/fragment';
import { isSqlFile } from '../../sql/sql-file';
import { foldersOf, nameOf, nearestFile, nearestMentions, parentOf } from '../folders';
import type { NamedFile } from '../sql-claims';
import { sqlFolders } from '../sql-claims';
import type { Claim, Tool, Tree } from '../tool';
import { versionedName } from '../versioned-names';
import type { FlywaySettings } from './settings';
import { flywaySettings } from './settings';
import { flywayTransaction } from './transaction';

/** `V1__Create_orders.sql`, repeatable `R__Order_totals.sql`, undo `U1__Create_orders.sql`. */
export const flyway: Tool = {
  name: 'flyway',
  title: 'Flyway',
  runner: {
    transaction: 'file',
    noTransaction: 'executeInTransaction=false in <script>.sql.conf',
    around:
      'Holds an advisory lock in a transaction of its own for the whole run; with `postgresql.transactional.lock` at its default of true, CREATE INDEX CONCURRENTLY waits for that transaction, so it has to be false. A script whose statements all refuse a transaction runs without one; a mix is refused unless `mixed` is true; `group` puts all pending scripts into one transaction.',
    configured:
      '`sqlMigrationPrefix` and `locations` of `flyway.conf`, `flyway.toml`, the build, or Spring’s `application.yml`; `group` and `mixed` of `flyway.conf` and `flyway.toml`.',
    source:
      'Redgate Flyway documentation, “Script Configuration”, “Flyway Execute In Transaction Setting”, “PostgreSQL Transactional Lock Setting”, “Flyway Mixed Setting”; flyway/flyway issue 3854.',
  },
  extensions: ['.sql'],

  claim(tree) {
    const homes = new Map<string, Claim[]>();
    for (const { folder, files } of sqlFolders(tree)) {
      const settings = flywaySettings(tree, folder.path);
      const evidence = evidenceOf(tree, folder.path, settings);
      const sequence = homeOf(tree, folder.path, settings);
      for (const file of files) {
        const claim = claimOf(file, sequence, evidence, settings) ?? callbackOf(file, sequence, evidence);
        if (claim !== undefined) homes.set(sequence, [...(homes.get(sequence) ?? []), claim]);
      }
    }
    return [...homes.values()].filter(hasScripts).flatMap(apart);
  },

  extract(file, { transaction, tree }) {
    const used = transaction ?? flywayTransaction(file, tree);
    return { fragments: [verbatimFragment(file, used)], gaps: [], transaction: used };
  },

  printRepair: ({ sql, transaction, name }) => ({
    where:
      transaction === 'none'
        ? `V<version>__${name}.sql, with executeInTransaction=false in V<version>__${name}.sql.conf beside it`
        : `V<version>__${name}.sql`,
    language: 'sql',
    text: sql,
  }),
};

const BUILDS = ['flyway.conf', 'flyway.toml', 'pom.xml', 'build.gradle', 'build.gradle.kts', 'build.sbt'];

function evidenceOf(tree: Tree, folder: string, { locations }: FlywaySettings): Claim['evidence'] {
  if (locations.some((location) => isWithin(folder, location))) return 3;
  if (nearestFile(tree, folder, ['flyway.conf', 'flyway.toml']) !== undefined) return 3;
  if (nearestMentions(tree, folder, BUILDS, /flyway/i)) return 3;
  return /(^|\/)db\/migrations?(\/|$)/.test(folder) ? 2 : 1;
}

function claimOf(
  file: NamedFile,
  sequence: string,
  evidence: Claim['evidence'],
  { prefix: versioned }: FlywaySettings,
): Claim | undefined {
  const named = versionedName(file, [versioned, 'R', 'U', 'B']);
  if (named === undefined) return undefined;
  const { prefix, version, numbers, description } = named;
  const repeatable = prefix === 'R';
  return {
    path: file.path,
    sequence,
    // Repeatable scripts run after all versions, in the order of their descriptions.
    order: repeatable ? ['R', description] : [...numbers, -1, file.name],
    version: repeatable ? null : version,
    direction: prefix === 'U' ? 'down' : 'up',
    evidence,
    why: repeatable
      ? 'a repeatable script of Flyway'
      : prefix === 'U'
        ? 'an undo script of Flyway'
        : 'a name with a version, as Flyway has them',
    ...(prefix === 'B' ? { excluded: 'a baseline of Flyway, which runs only on empty databases' } : {}),
  };
}

/** `afterMigrate.sql`, `beforeEachMigrate__settings.sql`: what Flyway runs round the scripts of `flyway migrate`. */
const CALLBACK = /^(before|after)(?:Each)?(?:Migrate|Versioned|Repeatables)(?:Applied)?(?:__.+)?$/;

function callbackOf(
  { path, name, stem }: NamedFile,
  sequence: string,
  evidence: Claim['evidence'],
): Claim | undefined {
  const when = CALLBACK.exec(stem)?.[1];
  if (when === undefined) return undefined;
  return {
    path,
    sequence,
    order: when === 'before' ? [-1, name] : ['after', name],
    version: null,
    direction: 'up',
    evidence,
    why: `a callback of Flyway, which runs ${when} migrations`,
  };
}

function hasScripts(claims: readonly Claim[]): boolean {
  return claims.some(({ why }) => !why.startsWith('a callback'));
}

/** Flyway reads its locations with all folders in them: the first one, or the highest that still holds scripts, gives the sequence its name. */
function homeOf(tree: Tree, folder: string, { prefix, locations }: FlywaySettings): string {
  if (locations.some((location) => isWithin(folder, location))) return locations[0] ?? folder;
  const folders = foldersOf(tree);
  const script = new RegExp(`^(?:${prefix}|[RB]).*__.+`);
  let home = folder;
  for (let current = folder; current !== ''; current = parentOf(current)) {
    const holds = folders.get(current)?.files.some((name) => script.test(name) && isSqlFile(name)) === true;
    if (holds) home = current;
    if (/^(migrations?|flyway|resources|db)$/.test(nameOf(current))) return holds ? current : home;
  }
  return home;
}

function isWithin(folder: string, location: string): boolean {
  return folder === location || folder.startsWith(`${location}/`);
}

/** Folders below one location that share versions are not one sequence: each is run by itself, as for schemas of tenants. */
function apart(claims: readonly Claim[]): readonly Claim[] {
  const versions = claims.flatMap(({ version, direction }) =>
    version === null ? [] : [`${direction} ${version}`],
  );
  if (new Set(versions).size === versions.length) return claims;
  return claims.map((claim) => ({ ...claim, sequence: parentOf(claim.path) }));
}
