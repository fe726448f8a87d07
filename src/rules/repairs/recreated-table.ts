import { indexesOf, ownedSequences } from '../../analysis/catalog/find';
import { objectNameOf } from '../../analysis/catalog/generated-name';
import type { Table } from '../../analysis/catalog/relation';
import { tableOf } from '../../analysis/catalog/resolve';
import type { Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import type { ObjectName } from '../../postgres/name';
import type { RuleRun } from '../rule';
import { quoteName, quoteRelation, quoteText } from '../sql-text';
import { IN_BATCHES } from './backfill';
import { batchKey } from './made';
import { convertsByItself } from './recreated-column';
import { batches, briefly, migration } from './steps';

/** The old table renamed out of the way in the place of its DROP, its rows copied, and dropped later; null where it has no key to go by. */
export function recreatedTable(
  step: Step,
  table: Table,
  name: ObjectName,
  created: Step,
  run: RuleRun,
): Repair | null {
  const made = tableOf(created.after, name);
  const key = batchKey(step, table.id);
  if (made === undefined || key === null || created.inner.length > 0) return null;
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
        `DROP TABLE ${old}`,
        'ACCESS EXCLUSIVE for a moment, one release later, once all rows are there.',
        run.options,
      ),
    ],
  };
}
