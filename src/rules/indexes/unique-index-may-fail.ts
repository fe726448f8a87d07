import type { Step } from '../../analysis/step';
import { usableIndexes } from '../index-likeness';
import { performed, usedTable } from '../performed';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { named } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly table: { readonly name: string };
  readonly concurrently: boolean;
}

/** CREATE UNIQUE INDEX over rows that nothing proves to be unique. */
export const uniqueIndexMayFail = stepRule<Match>({
  id: 'unique-index-may-fail',
  title: 'A unique index fails on duplicates',
  group: 'indexes',
  severity: 'opt-in',
  judges: 'effect',
  kinds: ['create-index'],

  check(step) {
    return performed(step, 'create-index').flatMap((created): readonly Match[] => {
      const { index, concurrently } = created.operation;
      const table = usedTable(created);
      if (!index.unique || table === undefined) return [];
      const columns = new Set(index.keys.map(({ column }) => column));
      const proved = usableIndexes(created.session.catalog, table.id).some(
        (other) =>
          other.unique &&
          other.predicate === null &&
          other.keys.every(({ column }) => column !== null && columns.has(column)),
      );
      return proved ? [] : [{ step, table: { name: `${table.schema}.${table.name}` }, concurrently }];
    });
  },

  message({ table, concurrently }) {
    const rest = concurrently ? ', and leave an INVALID index behind' : '';
    return `Duplicates in ${named(table)} make this fail (23505)${rest}; nothing in the history proves that there are none`;
  },

  help() {
    return 'Look for duplicates first, and remove them.';
  },
});
