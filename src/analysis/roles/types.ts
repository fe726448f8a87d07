import type { RoleName } from '../../postgres/effects/role';
import { isTable, relationNamed } from '../catalog/find';
import { relationOf } from '../catalog/resolve';
import type { Resolver, RoleAnswer, Situation } from './situation';
import { all, known, NOBODY } from './situation';

/** Composite types and the tables OF them. */
export const TYPE_ROLES = {
  'of-type': ofType,
  'altered-composite': alteredComposite,
  'typed-tables': typedTables,
} satisfies Partial<Record<RoleName, Resolver>>;

function ofType({ operation, session }: Situation): RoleAnswer {
  const name =
    operation.kind === 'create-table'
      ? operation.ofType
      : operation.kind === 'add-of-type' || operation.kind === 'alter-composite-type'
        ? operation.type
        : null;
  const relation = name === null ? undefined : relationOf(session, name);
  return relation?.kind === 'composite type' ? all([relation]) : NOBODY;
}

function alteredComposite({ operation, session }: Situation): RoleAnswer {
  if (operation.kind !== 'alter-object' || operation.objectType !== 'type') return NOBODY;
  // SET SCHEMA locks the rows of the catalog alone.
  if (operation.change === 'set-schema') return NOBODY;
  const relation = relationOf(session, operation.name);
  return relation?.kind === 'composite type' ? all([relation]) : NOBODY;
}

/** Tables OF the type that ALTER TYPE … CASCADE changes. */
export function typedTables({ operation, session }: Situation): RoleAnswer {
  if (operation.kind !== 'alter-composite-type' || !operation.cascade) return NOBODY;
  const type = relationOf(session, operation.type);
  if (type === undefined) return NOBODY;
  const { catalog } = session;
  const typed = [...catalog.relations.values()].filter(
    (relation) =>
      isTable(relation) &&
      relation.ofType !== null &&
      relationNamed(catalog, { schema: relation.ofType.schema ?? type.schema, name: relation.ofType.name })
        ?.id === type.id,
  );
  return known(typed, catalog.complete);
}
