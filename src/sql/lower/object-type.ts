import type { Node, ObjectType as ParserType } from '@pgsql/types';
import type { ObjectName } from '../../postgres/name';
import type { ObjectType } from '../../postgres/operations/object';
import { nameOf, roleName, strings, systemName } from './names';
import { valueText } from './options';

/** The parser's kinds of objects in words. */
const WORDS: Readonly<Record<ParserType, ObjectType>> = {
  OBJECT_ACCESS_METHOD: 'access method',
  OBJECT_AGGREGATE: 'aggregate',
  OBJECT_AMOP: 'operator family',
  OBJECT_AMPROC: 'operator family',
  OBJECT_ATTRIBUTE: 'column',
  OBJECT_CAST: 'cast',
  OBJECT_COLUMN: 'column',
  OBJECT_COLLATION: 'collation',
  OBJECT_CONVERSION: 'conversion',
  OBJECT_DATABASE: 'database',
  OBJECT_DEFAULT: 'column',
  OBJECT_DEFACL: 'default acl',
  OBJECT_DOMAIN: 'domain',
  OBJECT_DOMCONSTRAINT: 'domain constraint',
  OBJECT_EVENT_TRIGGER: 'event trigger',
  OBJECT_EXTENSION: 'extension',
  OBJECT_FDW: 'foreign data wrapper',
  OBJECT_FOREIGN_SERVER: 'server',
  OBJECT_FOREIGN_TABLE: 'foreign table',
  OBJECT_FUNCTION: 'function',
  OBJECT_INDEX: 'index',
  OBJECT_LANGUAGE: 'language',
  OBJECT_LARGEOBJECT: 'large object',
  OBJECT_MATVIEW: 'materialized view',
  OBJECT_OPCLASS: 'operator class',
  OBJECT_OPERATOR: 'operator',
  OBJECT_OPFAMILY: 'operator family',
  OBJECT_PARAMETER_ACL: 'parameter',
  OBJECT_POLICY: 'policy',
  OBJECT_PROCEDURE: 'procedure',
  OBJECT_PUBLICATION: 'publication',
  OBJECT_PUBLICATION_NAMESPACE: 'publication',
  OBJECT_PUBLICATION_REL: 'publication',
  OBJECT_ROLE: 'role',
  OBJECT_ROUTINE: 'routine',
  OBJECT_RULE: 'rule',
  OBJECT_SCHEMA: 'schema',
  OBJECT_SEQUENCE: 'sequence',
  OBJECT_SUBSCRIPTION: 'subscription',
  OBJECT_STATISTIC_EXT: 'statistics',
  OBJECT_TABCONSTRAINT: 'constraint',
  OBJECT_TABLE: 'table',
  OBJECT_TABLESPACE: 'tablespace',
  OBJECT_TRANSFORM: 'transform',
  OBJECT_TRIGGER: 'trigger',
  OBJECT_TSCONFIGURATION: 'text search configuration',
  OBJECT_TSDICTIONARY: 'text search dictionary',
  OBJECT_TSPARSER: 'text search parser',
  OBJECT_TSTEMPLATE: 'text search template',
  OBJECT_TYPE: 'type',
  OBJECT_USER_MAPPING: 'user mapping',
  OBJECT_VIEW: 'view',
};

/** A kind of object in words. */
export function objectType(type: ParserType | undefined): ObjectType {
  return WORDS[type ?? 'OBJECT_TABLE'];
}

/** The dotted parts of a node that names an object. */
export function nameParts(node: Node | undefined): readonly string[] {
  if (node === undefined) return [];
  if ('List' in node) return strings(node.List.items);
  if ('TypeName' in node) return strings(node.TypeName.names);
  if ('ObjectWithArgs' in node) return strings(node.ObjectWithArgs.objname);
  return strings([node]);
}

/** The name of any object: of a relation, function, type, cast (`int4 as text`), large object (its number), … */
export function namedObject(node: Node | undefined): ObjectName {
  if (node === undefined) return { schema: null, name: '' };
  if ('ObjectWithArgs' in node) return systemName(node.ObjectWithArgs.objname);
  if ('TypeName' in node) return systemName(node.TypeName.names);
  if ('RoleSpec' in node) return { schema: null, name: roleName(node.RoleSpec) };
  if ('List' in node) {
    const [from, to] = node.List.items ?? [];
    if (from !== undefined && 'TypeName' in from) {
      const join = to !== undefined && 'TypeName' in to ? 'as' : 'for';
      return { schema: null, name: `${nameParts(from).at(-1) ?? ''} ${join} ${nameParts(to).at(-1) ?? ''}` };
    }
  }
  const parts = nameParts(node);
  return parts.length === 0 ? { schema: null, name: valueText(node) ?? '' } : nameOf(parts);
}

/** An operator class or family: the parser puts its access method before its name. */
export function afterAccessMethod(node: Node): ObjectName {
  return nameOf(nameParts(node).slice(1));
}
