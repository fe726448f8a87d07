import type {
  AlterCollationStmt,
  AlterFdwStmt,
  AlterForeignServerStmt,
  AlterOperatorStmt,
  AlterOpFamilyStmt,
  AlterTSConfigurationStmt,
  AlterTSDictionaryStmt,
  AlterUserMappingStmt,
  CreateAmStmt,
  CreateCastStmt,
  CreateConversionStmt,
  CreateFdwStmt,
  CreateForeignServerStmt,
  CreateOpClassStmt,
  CreateOpFamilyStmt,
  CreatePLangStmt,
  CreateTransformStmt,
  CreateUserMappingStmt,
  DefineStmt,
  DropUserMappingStmt,
  ImportForeignSchemaStmt,
} from '@pgsql/types';
import type { ObjectName } from '../../postgres/name';
import type { Operation, OperationOf } from '../../postgres/operation';
import type { ObjectType } from '../../postgres/operations/object';
import type { Lowering } from './lowering';
import { objectName, roleName, systemName } from './names';
import { objectType } from './object-type';
import { typeName } from './type-name';

/** CREATE AGGREGATE, OPERATOR, COLLATION, TEXT SEARCH …, and CREATE TYPE of a base type. */
export function define(node: DefineStmt, { needs }: Lowering): readonly Operation[] {
  const name = objectName(node.defnames);
  if (node.kind === 'OBJECT_TYPE') return [{ kind: 'create-base-type', type: name }];
  if (node.kind === 'OBJECT_AGGREGATE' && node.replace === true)
    needs.since(12, 'CREATE OR REPLACE AGGREGATE');
  return [create(objectType(node.kind), name, node.replace, node.if_not_exists)];
}

/** CREATE CAST; the name is that of both types. */
export function createCast(node: CreateCastStmt, lowering: Lowering): readonly Operation[] {
  const from = typeName(node.sourcetype, lowering).name;
  return [create('cast', plain(`${from} as ${typeName(node.targettype, lowering).name}`))];
}

/** CREATE TRANSFORM. */
export function createTransform(node: CreateTransformStmt, lowering: Lowering): readonly Operation[] {
  return [
    create(
      'transform',
      plain(`${typeName(node.type_name, lowering).name} for ${node.lang ?? ''}`),
      node.replace,
    ),
  ];
}

/** CREATE CONVERSION. */
export function createConversion(node: CreateConversionStmt): readonly Operation[] {
  return [create('conversion', objectName(node.conversion_name))];
}

/** CREATE OPERATOR CLASS. */
export function createOperatorClass(node: CreateOpClassStmt): readonly Operation[] {
  return [create('operator class', objectName(node.opclassname))];
}

/** CREATE OPERATOR FAMILY. */
export function createOperatorFamily(node: CreateOpFamilyStmt): readonly Operation[] {
  return [create('operator family', objectName(node.opfamilyname))];
}

/** CREATE ACCESS METHOD. */
export function createAccessMethod(node: CreateAmStmt, { needs }: Lowering): readonly Operation[] {
  if (node.amtype === 't') needs.since(12, 'CREATE ACCESS METHOD … TYPE TABLE');
  return [create('access method', plain(node.amname))];
}

/** CREATE LANGUAGE with a handler. */
export function createLanguage(node: CreatePLangStmt): readonly Operation[] {
  return [create('language', plain(node.plname), node.replace)];
}

/** CREATE FOREIGN DATA WRAPPER. */
export function createForeignDataWrapper(node: CreateFdwStmt): readonly Operation[] {
  return [create('foreign data wrapper', plain(node.fdwname))];
}

/** CREATE SERVER. */
export function createServer(node: CreateForeignServerStmt): readonly Operation[] {
  const server = create('server', plain(node.servername), false, node.if_not_exists);
  return [{ ...server, wrapper: node.fdwname ?? '' }];
}

/** CREATE USER MAPPING; the name is the role's, with the server in the place of a schema. */
export function createUserMapping(node: CreateUserMappingStmt): readonly Operation[] {
  return [create('user mapping', mapping(node), false, node.if_not_exists)];
}

/** ALTER COLLATION … REFRESH VERSION. */
export function alterCollation(node: AlterCollationStmt): readonly Operation[] {
  return [alter('collation', objectName(node.collname), 'options')];
}

/** ALTER OPERATOR … SET. */
export function alterOperator(node: AlterOperatorStmt): readonly Operation[] {
  return [alter('operator', systemName(node.opername?.objname), 'options')];
}

/** ALTER OPERATOR FAMILY … ADD and DROP. */
export function alterOperatorFamily(node: AlterOpFamilyStmt): readonly Operation[] {
  return [alter('operator family', objectName(node.opfamilyname), 'contents')];
}

/** ALTER TEXT SEARCH DICTIONARY. */
export function alterDictionary(node: AlterTSDictionaryStmt): readonly Operation[] {
  return [alter('text search dictionary', objectName(node.dictname), 'options')];
}

/** ALTER TEXT SEARCH CONFIGURATION. */
export function alterConfiguration(node: AlterTSConfigurationStmt): readonly Operation[] {
  return [alter('text search configuration', objectName(node.cfgname), 'contents')];
}

/** ALTER FOREIGN DATA WRAPPER. */
export function alterForeignDataWrapper(node: AlterFdwStmt): readonly Operation[] {
  return [alter('foreign data wrapper', plain(node.fdwname), 'options')];
}

/** ALTER SERVER. */
export function alterServer(node: AlterForeignServerStmt): readonly Operation[] {
  return [alter('server', plain(node.servername), 'options')];
}

/** ALTER USER MAPPING. */
export function alterUserMapping(node: AlterUserMappingStmt): readonly Operation[] {
  return [alter('user mapping', mapping(node), 'options')];
}

/** DROP USER MAPPING. */
export function dropUserMapping(node: DropUserMappingStmt): readonly Operation[] {
  const names = [mapping(node)];
  return [
    {
      kind: 'drop-object',
      objectType: 'user mapping',
      names,
      ifExists: node.missing_ok === true,
      cascade: false,
    },
  ];
}

/** IMPORT FOREIGN SCHEMA. */
export function importForeignSchema(node: ImportForeignSchemaStmt): readonly Operation[] {
  return [
    {
      kind: 'import-foreign-schema',
      schema: node.local_schema ?? '',
      server: node.server_name ?? '',
    },
  ];
}

function create(
  type: ObjectType,
  name: ObjectName,
  replace?: boolean,
  ifNotExists?: boolean,
): OperationOf<'create-object'> {
  return {
    kind: 'create-object',
    objectType: type,
    name,
    replace: replace === true,
    ifNotExists: ifNotExists === true,
  };
}

function alter(type: ObjectType, name: ObjectName, change: OperationOf<'alter-object'>['change']): Operation {
  return { kind: 'alter-object', objectType: type, name, change, to: null };
}

function mapping({ user, servername }: Pick<CreateUserMappingStmt, 'user' | 'servername'>): ObjectName {
  return { schema: servername ?? null, name: roleName(user) };
}

function plain(name: string | undefined): ObjectName {
  return { schema: null, name: name ?? '' };
}
