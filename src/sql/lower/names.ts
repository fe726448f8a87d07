import type { Node, RangeVar, RoleSpec } from '@pgsql/types';
import type { ObjectName, RelationName } from '../../postgres/name';

/** The name of a relation. A database name before the schema says nothing and is dropped. */
export function relationName(range: RangeVar | undefined): RelationName {
  return { schema: range?.schemaname ?? null, name: range?.relname ?? '' };
}

/** The strings of a list of nodes; what is not a string is left out. */
export function strings(nodes: readonly Node[] | undefined): readonly string[] {
  const found: string[] = [];
  for (const node of nodes ?? []) if ('String' in node) found.push(node.String.sval ?? '');
  return found;
}

/** A dotted name given as a list of strings. */
export function objectName(nodes: readonly Node[] | undefined): ObjectName {
  return nameOf(strings(nodes));
}

/** The last two of the parts of a dotted name. */
export function nameOf(parts: readonly string[]): ObjectName {
  return { schema: parts.at(-2) ?? null, name: parts.at(-1) ?? '' };
}

/** A name whose schema `pg_catalog` is dropped: types, functions, operators, collations of the system. */
export function systemName(nodes: readonly Node[] | undefined): ObjectName {
  const name = objectName(nodes);
  return name.schema === 'pg_catalog' ? { schema: null, name: name.name } : name;
}

/** A collation, where a list names one. */
export function collationName(nodes: readonly Node[] | undefined): ObjectName | null {
  return nodes === undefined ? null : systemName(nodes);
}

/** The relation that the leading parts of a dotted name (`schema.table.column`) give. */
export function relationBefore(parts: readonly string[]): RelationName {
  return nameOf(parts.slice(0, -1));
}

/** A role as it is written: CURRENT_USER and its kin in lower case, PUBLIC as `public`. */
export function roleName(role: RoleSpec | undefined): string {
  switch (role?.roletype) {
    case 'ROLESPEC_CURRENT_ROLE':
      return 'current_role';
    case 'ROLESPEC_CURRENT_USER':
      return 'current_user';
    case 'ROLESPEC_SESSION_USER':
      return 'session_user';
    case 'ROLESPEC_PUBLIC':
      return 'public';
    case 'ROLESPEC_CSTRING':
    case undefined:
      return role?.rolename ?? '';
  }
}

/** The roles of a list. */
export function roleNames(nodes: readonly Node[] | undefined): readonly string[] {
  if (nodes === undefined) return [];
  return nodes.flatMap((node) => ('RoleSpec' in node ? [roleName(node.RoleSpec)] : strings([node])));
}
