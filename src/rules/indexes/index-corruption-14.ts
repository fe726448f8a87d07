import { performed } from '../performed';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';

interface Match extends MatchBase {
  readonly minor: number;
}

/** Releases 14.0 to 14.3 could miss rows in indexes that are built CONCURRENTLY (release notes of 14.4). */
export const indexCorruption14 = stepRule<Match>({
  id: 'index-corruption-14',
  title: 'Servers 14.0 to 14.3 may miss rows when they build an index CONCURRENTLY',
  group: 'indexes',
  severity: 'error',
  judges: 'effect',
  kinds: ['create-index', 'reindex'],

  check(step, run) {
    const { minor } = run.options;
    if (run.major !== 14 || minor === null || minor > 3) return [];
    return performed(step, 'create-index', 'reindex')
      .filter(({ operation }) => operation.concurrently)
      .map(() => ({ minor }));
  },

  message({ minor }) {
    return `The index may miss rows: PostgreSQL 14.${minor} builds indexes CONCURRENTLY with a defect that 14.4 corrects`;
  },

  help() {
    return 'Update the server first.';
  },
});
