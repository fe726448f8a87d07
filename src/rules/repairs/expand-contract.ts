import type { Catalog } from '../../analysis/catalog/catalog';
import { readersOf } from '../../analysis/catalog/find';
import type { Table } from '../../analysis/catalog/relation';
import { columnsOf } from '../../postgres/expression';
import type { Repair, RepairStep } from '../../findings/finding';
import type { RuleRun } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { backfill } from './backfill';
import { notNullSteps } from './not-null';
import { briefly, deploy } from './steps';
import { syncTrigger } from './sync-trigger';
import { keySteps } from './unique';

/** A column that shall hold the same under another type. Texts are SQL. */
export interface Replacement {
  readonly table: { readonly schema: string | null; readonly name: string };
  readonly column: string;
  readonly type: string;
  /** The new value in terms of the old column. */
  readonly value: string;
  readonly notNull: boolean;
  /** What new rows get once the trigger is gone; absent and null: nothing. */
  readonly default?: string | null;
  readonly key: string | null;
  /** The primary key, where the column is all of it. */
  readonly primaryKey: string | null;
  readonly major: number;
  /** Views and generated columns that read the column, and have to be written anew before it can go. */
  readonly dependents: readonly string[];
}

/** A second column beside the first: filled by a trigger and a backfill, taken over by the clients, then the first one goes. */
export function expandContract(replacement: Replacement, run: RuleRun): Repair {
  const { table, column, type, value, notNull, key, primaryKey, major, dependents } = replacement;
  const successor = successorOf(replacement);
  const [name, old, next] = [quoteRelation(table), quoteName(column), quoteName(successor)];
  const sync = syncTrigger(table, column, `NEW.${next} := (SELECT ${value} FROM (SELECT NEW.*) AS new_row);`);
  const alter = `ALTER TABLE ${name}`;
  return {
    summary: 'let a second column of the new type take over',
    steps: [
      briefly(`${alter} ADD COLUMN ${next} ${type}`, 'ACCESS EXCLUSIVE for a moment.', run.options),
      briefly(sync.create, 'SHARE ROW EXCLUSIVE for a moment: from here on new rows have both.', run.options),
      backfill({ table: name, key, set: `${next} = ${value}`, where: differs(replacement, next) }),
      ...(notNull ? notNullSteps({ table, column: successor }, major, run.options) : []),
      ...(primaryKey === null ? [] : swapPrimaryKey(replacement, primaryKey, run)),
      deploy(`clients read "${successor}" and write both; indexes on it are built CONCURRENTLY before.`),
      briefly(
        [
          ...sync.drop,
          ...(typeof replacement.default === 'string'
            ? [`${alter} ALTER COLUMN ${next} SET DEFAULT ${replacement.default}`]
            : []),
          ...(notNull ? [`${alter} ALTER COLUMN ${old} DROP NOT NULL`] : []),
        ],
        'ACCESS EXCLUSIVE for a moment.',
        run.options,
      ),
      deploy(
        `clients forget "${column}".${dependents.length === 0 ? '' : ` What reads it is written anew, with "${successor}": ${dependents.join(', ')}.`}`,
      ),
      briefly(`${alter} DROP COLUMN ${old}`, 'ACCESS EXCLUSIVE for a moment.', run.options),
    ],
  };
}

/** The key moves to the new column in one statement; foreign keys that refer to it move before. */
function swapPrimaryKey(replacement: Replacement, name: string, run: RuleRun): readonly RepairStep[] {
  return keySteps(
    {
      kind: 'primary-key',
      table: replacement.table,
      columns: [successorOf(replacement)],
      include: [],
      nullsNotDistinct: false,
      deferrable: false,
      initiallyDeferred: false,
      name,
      index: `${name}_new`,
      before: `DROP CONSTRAINT ${quoteName(name)}`,
    },
    run.options,
  );
}

/** Rows that the backfill has to write. What the trigger has seen is alike already, where two values cannot be compared. */
export function differs({ type, value }: Pick<Replacement, 'type' | 'value'>, next: string): string {
  if (!hasEquality(type)) return `${next} IS NULL AND (${value}) IS NOT NULL`;
  return `${next} IS DISTINCT FROM ${value.endsWith(`::${type}`) ? value : `(${value})::${type}`}`;
}

function hasEquality(type: string): boolean {
  return !/^(?:json|xml|point|polygon|box|line|path|lseg|circle|txid_snapshot)\b(?!b)/i.test(type);
}

function successorOf({ column }: Replacement): string {
  return `${column}_new`;
}

/** What reads a column and keeps it from being dropped: views, and generated columns. */
export function dependentsOf(catalog: Catalog, table: Table, column: string): readonly string[] {
  const views = readersOf(catalog, table.id).filter((view) =>
    view.readsColumns.some(
      ({ relation, columns }) => relation === table.id && (columns === null || columns.includes(column)),
    ),
  );
  const generated = table.columns.filter(
    (other) => other.generated !== null && columnsOf(other.generated.expression).includes(column),
  );
  return [
    ...views.map((view) => `${view.kind} "${view.name}"`),
    ...generated.map(({ name }) => `generated column "${name}"`),
  ];
}
