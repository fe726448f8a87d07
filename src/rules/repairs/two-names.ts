import { objectNameOf } from '../../analysis/catalog/generated-name';
import type { Repair } from '../../findings/finding';
import type { ObjectName } from '../../postgres/name';
import type { RuleRun } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { backfill } from './backfill';
import { briefly, deploy } from './steps';
import { syncTrigger } from './sync-trigger';

/** A column of a table that gets another name. Types are SQL. */
export interface RenamedColumn {
  readonly table: ObjectName;
  readonly column: string;
  readonly to: string;
  readonly type: string;
  /** The column by which batches go; null where there is none. */
  readonly key: string | null;
}

/**
 * A column under two names for one release: a second one that a trigger keeps alike in both directions. In the end the second one
 * goes and the first takes its name, so that keys, indexes, views and what else knows the first one stay as they are.
 */
export function twoNames({ table, column, to, type, key }: RenamedColumn, run: RuleRun): Repair {
  const [name, old, next] = [quoteRelation(table), quoteName(column), quoteName(to)];
  const alter = `ALTER TABLE ${name}`;
  const isNewName = `(TG_OP = 'INSERT' AND NEW.${next} IS NOT NULL) OR (TG_OP = 'UPDATE' AND NEW.${next} IS DISTINCT FROM OLD.${next})`;
  const sync = syncTrigger(
    table,
    column,
    `IF ${isNewName} THEN NEW.${old} := NEW.${next}; ELSE NEW.${next} := NEW.${old}; END IF;`,
  );
  return {
    summary: 'two names for one release',
    steps: [
      briefly(`${alter} ADD COLUMN ${next} ${type}`, 'ACCESS EXCLUSIVE for a moment.', run.options),
      briefly(
        sync.create,
        'SHARE ROW EXCLUSIVE for a moment: from here on clients write either of the two.',
        run.options,
      ),
      backfill({
        table: name,
        key,
        set: `${next} = ${old}`,
        where: `${next} IS NULL AND ${old} IS NOT NULL`,
      }),
      deploy(
        `clients know "${to}" and forget "${column}". An index that they look rows up by is built on the second column CONCURRENTLY before, and goes with it.`,
      ),
      briefly(
        [...sync.drop, `${alter} DROP COLUMN ${next}`, `${alter} RENAME COLUMN ${old} TO ${next}`],
        'ACCESS EXCLUSIVE for a moment, in one transaction: nobody sees the name missing, and nothing that knows the first column has to be made anew.',
        run.options,
      ),
    ],
  };
}

/** A column of a view under two names: another view of the old name has both, until the clients have moved. */
export function twoNamesOfView(view: ObjectName, column: string, to: string, run: RuleRun): Repair {
  const behind = objectNameOf(view.name, null, 'renamed');
  const [name, old, next] = [quoteRelation(view), quoteName(column), quoteName(to)];
  const renamed = quoteRelation({ schema: view.schema, name: behind });
  return {
    summary: 'two names for one release',
    steps: [
      briefly(
        [
          `ALTER VIEW ${name} RENAME COLUMN ${old} TO ${next}`,
          `ALTER VIEW ${name} RENAME TO ${quoteName(behind)}`,
          `CREATE VIEW ${name} AS SELECT *, ${next} AS ${old} FROM ${renamed}`,
        ],
        'in one transaction, with the grants given on the new view too.',
        run.options,
      ),
      deploy(`clients name "${to}".`),
      briefly(
        [`DROP VIEW ${name}`, `ALTER VIEW ${renamed} RENAME TO ${quoteName(view.name)}`],
        'in one transaction, one release later.',
        run.options,
      ),
    ],
  };
}
