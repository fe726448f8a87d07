import { columnOf } from '../../analysis/catalog/find';
import { tableOf } from '../../analysis/catalog/resolve';
import { columnsOf } from '../../postgres/expression';
import type { ObjectName } from '../../postgres/name';
import type { Act } from '../acts';
import { actsOf } from '../acts';
import { columnsIn, written } from '../object-names';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { isMadeHere, isOurs } from '../together';

interface Match extends MatchBase {
  readonly table: ObjectName;
  readonly columns: readonly string[];
  readonly what: string;
  readonly sqlState: string;
}

const KINDS = [
  'set-not-null',
  'add-not-null',
  'add-check',
  'add-unique',
  'add-primary-key',
  'add-exclusion',
  'add-foreign-key',
  'create-index',
] as const;

/** A new NOT NULL, CHECK, UNIQUE or foreign key on a column that clients write. */
export const tightenedForWriters = stepRule<Match>({
  id: 'tightened-for-writers',
  title: 'A new constraint refuses what the running version writes',
  group: 'renaming',
  severity: 'opt-in',
  judges: 'effect',
  kinds: KINDS,

  check(step, run) {
    return actsOf(step, ...KINDS).flatMap((act): readonly Match[] => {
      const tightened = tightenedBy(act);
      if (tightened === null) return [];
      const table = tableOf(act.before, tightened.table);
      if (table !== undefined && isOurs(table, step, run)) return [];
      const isNew = (name: string): boolean => {
        const column = table === undefined ? undefined : columnOf(table, name);
        return column !== undefined && isMadeHere(column.addedBy, step, run);
      };
      return tightened.columns.length > 0 && tightened.columns.every(isNew) ? [] : [tightened];
    });
  },

  message({ table, columns, what, sqlState }) {
    const on = columns.length === 0 ? written(table) : columnsIn(table, columns);
    return `From the commit on, ${what} on ${on} refuses writes of the running version that do not meet it (${sqlState})`;
  },

  help() {
    return 'Ship the code that writes such values first, and the constraint one release later.';
  },
});

function tightenedBy({ operation }: Act<(typeof KINDS)[number]>): Match | null {
  if (operation.kind === 'create-index') {
    const { index } = operation;
    if (!index.unique) return null;
    const columns = index.keys.flatMap(({ column }) => column ?? []);
    return { table: index.table, columns, what: 'this unique index', sqlState: '23505' };
  }
  const { table } = operation;
  if (operation.kind === 'set-not-null')
    return { table, columns: [operation.column], what: 'NOT NULL', sqlState: '23502' };
  if ('withColumn' in operation && operation.withColumn) return null;
  const { constraint } = operation;
  switch (constraint.kind) {
    case 'not-null':
      return { table, columns: [constraint.column], what: 'NOT NULL', sqlState: '23502' };
    case 'check':
      return { table, columns: columnsOf(constraint.expression), what: 'this CHECK', sqlState: '23514' };
    case 'unique':
      // An index that is there refuses them already.
      return constraint.usingIndex === null
        ? { table, columns: constraint.columns, what: 'UNIQUE', sqlState: '23505' }
        : null;
    case 'primary-key':
      return constraint.usingIndex === null
        ? { table, columns: constraint.columns, what: 'the primary key', sqlState: '23505' }
        : null;
    case 'exclude': {
      const columns = constraint.keys.flatMap(({ column }) => column ?? []);
      return { table, columns, what: 'this exclusion constraint', sqlState: '23P01' };
    }
    case 'foreign-key':
      return { table, columns: constraint.columns, what: 'this foreign key', sqlState: '23503' };
  }
}
