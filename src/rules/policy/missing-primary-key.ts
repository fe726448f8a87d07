import { primaryKeyOf, tableById } from '../../analysis/catalog/find';
import type { Table } from '../../analysis/catalog/relation';
import { newTables } from '../new-columns';
import { fullName } from '../object-names';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { endTogether } from '../together';
import { named } from '../words';

interface Match extends MatchBase {
  readonly table: Table;
}

/** CREATE TABLE whose table has no primary key when all has run. */
export const missingPrimaryKey = stepRule<Match>({
  id: 'missing-primary-key',
  title: 'A table without a primary key',
  group: 'policy',
  severity: 'opt-in',
  judges: 'effect',
  kinds: ['create-table'],

  check(step, run) {
    const { catalog } = endTogether(step, run);
    return newTables(step).flatMap(({ table }): readonly Match[] => {
      const later = tableById(catalog, table.id);
      return later === undefined || !later.complete || primaryKeyOf(later) !== undefined ? [] : [{ table }];
    });
  },

  message({ table }) {
    return `${named(fullName(table))} has no primary key: nothing tells its rows apart for certain, and changes of them cannot be replicated`;
  },

  help() {
    return 'Add a primary key.';
  },
});
