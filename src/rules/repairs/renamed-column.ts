import type { RepairStep } from '../../findings/finding';
import type { ObjectName } from '../../postgres/name';
import type { RuleOptions } from '../rule';
import { quoteName, quoteRelation } from '../sql-text';
import { backfill } from './backfill';
import { briefly, deploy } from './steps';

/** A column and the name that it shall have. */
export interface RenamedColumn {
  readonly table: ObjectName;
  readonly column: string;
  readonly to: string;
  /** As SQL writes it. */
  readonly type: string;
}

/** Another name for a column without a moment in which one of them is missing: both live for one release, a trigger keeps them alike. */
export function renamedColumnSteps(
  { table, column, to, type }: RenamedColumn,
  options: Pick<RuleOptions, 'lockTimeout'>,
): readonly RepairStep[] {
  const on = quoteRelation(table);
  const [old, fresh] = [quoteName(column), quoteName(to)];
  const sync = quoteRelation({ schema: table.schema, name: `${table.name}_${to}_sync` });
  const trigger = quoteName(`${table.name}_${to}_sync`);
  return [
    briefly(`ALTER TABLE ${on} ADD COLUMN ${fresh} ${type}`, 'ACCESS EXCLUSIVE for a moment.', options),
    briefly(
      [
        `CREATE FUNCTION ${sync}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.${fresh} := NEW.${old}; RETURN NEW; END $$`,
        `CREATE TRIGGER ${trigger} BEFORE INSERT OR UPDATE ON ${on} FOR EACH ROW EXECUTE FUNCTION ${sync}()`,
      ],
      'SHARE ROW EXCLUSIVE for a moment: what is written from now on has both.',
      options,
    ),
    backfill({ table: on, key: 'id', set: `${fresh} = ${old}`, where: `${fresh} IS DISTINCT FROM ${old}` }),
    deploy(`the code reads "${to}" and writes both.`),
    briefly(
      [`DROP TRIGGER ${trigger} ON ${on}`, `DROP FUNCTION ${sync}()`],
      'ACCESS EXCLUSIVE for a moment. If the old column is NOT NULL, drop that too.',
      options,
    ),
    deploy(`the code forgets "${column}".`),
    briefly(
      `ALTER TABLE ${on} DROP COLUMN ${old}`,
      'ACCESS EXCLUSIVE for a moment. Views that read the old column are replaced before.',
      options,
    ),
  ];
}
