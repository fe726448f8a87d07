import type {
  AlterObjectDependsStmt,
  AlterObjectSchemaStmt,
  AlterOwnerStmt,
  Node,
  ObjectType,
} from '@pgsql/types';
import type { ObjectName } from '../../postgres/name';
import type { Operation } from '../../postgres/operation';
import { alterTarget } from './alter-table';
import type { Lowering } from './lowering';
import { roleName, relationName } from './names';
import { afterAccessMethod, namedObject, objectType } from './object-type';
import { routineParameters } from './written-parameters';

/** ALTER … SET SCHEMA. */
export function setSchema(node: AlterObjectSchemaStmt, lowering: Lowering): readonly Operation[] {
  const schema = node.newschema ?? '';
  if (node.relation !== undefined)
    return [{ kind: 'set-schema', ...alterTarget(node, node.objectType), schema }];
  const name = nameOfObject(node.object, node.objectType);
  if (node.objectType === 'OBJECT_EXTENSION')
    return [{ kind: 'alter-extension', extension: name.name, change: 'set-schema' }];
  const routine = routineParameters(node.object, lowering);
  return [
    {
      kind: 'alter-object',
      objectType: objectType(node.objectType),
      name,
      ...routine,
      change: 'set-schema',
      to: schema,
    },
  ];
}

/** ALTER … OWNER TO of anything that is no relation. */
export function changeOwner(node: AlterOwnerStmt): readonly Operation[] {
  return [
    {
      kind: 'alter-object',
      objectType: objectType(node.objectType),
      name: nameOfObject(node.object, node.objectType),
      change: 'change-owner',
      to: roleName(node.newowner),
    },
  ];
}

/** ALTER … [NO] DEPENDS ON EXTENSION. */
export function dependsOnExtension(node: AlterObjectDependsStmt, { needs }: Lowering): readonly Operation[] {
  const extension = node.extname?.sval ?? '';
  if (node.remove === true) needs.since(13, 'NO DEPENDS ON EXTENSION');
  if (node.relation !== undefined && node.objectType !== 'OBJECT_TRIGGER') {
    return [{ kind: 'depends-on-extension', ...alterTarget(node, node.objectType), extension }];
  }
  if (node.relation !== undefined)
    return [
      {
        kind: 'trigger-depends-on-extension',
        trigger: namedObject(node.object).name,
        table: relationName(node.relation),
        extension,
      },
    ];
  return [
    {
      kind: 'alter-object',
      objectType: objectType(node.objectType),
      name: namedObject(node.object),
      change: 'depends',
      to: extension,
    },
  ];
}

function nameOfObject(node: Node | undefined, type: ObjectType | undefined): ObjectName {
  const afterMethod = type === 'OBJECT_OPCLASS' || type === 'OBJECT_OPFAMILY';
  return afterMethod && node !== undefined ? afterAccessMethod(node) : namedObject(node);
}
