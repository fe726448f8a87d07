import type { Site } from '../../javascript/host';
import { hostFunction } from '../../javascript/host';
import type { HostValue, Value } from '../../javascript/value';
import { unknownAt } from '../../javascript/value';

/** Packages that look into the catalog of a database through Knex and change nothing. */
export const INSPECTORS: ReadonlyMap<string, Value> = new Map(
  ['knex-schema-inspector', '@directus/schema'].map((name) => [name, inspectorPackage(name)]),
);

/** `SchemaInspector(knex)`, `new SchemaInspector(knex)`, `createInspector(knex)`. */
function inspectorPackage(name: string): Value {
  const inspector: Value = {
    kind: 'host',
    host: { name: 'an inspector', read: (key) => hostFunction(key, (_args, site) => answer(key, site)) },
  };
  const make = (): Value => inspector;
  const made: HostValue = { kind: 'host', host: { name, call: make, construct: make, read: () => made } };
  return made;
}

function answer(key: string, { at }: Site): Value {
  return unknownAt(at, `only the database knows what ${key} gives`, `inspector.${key}()`);
}
