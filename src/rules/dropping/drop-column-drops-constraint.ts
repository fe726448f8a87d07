import { indexById, indexesOf, tableById } from '../../analysis/catalog/find';
import type { Catalog } from '../../analysis/catalog/catalog';
import type { Table } from '../../analysis/catalog/relation';
import { tableOf } from '../../analysis/catalog/resolve';
import type { CatalogObject } from '../../analysis/fold/catalog-object';
import { columnsOf } from '../../postgres/expression';
import type { Operation } from '../../postgres/operation';
import type { ObjectName } from '../../postgres/name';
import { actsOf } from '../acts';
import type { Step } from '../../analysis/step';
import { goneWith } from '../gone';
import { columnsIn } from '../object-names';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { endOfTransaction, isMadeHere, isOurs } from '../together';

interface Match extends MatchBase {
  readonly table: ObjectName;
  readonly column: string;
  /** In words, as `index "orders_user_total_idx"`. */
  readonly lost: readonly string[];
}

/** DROP COLUMN takes indexes and constraints along that also stand on other columns. */
export const dropColumnDropsConstraint = stepRule<Match>({
  id: 'drop-column-drops-constraint',
  title: 'Indexes and constraints on several columns go with one of them, without a word',
  group: 'dropping',
  severity: 'warning',
  judges: 'effect',
  kinds: ['drop-column'],

  check(step, run) {
    const acts = actsOf(step, 'drop-column');
    const dropped = new Set(acts.map(({ operation }) => operation.column));
    return acts.flatMap((act): readonly Match[] => {
      const { table: name, column } = act.operation;
      const table = tableOf(act.before, name);
      if (table === undefined || isOurs(table, step, run)) return [];
      const added = table.columns.find((each) => each.name === column)?.addedBy;
      if (added === undefined || isMadeHere(added, step, run)) return [];
      const { catalog } = act.before;
      const lost = (goneWith(act)?.alone ?? []).flatMap((object) => {
        const part = partOf(catalog, table, object, column);
        if (part === null || part.others.every((other) => dropped.has(other))) return [];
        return isNamedBeside(act.statement, object) || isMadeAgain(part.words, table, step, run)
          ? []
          : [part.words];
      });
      const statistics = table.statistics
        .filter(({ columns }) => columns.includes(column))
        .map((each) => `statistics "${each.name}"`);
      const all = [...new Set([...lost, ...statistics])];
      return all.length === 0 ? [] : [{ table: name, column, lost: all }];
    });
  },

  message({ table, column, lost }) {
    const listed =
      lost.length <= 3
        ? [lost.slice(0, -1).join(', '), lost[lost.length - 1] ?? '']
            .filter((part) => part !== '')
            .join(' and ')
        : `${lost.slice(0, 2).join(', ')} and ${lost.length - 2} more`;
    return `With ${columnsIn(table, [column])} ${lost.length === 1 ? 'goes' : 'go'} ${listed} without a word, though other columns have a part in ${lost.length === 1 ? 'it' : 'them'}`;
  },

  help() {
    return 'Create what shall replace them first, and drop them by name in the migration.';
  },
});

interface Part {
  readonly words: string;
  /** The other columns that it speaks of. */
  readonly others: readonly string[];
}

/** What goes with the column, if it is worth a word. What stands on the column alone has no use without it. */
function partOf(catalog: Catalog, table: Table, object: CatalogObject, column: string): Part | null {
  if (object.kind === 'column')
    return object.name === column && object.table === table.id
      ? null
      : { words: `generated column "${object.name}"`, others: [object.name] };
  if (object.kind === 'constraint') {
    const constraint = tableById(catalog, object.table)?.constraints.find(({ name }) => name === object.name);
    if (constraint === undefined || constraint.inherited) return null;
    const words = `constraint "${constraint.name}"`;
    if (constraint.kind === 'check')
      return { words, others: without(columnsOf(constraint.expression), column) };
    return 'columns' in constraint ? { words, others: without(constraint.columns, column) } : null;
  }
  const index = object.kind === 'relation' ? indexById(catalog, object.id) : undefined;
  if (index === undefined || index.table !== table.id) return null;
  const columns = [
    ...index.keys.flatMap((key) => (key.column === null ? [] : [key.column])),
    ...index.keys.flatMap((key) => (key.expression === null ? [] : columnsOf(key.expression))),
    ...index.include,
    ...(index.predicate === null ? [] : columnsOf(index.predicate)),
  ];
  const words = index.constraint === null ? `index "${index.name}"` : `constraint "${index.constraint}"`;
  return { words, others: without(columns, column) };
}

/** An index or constraint of the same name is there when the transaction ends. */
function isMadeAgain(words: string, table: Table, step: Step, run: RuleRun): boolean {
  const end = endOfTransaction(step, run).catalog;
  const now = tableById(end, table.id);
  const names = [
    ...(now?.constraints.map(({ name }) => `constraint "${name}"`) ?? []),
    ...indexesOf(end, table.id).map(({ name }) => `index "${name}"`),
  ];
  return names.includes(words);
}

function isNamedBeside(statement: readonly Operation[], object: CatalogObject): boolean {
  return statement.some(
    (other) => other.kind === 'drop-constraint' && 'name' in object && other.constraint === object.name,
  );
}

function without(columns: readonly string[], column: string): readonly string[] {
  return columns.filter((each) => each !== column);
}
