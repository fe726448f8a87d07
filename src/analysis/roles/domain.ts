import type { NameKey, UserType } from '../catalog/catalog';
import { nameKey } from '../catalog/catalog';
import { isTable, isView } from '../catalog/find';
import { findType } from '../catalog/resolve';
import { usersOfType } from '../catalog/uses';
import type { Session } from '../session';
import type { RoleAnswer, Situation } from './situation';
import { known, NOBODY } from './situation';

/**
 * The relations with a column of the domain that ALTER DOMAIN changes, or of a domain over it. Source: typecmds.c,
 * get_rels_with_domain.
 */
export function usersOfDomain({ operation, session }: Situation): RoleAnswer {
  if (operation.kind !== 'alter-domain') return NOBODY;
  const domain = findType(session, operation.domain);
  const { catalog } = session;
  if (domain === undefined) return known([], catalog.complete);
  const { change } = operation;
  if (change.kind === 'set-not-null' && domain.kind === 'domain' && isNotNull(domain)) return NOBODY;
  const users = domainsOver(session, nameKey(domain.schema, domain.name)).flatMap((key) =>
    usersOfType(catalog, key).flatMap((id) => {
      const relation = catalog.relations.get(id);
      if (relation === undefined || !(isTable(relation) || isView(relation))) return [];
      const stores = relation.kind === 'table' || relation.kind === 'materialized view';
      const has = relation.columns.some(
        ({ type }) =>
          type !== null && type.arrayDimensions === 0 && nameKey(type.schema ?? '', type.name) === key,
      );
      return stores && has ? [relation] : [];
    }),
  );
  return known(users, catalog.complete);
}

function isNotNull({ constraints }: Extract<UserType, { readonly kind: 'domain' }>): boolean {
  return constraints.some(({ kind }) => kind === 'not-null');
}

/** A domain and the domains over it. */
export function domainsOver({ catalog }: Session, key: NameKey): readonly NameKey[] {
  const found = new Set([key]);
  for (const known of found) {
    for (const [other, type] of catalog.types.entries()) {
      if (
        type.kind === 'domain' &&
        type.type.schema !== null &&
        nameKey(type.type.schema, type.type.name) === known
      ) {
        found.add(other);
      }
    }
  }
  return [...found];
}
