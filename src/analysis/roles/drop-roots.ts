import type { ObjectName } from '../../postgres/name';
import type { Catalog } from '../catalog/catalog';
import { nameKey } from '../catalog/catalog';
import { columnOf, constraintNamed, heirs, isTable } from '../catalog/find';
import type { Table } from '../catalog/relation';
import { findType, functionMeant, relationOf } from '../catalog/resolve';
import { tablesOn } from '../catalog/standing-on';
import { relationsOwnedBy } from '../catalog/whole-database';
import type { CatalogObject } from '../fold/catalog-object';
import { functionObject } from '../fold/function-dependents';
import type { Session } from '../session';
import { collationDependents } from './collation';
import { extensionObjects } from './extension';
import type { Situation } from './situation';
import { targetTable } from './target';

/** What a statement drops by name, and whether it goes on to what depends on that. */
export interface Drop {
  readonly roots: readonly CatalogObject[];
  readonly cascade: boolean;
}

/** What an operation drops; null for one that drops nothing. */
export function dropOf(situation: Situation): Drop | null {
  const { operation, session } = situation;
  const { kind } = operation;
  const { catalog } = session;
  if (kind === 'drop-table') return relations(session, operation.tables, operation.cascade);
  if (kind === 'drop-view') return relations(session, operation.views, operation.cascade);
  if (kind === 'drop-sequence') return relations(session, operation.sequences, operation.cascade);
  if (kind === 'drop-index') return relations(session, operation.indexes, operation.cascade);
  if (kind === 'drop-type')
    return {
      roots: operation.types.flatMap((name) => typeObject(session, name)),
      cascade: operation.cascade,
    };
  if (kind === 'drop-function') {
    const roots = operation.functions.flatMap(({ name, parameters }): readonly CatalogObject[] => {
      const known = functionMeant(session, name, parameters);
      return known === undefined ? [] : [functionObject(known)];
    });
    return { roots, cascade: operation.cascade };
  }
  if (kind === 'drop-schema') {
    return {
      roots: operation.schemas.flatMap((schema) => contentsOf(session, schema)),
      cascade: operation.cascade,
    };
  }
  if (kind === 'drop-owned') {
    const owned = relationsOwnedBy(catalog, operation.roles);
    return {
      roots: [
        ...owned.map(({ id }): CatalogObject => ({ kind: 'relation', id })),
        ...policiesFor(catalog, operation.roles),
      ],
      cascade: operation.cascade,
    };
  }
  if (kind === 'drop-object' && operation.objectType === 'collation') {
    const standing = operation.cascade ? collationDependents(catalog, operation.names) : [];
    return { roots: standing.map(({ object }) => object), cascade: operation.cascade };
  }
  if (kind === 'drop-extension') {
    const roots = operation.extensions.flatMap((extension) => extensionObjects(catalog, extension));
    return { roots, cascade: operation.cascade };
  }
  if (
    kind === 'drop-object' &&
    (operation.objectType === 'server' ||
      operation.objectType === 'foreign data wrapper' ||
      operation.objectType === 'access method')
  ) {
    const standing = tablesOn(catalog, operation);
    return {
      roots: operation.cascade ? standing.map(({ id }) => ({ kind: 'relation', id })) : [],
      cascade: operation.cascade,
    };
  }
  if (kind === 'drop-column')
    return partOf(situation, operation.cascade, (table) =>
      columnOf(table, operation.column) === undefined
        ? []
        : [{ kind: 'column', table: table.id, name: operation.column }],
    );
  if (kind === 'drop-constraint') {
    return partOf(situation, operation.cascade, (table) =>
      constraintNamed(table, operation.constraint) === undefined
        ? []
        : [{ kind: 'constraint', table: table.id, name: operation.constraint }],
    );
  }
  return null;
}

/** Policies for these roles alone, which go with them; of the others the roles are taken out. */
function policiesFor(catalog: Catalog, roles: readonly string[]): readonly CatalogObject[] {
  return [...catalog.relations.values()].flatMap((relation) =>
    isTable(relation)
      ? relation.policies
          .filter((policy) => policy.roles.length > 0 && policy.roles.every((role) => roles.includes(role)))
          .map(({ name }): CatalogObject => ({ kind: 'policy', table: relation.id, name }))
      : [],
  );
}

function relations(session: Session, names: readonly ObjectName[], cascade: boolean): Drop {
  const roots = names.flatMap((name): readonly CatalogObject[] => {
    const relation = relationOf(session, name);
    return relation === undefined ? [] : [{ kind: 'relation', id: relation.id }];
  });
  return { roots, cascade };
}

/** A composite type is a relation. */
function typeObject(session: Session, name: ObjectName): readonly CatalogObject[] {
  const composite = relationOf(session, name);
  if (composite?.kind === 'composite type') {
    return [{ kind: 'relation', id: composite.id }];
  }
  const type = findType(session, name);
  return type === undefined ? [] : [{ kind: 'type', key: nameKey(type.schema, type.name) }];
}

function contentsOf({ catalog }: Session, schema: string): readonly CatalogObject[] {
  return [
    ...[...catalog.relations.values()].flatMap((relation): readonly CatalogObject[] =>
      relation.schema === schema ? [{ kind: 'relation', id: relation.id }] : [],
    ),
    ...[...catalog.types.entries()].flatMap(([key, type]): readonly CatalogObject[] =>
      type.schema === schema ? [{ kind: 'type', key }] : [],
    ),
    ...[...catalog.functions.entries()].flatMap(([key, functions]): readonly CatalogObject[] =>
      functions.some((known) => known.schema === schema) ? [{ kind: 'function', key, signature: null }] : [],
    ),
  ];
}

/** A part of the table, and of the heirs that have it from there. */
function partOf(
  situation: Situation,
  cascade: boolean,
  part: (table: Table) => readonly CatalogObject[],
): Drop {
  const table = targetTable(situation);
  const { operation, session } = situation;
  if (table === undefined || (table.complete && part(table).length === 0)) return { roots: [], cascade };
  const only = 'only' in operation && operation.only;
  const inherited = only
    ? []
    : heirs(session.catalog, table.id).filter((heir) => inheritsPart(heir, part(heir)));
  return { roots: [table, ...inherited].flatMap(part), cascade };
}

function inheritsPart(heir: Table, objects: readonly CatalogObject[]): boolean {
  return objects.some((object) => {
    if (object.kind === 'column') return columnOf(heir, object.name)?.inherited === true;
    return object.kind === 'constraint' && constraintNamed(heir, object.name)?.inherited === true;
  });
}
