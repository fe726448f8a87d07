import type { Catalog, NameKey } from '../catalog/catalog';
import { callsFunction } from '../catalog/expression-edit';
import { indexById, isTable, isView } from '../catalog/find';
import type { RelationId, Table } from '../catalog/relation';
import { signatureOf } from '../catalog/signature';
import { callersOf } from '../catalog/uses';
import type { CatalogObject } from './catalog-object';
import type { Dependent } from './dependents';
import { exists } from '../origin';
import type { Needy } from './function-needs';
import { functionsNeeding } from './function-needs';

/**
 * What calls a function: triggers, views, defaults, checks, policies, generated columns, indexes. Which overload is called is not known, so
 * that they depend on all of the name.
 */
export function functionDependents(catalog: Catalog, key: NameKey): readonly Dependent[] {
  const [known] = catalog.functions.get(key) ?? [];
  if (known === undefined) return [];
  const { schema, name } = known;
  const found: Dependent[] = [];
  const add = (object: CatalogObject): void => void found.push({ object, how: 'normal', certain: true });
  for (const relation of callersOf(catalog, name)) {
    if (
      isView(relation) &&
      relation.calls.some((call) => call.name === name && (call.schema ?? schema) === schema)
    ) {
      add({ kind: 'relation', id: relation.id });
    }
    if ('triggers' in relation) {
      for (const trigger of relation.triggers) {
        const isIts = trigger.function.name === name && (trigger.function.schema ?? schema) === schema;
        if (isIts || callsFunction(trigger.when?.expression ?? null, schema, name)) {
          add({ kind: 'trigger', table: relation.id, name: trigger.name });
        }
      }
    }
    if (isTable(relation)) tableCalls(relation, schema, name).forEach(add);
    const index = indexById(catalog, relation.id);
    if (index?.keys.some((each) => callsFunction(each.expression, schema, name)) === true) {
      add({ kind: 'relation', id: index.id });
    }
  }
  return [...found, ...functionsNeeding(catalog, 'calls', key).map(functionObject)];
}

/** Functions that a relation, or a column of it, keeps from being dropped: their bodies were parsed with them. */
export function functionsReading(
  catalog: Catalog,
  id: RelationId,
  column: string | null,
): readonly Dependent[] {
  const reading = functionsNeeding(catalog, 'reads', id).filter(
    ({ needs }) =>
      column === null ||
      needs.readsColumns.some((read) => read.relation === id && read.columns?.includes(column) === true),
  );
  return reading.map(functionObject);
}

/** Functions that take, give or mention a type. */
export function functionsOfType(catalog: Catalog, key: NameKey): readonly Dependent[] {
  return functionsNeeding(catalog, 'types', key).map(functionObject);
}

function functionObject({ key, known }: Needy): Dependent {
  return {
    object: { kind: 'function', key, signature: signatureOf(known) },
    how: 'normal',
    certain: exists(known.origin),
  };
}

function tableCalls(table: Table, schema: string, name: string): readonly CatalogObject[] {
  if (!table.columns.some(computes) && table.constraints.length + table.policies.length === 0) return [];
  const object = (kind: 'column' | 'constraint' | 'default' | 'policy', of: string): CatalogObject => ({
    kind,
    table: table.id,
    name: of,
  });
  return [
    ...table.columns.flatMap((column) => {
      if (column.generated !== null && callsFunction(column.generated.expression, schema, name)) {
        return [object('column', column.name)];
      }
      return callsFunction(column.default, schema, name) ? [object('default', column.name)] : [];
    }),
    ...table.constraints.flatMap((each) =>
      each.kind === 'check' && callsFunction(each.expression, schema, name)
        ? [object('constraint', each.name)]
        : [],
    ),
    ...table.policies.flatMap((each) =>
      callsFunction(each.using, schema, name) || callsFunction(each.check, schema, name)
        ? [object('policy', each.name)]
        : [],
    ),
  ];
}

/** Most columns have no expression. */
function computes({ generated, default: value }: Table['columns'][number]): boolean {
  return generated !== null || value !== null;
}
