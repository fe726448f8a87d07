import type { Neighbour, RunMigration } from '../../analysis/run';
import { lexemes } from '../../sql/clauses';
import { isSqlFile } from '../../sql/sql-file';
import { parametersOf } from '../parameters';
import type { MatchBase } from '../rule';
import { runRule } from '../rule';
import { lastShipped, SHIPPED, sortsAfter } from '../shipped';

interface Match extends MatchBase {
  readonly migration: number;
  readonly what: 'changed' | 'renamed' | 'deleted';
  readonly from: string | null;
}

const ID = 'edited-migration';
const PARAMETERS = { shipped: SHIPPED } as const;

/** A migration that exists at the base is changed, renamed or deleted. */
export const editedMigration = runRule<Match>({
  id: ID,
  title: 'A migration that others may have run is changed',
  group: 'hygiene',
  severity: 'warning',
  judges: 'effect',
  on: 'migration',
  parameters: PARAMETERS,

  check(migration, run) {
    if (migration === null) return [];
    const { index, status, previousPath } = migration;
    const what = WHAT[status];
    if (what === null || (what === 'changed' && !saysAnother(migration))) return [];
    const { shipped } = parametersOf(run, ID, PARAMETERS);
    if (comesAfter(migration, lastShipped(run, shipped))) return [];
    return [{ migration: index, what, from: previousPath }];
  },

  message({ what, from }) {
    switch (what) {
      case 'changed':
        return 'This migration exists at the base and is changed here: databases that have run it keep what it did then, those that have not get something else';
      case 'renamed':
        return `This migration is called "${from ?? 'otherwise'}" at the base: databases that have run it may run it again, or refuse to go on`;
      case 'deleted':
        return 'This migration exists at the base and is deleted here: databases that have run it keep what it did, new ones never get it';
    }
  },

  help() {
    return 'Leave it as it is, and write a new migration.';
  },
});

/** Of a file that was renamed, the old name too. */
function comesAfter({ place = -1, previousPath }: RunMigration, last: Neighbour | undefined): boolean {
  if (last === undefined || place <= (last.place ?? -1)) return false;
  return previousPath === null || sortsAfter(previousPath, last.path);
}

const WHAT = {
  added: null,
  unknown: null,
  modified: 'changed',
  renamed: 'renamed',
  deleted: 'deleted',
} as const;

/** Comments and white space say nothing to the server. */
function saysAnother({ before, source }: RunMigration): boolean {
  if (before === undefined) return true;
  const said = isSqlFile(source.path) ? saidInSql : saidInProgram;
  return said(before) !== said(source.text);
}

function saidInSql(text: string): string {
  return lexemes(text)
    .map(({ start, end }) => text.slice(start, end))
    .join(' ');
}

/** What looks like a comment within a string counts as one: then the change is not told from none. */
function saidInProgram(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
