import type { Repair } from '../../findings/finding';
import type { ObjectName } from '../../postgres/name';
import { actsOf } from '../acts';
import { written } from '../object-names';
import { batches } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteRelation } from '../sql-text';
import { emptied, truncatedAlong } from '../truncated';

interface Match extends MatchBase {
  readonly tables: readonly ObjectName[];
}

/** TRUNCATE of tables that others use. Where CASCADE reaches others, `truncate-cascade` speaks. */
export const truncate = stepRule<Match>({
  id: 'truncate',
  title: 'TRUNCATE loses all rows and closes the table',
  group: 'dropping',
  severity: 'warning',
  judges: 'effect',
  kinds: ['truncate'],

  check(step, run) {
    return actsOf(step, 'truncate').flatMap((act): readonly Match[] => {
      if (truncatedAlong(act, step, run) !== null) return [];
      const tables = emptied(act, step, run);
      return tables.length === 0 ? [] : [{ tables }];
    });
  },

  message({ tables }) {
    const it = tables.length === 1 ? 'it' : 'them';
    return `All rows of ${written(...tables)} are gone with this; reads and writes of ${it} wait for the ACCESS EXCLUSIVE lock until the transaction commits, and older snapshots then find nothing`;
  },

  help() {
    return 'Delete the rows in batches, if the table shall go on serving meanwhile.';
  },

  repair({ tables }): Repair {
    return {
      summary: 'delete the rows while the table goes on serving',
      steps: tables.map((table) =>
        batches(
          `DELETE FROM ${quoteRelation(table)} WHERE id > $lo AND id <= $hi`,
          'in batches of 1,000 to 10,000 keys ($lo to $hi), each committed by itself, outside of the migrations, up to the last key.',
        ),
      ),
    };
  },
});
