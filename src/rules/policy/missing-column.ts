import { columnOf, tableById } from '../../analysis/catalog/find';
import type { Table } from '../../analysis/catalog/relation';
import { newTables } from '../new-columns';
import { fullName, isStaging } from '../object-names';
import { parametersOf } from '../parameters';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { endTogether } from '../together';
import { named, namedAll } from '../words';

interface Match extends MatchBase {
  readonly table: Table;
  readonly columns: readonly string[];
}

const ID = 'missing-column';
const PARAMETERS = {
  columns: { kind: 'list', default: ['created_at'], says: 'The columns that every table must have.' },
  except: {
    kind: 'list',
    default: [],
    says: 'Tables that need none, join tables for instance; with * in them.',
  },
} as const;

/** CREATE TABLE without a column that every table must have. */
export const missingColumn = stepRule<Match>({
  id: ID,
  title: 'A table without a column that every table must have',
  group: 'policy',
  severity: 'opt-in',
  judges: 'effect',
  kinds: ['create-table'],
  parameters: PARAMETERS,

  check(step, run) {
    const { columns, except } = parametersOf(run, ID, PARAMETERS);
    const { catalog } = endTogether(step, run);
    return newTables(step).flatMap(({ table }): readonly Match[] => {
      const later = tableById(catalog, table.id);
      if (later === undefined || isStaging(later, { staging: except })) return [];
      const missing = columns.filter((name) => columnOf(later, name) === undefined);
      return missing.length === 0 ? [] : [{ table: later, columns: missing }];
    });
  },

  message({ table, columns }) {
    return `${named(fullName(table))} lacks ${namedAll(columns.map((name) => ({ name })))}, which every table must have`;
  },

  help() {
    return 'Add it to the table.';
  },
});
