import type { Relation } from '../../analysis/catalog/relation';
import { objectNameOf } from '../../analysis/catalog/generated-name';
import type { ObjectName } from '../../postgres/name';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';

/** A trigger that keeps two columns of a table alike: the statements that make it, and those that drop it. */
export interface SyncTrigger {
  readonly create: readonly string[];
  readonly drop: readonly string[];
}

/** `assign` is the statement of PL/pgSQL that fills one column from the other. */
export function syncTrigger(table: ObjectName, column: string, assign: string): SyncTrigger {
  const { on, trigger, called } = namesOf(table, column, 'sync');
  return {
    create: [createFunction(called, assign), createTrigger(trigger, on, called)],
    drop: [`DROP TRIGGER ${trigger} ON ${on}`, `DROP FUNCTION ${called}`],
  };
}

/** A trigger that computes a column as GENERATED … STORED would. */
export interface ComputeTrigger {
  readonly create: readonly string[];
  /** The function once the column goes by another name. */
  replaced(column: string): string;
}

/** `column` gives the trigger its name, `target` is filled by it, `expression` is the SQL of its value. */
export function computeTrigger(
  table: ObjectName,
  column: string,
  target: string,
  expression: string,
): ComputeTrigger {
  const { on, trigger, called } = namesOf(table, column, 'compute');
  const assign = (to: string): string =>
    `NEW.${quoteName(to)} := (SELECT ${expression} FROM (SELECT NEW.*) AS new_row);`;
  return {
    create: [createFunction(called, assign(target)), createTrigger(trigger, on, called)],
    replaced: (to) => createFunction(called, assign(to)).replace('CREATE', 'CREATE OR REPLACE'),
  };
}

/** Row triggers BEFORE stand on partitioned tables from 13 on. */
export function takesSyncTrigger({ kind }: Relation, major: number): boolean {
  return kind !== 'partitioned table' || major >= 13;
}

interface TriggerNames {
  readonly on: string;
  readonly trigger: string;
  readonly called: string;
}

function namesOf(table: ObjectName, column: string, label: string): TriggerNames {
  const name = objectNameOf(table.name, column, label);
  const called = `${quoteRelation({ schema: table.schema, name })}()`;
  return { on: quoteRelation(table), trigger: quoteName(name), called };
}

function createFunction(called: string, assign: string): string {
  return `CREATE FUNCTION ${called} RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${assign} RETURN NEW; END $$`;
}

function createTrigger(trigger: string, on: string, called: string): string {
  return `CREATE TRIGGER ${trigger} BEFORE INSERT OR UPDATE ON ${on} FOR EACH ROW EXECUTE FUNCTION ${called}`;
}
