import type { Table } from '../../../src/analysis/catalog/relation';
import type { Maker } from './create';
import type { World } from './world';
import { nameOf } from './world';

/** Triggers of tables, and the function that they call. */
export const trigger: Maker = (world) => {
  const { choose } = world;
  const functions = [...world.session.catalog.functions.values()]
    .flat()
    .filter(({ name }) => name.startsWith('touch'));
  const touch = choose.maybe(functions);
  if (touch === undefined)
    return 'CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$';
  const table = world.table();
  if (table === undefined) return null;
  const known = choose.maybe(table.triggers);
  if (known !== undefined && choose.once(2))
    return choose.one([
      `DROP TRIGGER ${known.name} ON ${nameOf(table)}`,
      `ALTER TRIGGER ${known.name} ON ${nameOf(table)} RENAME TO ${world.fresh(['touched'])}`,
      createTrigger(world, table, known.name, nameOf(touch)),
    ]);
  if (choose.once(12)) return `DROP FUNCTION ${nameOf(touch)}() CASCADE`;
  return createTrigger(world, table, world.fresh(['touched']), nameOf(touch));
};

function createTrigger(world: World, table: Table, name: string, called: string): string {
  const { choose } = world;
  const column = choose.once(2) ? world.column(table)?.name : undefined;
  const update = column !== undefined && choose.once(2) ? `UPDATE OF ${column}` : 'UPDATE';
  const isConstraint = choose.once(6);
  const timing = isConstraint ? 'AFTER' : choose.one(['BEFORE', 'AFTER']);
  const event = choose.one(['INSERT', update, `INSERT OR ${update}`]);
  const level = isConstraint || !choose.once(2) ? 'ROW' : 'STATEMENT';
  const words = [
    `CREATE${isConstraint ? ' CONSTRAINT' : choose.word('OR REPLACE', 3)} TRIGGER ${name} ${timing} ${event} ON ${nameOf(table)}`,
    isConstraint ? choose.one(['', 'DEFERRABLE', 'INITIALLY DEFERRED']) : '',
    !isConstraint && choose.once(6) ? 'REFERENCING NEW TABLE AS added' : '',
    `FOR EACH ${level}`,
    level === 'ROW' && column !== undefined && choose.once(2) ? `WHEN (NEW.${column} IS NOT NULL)` : '',
    `EXECUTE FUNCTION ${called}(${choose.one(['', "'a'", "'a', 'b c'"])})`,
  ];
  return words.filter((word) => word !== '').join(' ');
}
