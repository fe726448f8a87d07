import type { ObjectName } from '../../postgres/name';
import { actsOf } from '../acts';
import { written } from '../object-names';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';

interface Match extends MatchBase {
  readonly table: ObjectName;
}

/** CREATE UNLOGGED TABLE. */
export const createUnloggedTable = stepRule<Match>({
  id: 'create-unlogged-table',
  title: 'An unlogged table is emptied by a crash and is missing on standbys',
  group: 'storage',
  severity: 'notice',
  judges: 'effect',
  kinds: ['create-table', 'create-table-as'],

  check(step) {
    return actsOf(step, 'create-table', 'create-table-as').flatMap(({ operation }): readonly Match[] =>
      operation.persistence === 'unlogged' ? [{ table: operation.table }] : [],
    );
  },

  message({ table }) {
    return `A crash of the server empties ${written(table)}; standbys and logical replication do not have it`;
  },

  help() {
    return 'Make a plain table, unless its rows can be lost at any time.';
  },
});
