import { columnExists } from '../../analysis/conditions/new-column';
import type { Operation } from '../../postgres/operation';
import { performed, subject } from '../performed';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { named } from '../words';

interface Match extends MatchBase {
  readonly column: string;
  readonly table: string;
  readonly what: string;
}

/** (11–12) ADD COLUMN IF NOT EXISTS passes over the column, not over what is written beside it. */
export const addColumnIfNotExistsRepeatsConstraint = stepRule<Match>({
  id: 'add-column-if-not-exists-repeats-constraint',
  title: 'ADD COLUMN IF NOT EXISTS, run again, adds its constraint a second time',
  group: 'adding-columns',
  severity: 'warning',
  judges: 'effect',
  kinds: ['add-column'],

  check(step, run) {
    if (run.major > 12) return [];
    return performed(step, 'add-column').flatMap((added): readonly Match[] => {
      const { operation, statement } = added;
      const table = subject(added);
      if (!operation.ifNotExists || table === undefined) return [];
      // A column that is certainly absent is added now; whoever runs the file again meets it.
      if (columnExists(added, table) === false) return [];
      const what = repeated(operation.column.name, operation.column.type?.name ?? '', statement);
      return what === null
        ? []
        : [{ column: operation.column.name, table: `${table.schema}.${table.name}`, what }];
    });
  },

  message({ column, table, what }) {
    return `If ${named({ name: column })} is in ${named({ name: table })} already, this server passes over the column and still adds its ${what}, once more with every run`;
  },

  help() {
    return 'Add the column and the constraint apart, the constraint only where it is missing.';
  },
});

function repeated(column: string, type: string, statement: readonly Operation[]): string | null {
  if (/^(?:small|big)?serial$/.test(type)) return 'sequence';
  const kinds = statement.flatMap((other) =>
    'withColumn' in other && other.withColumn && other.constraint.inlineAt === column ? [other.kind] : [],
  );
  if (kinds.includes('add-unique') || kinds.includes('add-primary-key')) return 'index';
  if (kinds.includes('add-foreign-key')) return 'foreign key';
  return kinds.includes('add-check') ? 'CHECK' : null;
}
