import { childrenOf, indexesOf, ownedSequences, primaryKeyOf, readersOf } from '../../analysis/catalog/find';
import { objectNameOf } from '../../analysis/catalog/generated-name';
import type { Table } from '../../analysis/catalog/relation';
import { tableOf } from '../../analysis/catalog/resolve';
import { referencingTables } from '../../analysis/catalog/uses';
import type { Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import type { ObjectName } from '../../postgres/name';
import type { RuleRun } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation, quoteText } from '../sql-text';
import { IN_BATCHES } from './backfill';
import { batchKey } from './made';
import { convertsByItself } from './recreated-column';
import { batches, briefly, migration } from './steps';
import { plainName } from '../object-names';

/**
 * The old table renamed out of the way in the place of its DROP, its rows copied, and dropped later; null where it has no key to go by. What
 * CASCADE would take along goes as the names change.
 */
export function recreatedTable(
  step: Step,
  table: Table,
  name: ObjectName,
  created: Step,
  cascade: boolean,
  run: RuleRun,
): Repair | null {
  const made = tableOf(created.after, name);
  // By the first column of a key alone the batches are as many rows as share its values.
  const key = batchKey(step, table.id) ?? primaryKeyOf(table)?.columns[0] ?? null;
  const along = cascade ? takenAlong(step, table) : [];
  if (made === undefined || key === null || along === null || created.inner.length > 0) return null;
  const shared = made.columns.flatMap((column) => {
    const old = table.columns.find((each) => each.name === column.name);
    return old === undefined || column.generated !== null ? [] : [{ old, column }];
  });
  const aside = objectNameOf(table.name, null, 'old');
  const old = quoteRelation({ schema: name.schema, name: aside });
  const { catalog } = step.before;
  const renamed = [
    ...indexesOf(catalog, table.id).map((index) => ({ what: 'INDEX', name: index.name })),
    ...ownedSequences(catalog, table.id).map((sequence) => ({ what: 'SEQUENCE', name: sequence.name })),
  ];
  const columns = shared.map(({ column }) => quoteName(column.name)).join(', ');
  const values = shared.map(({ old: from, column }) =>
    from.type !== null && column.type !== null && convertsByItself(from.type, column.type)
      ? quoteName(from.name)
      : '…',
  );
  const overriding = shared.some(({ column }) => column.identity === 'always')
    ? ' OVERRIDING SYSTEM VALUE'
    : '';
  const range = `${quoteName(key)} > $lo AND ${quoteName(key)} <= $hi`;
  const counted = shared.flatMap(({ column }) =>
    ownedSequences(created.after.catalog, made.id, column.name).length > 0 ? [column.name] : [],
  );
  const behind = (column: string): string =>
    `SELECT setval(pg_get_serial_sequence(${quoteText(quoteRelation(name))}, ${quoteText(column)}), (SELECT max(${quoteName(column)}) FROM ${old}))`;
  return {
    summary: 'rename the old table, and copy its rows',
    covers: [created.statement.at],
    steps: [
      briefly(
        [
          ...along,
          `ALTER TABLE ${quoteRelation(name)} RENAME TO ${quoteName(aside)}`,
          ...renamed.map(
            (each) =>
              `ALTER ${each.what} ${quoteRelation({ schema: name.schema, name: each.name })} RENAME TO ${quoteName(objectNameOf(each.name, null, 'old'))}`,
          ),
          created.statement.text,
          // Its index gives the last one at once, and no new row may take the number of an old one.
          ...counted.filter((column) => column === key).map(behind),
        ],
        'ACCESS EXCLUSIVE for a moment, in one transaction: nobody sees the name missing. Until the rows are copied clients find the new ones alone.',
        run.options,
      ),
      batches(
        `INSERT INTO ${quoteRelation(name)} (${columns})${overriding} SELECT ${values.join(', ')} FROM ${old} WHERE ${range} ON CONFLICT DO NOTHING`,
        IN_BATCHES,
      ),
      ...counted
        .filter((column) => column !== key)
        .map((column) =>
          migration(
            behind(column),
            'locks nothing that others use: the sequence goes on behind the copied rows.',
          ),
        ),
      briefly(
        `DROP TABLE ${old}${cascade ? ' CASCADE' : ''}`,
        'ACCESS EXCLUSIVE for a moment, one release later, once all rows are there.',
        run.options,
      ),
    ],
  };
}

/** The keys and views that depend on a table, dropped; null where not all of them are known. */
function takenAlong({ before: { catalog } }: Step, table: Table): readonly string[] | null {
  if (!catalog.complete || !table.complete || childrenOf(catalog, table.id).length > 0) return null;
  const keys = referencingTables(catalog, table.id).flatMap((other) =>
    other.id === table.id
      ? []
      : other.constraints.flatMap((each) =>
          each.kind === 'foreign-key' && each.referenced === table.id && !each.inherited
            ? [`ALTER TABLE ${quoteRelation(plainName(other))} DROP CONSTRAINT ${quoteName(each.name)}`]
            : [],
        ),
  );
  const views = readersOf(catalog, table.id).map(
    (view) => `DROP ${view.kind.toUpperCase()} IF EXISTS ${quoteRelation(plainName(view))} CASCADE`,
  );
  return [...keys, ...views];
}
