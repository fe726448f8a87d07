import type { IndexKey } from '../../postgres/definition';
import { everyPart } from '../../postgres/expression';
import type { Expression } from '../../postgres/expression';
import type { ObjectName } from '../../postgres/name';
import type { Catalog } from '../catalog/catalog';
import { isIndex, isTable, isView } from '../catalog/find';
import type { Index, Table } from '../catalog/relation';
import type { CatalogObject } from '../fold/catalog-object';
import type { Dependent } from '../fold/dependents';
import { relationObject } from '../fold/type-dependents';
import { exists } from '../origin';

/**
 * What stands on collations: columns, keys, checks, what else is computed with them, views and domains. Where one of two names has
 * no schema, they are taken for one. Source: dependency.c.
 */
export function collationDependents(catalog: Catalog, names: readonly ObjectName[]): readonly Dependent[] {
  return dependents(catalog, (used) => used !== null && names.some((name) => mayBeSame(used, name)));
}

function dependents(catalog: Catalog, isOne: Uses): readonly Dependent[] {
  const relations = [...catalog.relations.values()].flatMap((relation): readonly Dependent[] => {
    if (isView(relation))
      return relation.collations?.some(isOne) === true
        ? [relationObject(catalog, relation.id, 'normal')]
        : [];
    if (isIndex(relation))
      return indexUses(relation, isOne) ? [relationObject(catalog, relation.id, 'normal')] : [];
    return isTable(relation) ? partsOf(catalog, relation, isOne) : [];
  });
  const domains = catalog.types
    .entries()
    .flatMap(([key, type]): readonly Dependent[] =>
      type.kind === 'domain' && isOne(type.collation)
        ? [{ object: { kind: 'type', key }, how: 'normal', certain: exists(type.origin) }]
        : [],
    );
  return [...relations, ...domains];
}

/** Whether something that does not go by itself certainly stands on one of them. */
export function isCollationUsed(catalog: Catalog, names: readonly ObjectName[]): boolean {
  const isOne: Uses = (used) => used !== null && names.some((name) => isSame(used, name));
  return (
    dependents(catalog, isOne).some(({ certain }) => certain) ||
    catalog.types
      .values()
      .some(
        (type) =>
          type.kind === 'domain' &&
          type.origin.certain &&
          type.constraints.some((each) => each.kind === 'check' && mentions(each.expression, isOne)),
      )
  );
}

type Uses = (collation: ObjectName | null) => boolean;

function partsOf(catalog: Catalog, table: Table, isOne: Uses): readonly Dependent[] {
  if (table.partitioning?.keys.some((key) => keyUses(key, isOne)) === true)
    return [relationObject(catalog, table.id, 'normal')];
  const part = (kind: 'column' | 'constraint' | 'default', name: string, certain: boolean): Dependent => {
    const object: CatalogObject = { kind, table: table.id, name };
    return { object, how: 'normal', certain };
  };
  return [
    ...table.columns.flatMap(({ name, collation, generated, default: value, addedBy }) => {
      if (isOne(collation) || mentions(generated?.expression ?? null, isOne))
        return [part('column', name, addedBy.certain)];
      return mentions(value, isOne) ? [part('default', name, addedBy.certain)] : [];
    }),
    ...table.constraints.flatMap((each) =>
      each.kind === 'check' && mentions(each.expression, isOne)
        ? [part('constraint', each.name, each.origin.certain)]
        : [],
    ),
  ];
}

function indexUses({ keys, predicate }: Index, isOne: Uses): boolean {
  return keys.some((key) => keyUses(key, isOne)) || mentions(predicate, isOne);
}

function keyUses({ collation, expression }: IndexKey, isOne: Uses): boolean {
  return isOne(collation) || mentions(expression, isOne);
}

function mentions(expression: Expression | null, isOne: Uses): boolean {
  return (
    expression !== null &&
    everyPart(expression).some((part) => part.kind === 'collate' && isOne(part.collation))
  );
}

function mayBeSame(a: ObjectName, b: ObjectName): boolean {
  return a.name === b.name && (a.schema === b.schema || a.schema === null || b.schema === null);
}

/** A name without a schema is one of `public` here: another would be found by a search_path that nobody knows of the other. */
function isSame(a: ObjectName, b: ObjectName): boolean {
  return a.name === b.name && (a.schema ?? 'public') === (b.schema ?? 'public');
}
