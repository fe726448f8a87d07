import { tableOf } from '../../analysis/catalog/resolve';
import { actsOf } from '../acts';
import { columnDiffers, existingColumn, indexDiffers, tableDiffers } from '../differs';
import { columnsIn, written } from '../object-names';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';

interface Match extends MatchBase {
  readonly what: string;
  readonly difference: string;
}

/** IF NOT EXISTS over something of another definition: nothing happens. */
export const misleadingIfNotExists = stepRule<Match>({
  id: 'misleading-if-not-exists',
  title: 'IF NOT EXISTS does nothing where the object exists with another definition',
  group: 'dropping',
  severity: 'warning',
  judges: 'effect',
  kinds: ['create-table', 'create-index', 'add-column'],

  check(step) {
    return actsOf(step, 'create-table', 'create-index', 'add-column').flatMap(
      ({ operation, before }): readonly Match[] => {
        if (!operation.ifNotExists) return [];
        if (operation.kind === 'create-table') {
          const difference = tableDiffers(before, operation);
          return difference === null ? [] : [{ what: `Table ${written(operation.table)}`, difference }];
        }
        if (operation.kind === 'create-index') {
          const difference = indexDiffers(before, operation);
          return difference === null ? [] : [{ what: `Index "${operation.index.name ?? ''}"`, difference }];
        }
        const table = tableOf(before, operation.table);
        const column = table === undefined ? undefined : existingColumn(table, operation.column.name);
        const difference = column === undefined ? null : columnDiffers(before, operation.column, column);
        if (difference === null) return [];
        const what = columnsIn(operation.table, [operation.column.name]);
        return [{ what: what.charAt(0).toUpperCase() + what.slice(1), difference: `it ${difference}` }];
      },
    );
  },

  message({ what, difference }) {
    return `${what} exists and is another one (${difference}): this statement does nothing and says so to nobody`;
  },

  help() {
    return 'Change what exists with ALTER, or give the new object another name.';
  },
});
