import { objectNameOf } from '../../analysis/catalog/generated-name';
import { indexesOf, tableById } from '../../analysis/catalog/find';
import type { Index, RelationId, Table } from '../../analysis/catalog/relation';
import type { Session } from '../../analysis/session';
import type { Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { saysNotNull } from '../../analysis/conditions/null-proof';
import type { ForeignKey } from '../foreign-keys';
import { touchedTables } from '../foreign-keys';
import { buildNote } from '../repairs/concurrently';
import { alone } from '../repairs/steps';
import type { MatchBase, RuleRun } from '../rule';
import { runRule } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { named } from '../words';

interface Match extends MatchBase {
  readonly migration: number;
  readonly step: number;
  readonly table: Table;
  readonly key: ForeignKey;
  /** All such keys of the table, the first of them that is told of among them. */
  readonly keys: readonly ForeignKey[];
  readonly referenced: string;
  readonly more: number;
  readonly isNewTable: boolean;
}

/** Foreign keys of the change set that no index serves at its end: said once a table. */
export const foreignKeyMissingIndex = runRule<Match>({
  id: 'foreign-key-missing-index',
  title: 'Without an index on the key, each DELETE of a referenced row reads the whole table',
  group: 'constraints',
  severity: 'notice',
  judges: 'effect',
  on: 'change-set',

  check(_, run) {
    const seen = new Set<RelationId>();
    return run.steps.flatMap((step): readonly Match[] => {
      if (step.rolledBack) return [];
      return tablesOf(step).flatMap((id): readonly Match[] => {
        const table = tableById(run.finalSession.catalog, id);
        if (seen.has(id) || table?.complete !== true || table.partition !== null) return [];
        const keys = unserved(table, run.finalSession).filter((key) => isOfStep(key, table, step));
        const [key] = keys.filter(({ referenced }) => !isPermanent(run, referenced));
        if (key === undefined) return [];
        seen.add(id);
        const other = tableById(run.finalSession.catalog, key.referenced);
        return [
          {
            migration: step.migration,
            step: step.index,
            table,
            key,
            referenced: other === undefined ? '' : `${other.schema}.${other.name}`,
            keys: keys.filter(({ referenced }) => !isPermanent(run, referenced)),
            more: keys.length - 1,
            isNewTable: tableById(step.before.catalog, id) === undefined,
          },
        ];
      });
    });
  },

  message({ table, key, referenced, more }) {
    const others =
      more === 0 ? '' : `; so it is with ${more === 1 ? '1 other key' : `${more} other keys`} of the table`;
    return `No index begins with ${key.columns.map((name) => `"${name}"`).join(', ')}: each DELETE or change of a key in ${named({ name: referenced })} reads the whole of ${named({ name: `${table.schema}.${table.name}` })}, row by row${others}`;
  },

  help() {
    return 'Build an index on the columns of the key, CONCURRENTLY, before the key.';
  },

  repair({ table, keys, isNewTable }): Repair {
    return {
      summary: 'build the index first',
      steps: keys.map(({ columns }) => {
        const name = objectNameOf(table.name, columns.join('_'), 'idx');
        return alone(
          `CREATE INDEX CONCURRENTLY ${quoteName(name)} ON ${quoteRelation({ name: `${table.schema}.${table.name}` })} (${columns.map(quoteName).join(', ')})`,
          `${isNewTable ? 'after the table is made' : 'before the key'}. ${buildNote(name)}`,
        );
      }),
    };
  },
});

/** Tables whose keys or indexes a step may have changed. */
function tablesOf(step: Step): readonly RelationId[] {
  const mayMatter = step.operations.some(({ kind }) =>
    ['add-foreign-key', 'create-table', 'drop-index', 'drop-constraint', 'drop-column'].includes(kind),
  );
  if (!mayMatter) return [];
  return touchedTables(step);
}

function unserved(table: Table, session: Session): readonly ForeignKey[] {
  const indexes = indexesOf(session.catalog, table.id);
  return table.constraints.flatMap((key) =>
    key.kind === 'foreign-key' && !key.inherited && !indexes.some((index) => serves(index, key)) ? [key] : [],
  );
}

/** The columns of the key stand in front, in any order; a partial index serves where it only leaves NULL out. */
function serves(index: Index, { columns }: ForeignKey): boolean {
  const front = index.keys.slice(0, columns.length).map(({ column }) => column);
  const { predicate } = index;
  return (
    index.valid &&
    columns.every((column) => front.includes(column)) &&
    (predicate === null ||
      (predicate.kind === 'is-null' && columns.some((column) => saysNotNull(predicate, column))))
  );
}

/** The step adds the key, or drops the last index that served it. */
function isOfStep(key: ForeignKey, { id }: Table, step: Step): boolean {
  const before = tableById(step.before.catalog, id);
  const isAdded = before?.constraints.some(({ name }) => name === key.name) !== true;
  const isThere =
    tableById(step.after.catalog, id)?.constraints.some(({ name }) => name === key.name) === true;
  if (isAdded) return isThere;
  const served = indexesOf(step.before.catalog, id).some((index) => serves(index, key));
  const left = indexesOf(step.after.catalog, id).some((index) => serves(index, key));
  return served && !left;
}

/** Configuration says that rows of the referenced table are never deleted. */
function isPermanent(run: RuleRun, referenced: RelationId): boolean {
  const table = tableById(run.finalSession.catalog, referenced);
  const listed = run.options.parameters['foreign-key-missing-index']?.['permanent'];
  return table !== undefined && Array.isArray(listed) && listed.includes(table.name);
}
