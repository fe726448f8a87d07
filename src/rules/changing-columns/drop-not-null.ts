import { columnIn } from '../final-state';
import { endTogether } from '../together';
import { performed, usedTable } from '../performed';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { named } from '../words';

interface Match extends MatchBase {
  readonly column: string;
  readonly table: { readonly name: string };
  /** It is known to be NOT NULL. */
  readonly isKnown: boolean;
}

/** DROP NOT NULL: readers meet NULLs that they do not expect. */
export const dropNotNull = stepRule<Match>({
  id: 'drop-not-null',
  title: 'Readers that expect a value may meet NULL',
  group: 'changing-columns',
  severity: 'notice',
  judges: 'effect',
  kinds: ['drop-not-null'],

  check(step, run) {
    return performed(step, 'drop-not-null').flatMap((dropped): readonly Match[] => {
      const table = usedTable(dropped);
      if (table === undefined) return [];
      const { column } = dropped.operation;
      const before = columnIn(dropped.session, table.id, column);
      const final = columnIn(endTogether(step, run), table.id, column);
      if (before?.notNull === false || final === undefined || final.notNull === true) return [];
      return [
        { column, table: { name: `${table.schema}.${table.name}` }, isKnown: before?.notNull === true },
      ];
    });
  },

  message({ column, table, isKnown }) {
    const doubt = isKnown ? '' : ', unless the column is nullable already';
    return `From here on clients that read ${named({ name: column })} of ${named(table)} may meet NULL where they always met a value${doubt}`;
  },

  help() {
    return 'Deploy readers that can take NULL first.';
  },
});
