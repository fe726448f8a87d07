import type { Relation } from '../../analysis/catalog/relation';
import { objectNameOf } from '../../analysis/catalog/generated-name';
import type { ObjectName } from '../../postgres/name';
import { quoteName, quoteRelation } from '../sql-text';

/** A trigger that keeps two columns of a table alike: the statements that make it, and those that drop it. */
export interface SyncTrigger {
  readonly create: readonly string[];
  readonly drop: readonly string[];
}

/** `assign` is the statement of PL/pgSQL that fills one column from the other. */
export function syncTrigger(table: ObjectName, column: string, assign: string): SyncTrigger {
  const name = objectNameOf(table.name, column, 'sync');
  const [on, trigger] = [quoteRelation(table), quoteName(name)];
  const called = `${quoteRelation({ schema: table.schema, name })}()`;
  return {
    create: [
      `CREATE FUNCTION ${called} RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${assign} RETURN NEW; END $$`,
      `CREATE TRIGGER ${trigger} BEFORE INSERT OR UPDATE ON ${on} FOR EACH ROW EXECUTE FUNCTION ${called}`,
    ],
    drop: [`DROP TRIGGER ${trigger} ON ${on}`, `DROP FUNCTION ${called}`],
  };
}

/** Row triggers BEFORE stand on partitioned tables from 13 on. */
export function takesSyncTrigger({ kind }: Relation, major: number): boolean {
  return kind !== 'partitioned table' || major >= 13;
}
