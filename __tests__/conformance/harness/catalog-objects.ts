import type { CatalogDescription, RelationDescription } from '../../../src/analysis/catalog/describe';

/** An object of a catalog by its kind and name, and all that is told of it. */
export type CatalogObjects = ReadonlyMap<string, string>;

/** An object that two catalogs do not agree on; null: it is not in that one. */
export interface Disagreement {
  readonly object: string;
  readonly server: string | null;
  readonly ours: string | null;
}

/** A catalog taken apart into what people would count: relations, columns, constraints, types, functions, … */
export function objectsOf(catalog: CatalogDescription): CatalogObjects {
  const objects = new Map<string, string>();
  for (const [name, relation] of Object.entries(catalog.relations)) addRelation(objects, name, relation);
  // Base types come with extensions, whose own objects no catalog here tells.
  for (const [name, description] of Object.entries(catalog.types))
    if (description !== 'base') objects.set(`type ${name}`, description);
  for (const [name, tables] of Object.entries(catalog.publications))
    objects.set(`publication ${name}`, tables);
  for (const name of catalog.schemas) objects.set(`schema ${name}`, '');
  for (const name of catalog.extensions) objects.set(`extension ${name}`, '');
  for (const signature of catalog.functions) {
    const count = Number(objects.get(`function ${signature}`) ?? '0');
    objects.set(`function ${signature}`, String(count + 1));
  }
  return objects;
}

/** What two catalogs do not agree on, by name. */
export function disagreements(server: CatalogObjects, ours: CatalogObjects): readonly Disagreement[] {
  return [...new Set([...server.keys(), ...ours.keys()])]
    .filter((object) => server.get(object) !== ours.get(object))
    .sort()
    .map((object) => ({
      object,
      server: server.get(object) ?? null,
      ours: ours.get(object) ?? null,
    }));
}

function addRelation(objects: Map<string, string>, name: string, relation: RelationDescription): void {
  const {
    columns = [],
    constraints = [],
    triggers = [],
    policies = [],
    rules = [],
    statistics = [],
  } = relation;
  const own = [
    relation.persistence,
    `columns: ${columns.map(columnName).join(', ')}`,
    ...(['parents', 'indexes', 'reads'] as const).map((key) => `${key}: ${relation[key]?.join(', ') ?? ''}`),
    ...(['rowSecurity', 'replicaIdentity', 'on', 'definition', 'partOf', 'ownedBy', 'type'] as const).map(
      (key) => `${key}: ${relation[key] ?? ''}`,
    ),
  ];
  objects.set(`${relation.kind} ${name}`, own.filter((line) => !line.endsWith(': ')).join('; '));
  for (const column of columns) objects.set(`column ${name}.${columnName(column)}`, comparable(column));
  for (const constraint of constraints) {
    const [key = '', ...rest] = constraint.split(': ');
    objects.set(`constraint ${name}.${key}`, rest.join(': '));
  }
  for (const trigger of triggers) {
    const [key = '', ...rest] = trigger.split(': ');
    objects.set(`trigger ${name}.${key}`, rest.join(': '));
  }
  for (const [kind, names] of Object.entries({ policies, rules, statistics }))
    for (const each of names) objects.set(`${kind} ${name}.${each}`, '');
}

function columnName(column: string): string {
  return column.split(' ')[0] ?? '';
}

/** `numeric(10)` is kept as `numeric(10,0)`. */
function comparable(column: string): string {
  return column.replace(/ numeric\((\d+)\)/, ' numeric($1,0)');
}
