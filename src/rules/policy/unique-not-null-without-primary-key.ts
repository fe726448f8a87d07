import { columnOf, primaryKeyOf, tableById } from '../../analysis/catalog/find';
import type { Table } from '../../analysis/catalog/relation';
import { newTables } from '../new-columns';
import { fullName } from '../object-names';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { endTogether } from '../together';
import { named, namedAll } from '../words';

interface Match extends MatchBase {
  readonly table: Table;
  readonly columns: readonly string[];
}

/** A table whose key is not called one. */
export const uniqueNotNullWithoutPrimaryKey = stepRule<Match>({
  id: 'unique-not-null-without-primary-key',
  title: 'A unique constraint that could be the primary key',
  group: 'policy',
  severity: 'opt-in',
  judges: 'effect',
  kinds: ['create-table'],

  check(step, run) {
    const { catalog } = endTogether(step, run);
    return newTables(step).flatMap(({ table }): readonly Match[] => {
      const later = tableById(catalog, table.id);
      if (later === undefined || primaryKeyOf(later) !== undefined) return [];
      const key = later.constraints.find(
        (each) =>
          each.kind === 'unique' && each.columns.every((name) => columnOf(later, name)?.notNull === true),
      );
      return key?.kind === 'unique' ? [{ table: later, columns: key.columns }] : [];
    });
  },

  message({ table, columns }) {
    return `${named(fullName(table))} has no primary key, though ${namedAll(columns.map((name) => ({ name })))} ${columns.length === 1 ? 'is' : 'are'} unique and NOT NULL: tools do not find the key`;
  },

  help() {
    return 'Make it the PRIMARY KEY.';
  },
});
