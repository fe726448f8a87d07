import { constantType } from '../../postgres/constant-type';
import type { Expression } from '../../postgres/expression';
import { everyPart } from '../../postgres/expression';
import type { TypeName } from '../../postgres/type-name';
import type { Catalog, NameKey, UserFunction } from '../catalog/catalog';
import { nameKey } from '../catalog/catalog';
import { columnOf, indexById, isTable, isView } from '../catalog/find';
import type { Relation, RelationId, Table } from '../catalog/relation';
import { overloadsMeant } from '../catalog/functions-called';
import { signatureOf } from '../catalog/signature';
import { callersOf } from '../catalog/uses';
import type { CatalogObject } from './catalog-object';
import type { Dependent } from './dependents';
import { exists } from '../origin';
import type { Needy } from './function-needs';
import { functionsNeeding } from './function-needs';

type FunctionObject = Extract<CatalogObject, { readonly kind: 'function' }>;

/**
 * What calls a function: triggers, views, defaults, checks, policies, generated columns, indexes. Where it is not known which of the
 * functions of a name is called, all that take as many arguments are. Of views it is known that they call one of the name.
 */
export function functionDependents(
  catalog: Catalog,
  major: number,
  { key, signature }: FunctionObject,
): readonly Dependent[] {
  const overloads = catalog.functions.get(key) ?? [];
  const [first] = overloads;
  if (first === undefined) return [];
  const { schema, name } = first;
  const meant = overloads.filter((known) => signature === null || signatureOf(known) === signature);
  const found: Dependent[] = [];
  // Up to 14 a generated column goes with a function that it calls (pg_attrdef.c, StoreAttrDefault); no other column calls one.
  const howOf = ({ kind }: CatalogObject): Dependent['how'] =>
    kind === 'column' && major < 15 ? 'auto' : 'normal';
  const add = (object: CatalogObject): void => void found.push({ object, how: howOf(object), certain: true });
  for (const relation of callersOf(catalog, name)) {
    const calls = (expression: Expression | null, on: Relation = relation): boolean =>
      expression !== null &&
      everyPart(expression).some(
        (part) =>
          part.kind === 'call' &&
          part.name.name === name &&
          (part.name.schema ?? schema) === schema &&
          overloadsMeant(overloads, part.args, (argument) => typeOf(argument, on)).some((known) =>
            meant.includes(known),
          ),
      );
    if (
      isView(relation) &&
      relation.calls.some((call) => call.name === name && (call.schema ?? schema) === schema)
    ) {
      add({ kind: 'relation', id: relation.id });
    }
    if ('triggers' in relation) {
      // A trigger runs the one without parameters.
      const runs = meant.some((known) => signatureOf(known) === '');
      for (const trigger of relation.triggers) {
        const isIts = trigger.function.name === name && (trigger.function.schema ?? schema) === schema;
        if ((isIts && runs) || calls(trigger.when?.expression ?? null)) {
          add({ kind: 'trigger', table: relation.id, name: trigger.name });
        }
      }
    }
    if (isTable(relation)) tableCalls(relation, calls).forEach(add);
    const index = indexById(catalog, relation.id);
    const table = index === undefined ? undefined : catalog.relations.get(index.table);
    if (
      index !== undefined &&
      [...index.keys.map(({ expression }) => expression), index.predicate].some((each) => calls(each, table))
    ) {
      add({ kind: 'relation', id: index.id });
    }
  }
  return [...found, ...functionsNeeding(catalog, 'calls', key).map(dependent)];
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
  return reading.map(dependent);
}

/** Functions that take, give or mention a type. */
export function functionsOfType(catalog: Catalog, key: NameKey): readonly Dependent[] {
  return functionsNeeding(catalog, 'types', key).map(dependent);
}

function dependent({ known }: Needy): Dependent {
  return { object: functionObject(known), how: 'normal', certain: exists(known.origin) };
}

/** A function as what a DROP can take along. */
export function functionObject(known: UserFunction): CatalogObject {
  return {
    kind: 'function',
    key: nameKey(known.schema, known.name),
    signature: signatureOf(known),
  };
}

/** Null where it cannot be told. */
function typeOf(argument: Expression, relation: Relation): TypeName | null {
  if (argument.kind === 'column') return columnOf(relation, argument.name)?.type ?? null;
  if (argument.kind === 'cast') return argument.type;
  return argument.kind === 'constant' ? constantType(argument) : null;
}

function tableCalls(
  table: Table,
  calls: (expression: Expression | null) => boolean,
): readonly CatalogObject[] {
  if (!table.columns.some(computes) && table.constraints.length + table.policies.length === 0) return [];
  const object = (kind: 'column' | 'constraint' | 'default' | 'policy', of: string): CatalogObject => ({
    kind,
    table: table.id,
    name: of,
  });
  return [
    ...table.columns.flatMap((column) => {
      if (column.generated !== null && calls(column.generated.expression))
        return [object('column', column.name)];
      return calls(column.default) ? [object('default', column.name)] : [];
    }),
    ...table.constraints.flatMap((each) =>
      each.kind === 'check' && calls(each.expression) ? [object('constraint', each.name)] : [],
    ),
    ...table.policies.flatMap((each) =>
      calls(each.using) || calls(each.check) ? [object('policy', each.name)] : [],
    ),
  ];
}

/** Most columns have no expression. */
function computes({ generated, default: value }: Table['columns'][number]): boolean {
  return generated !== null || value !== null;
}
