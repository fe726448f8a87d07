import type {
  AlterDatabaseRefreshCollStmt,
  AlterDatabaseStmt,
  AlterTableMoveAllStmt,
  AlterTableSpaceOptionsStmt,
  CreatedbStmt,
  CreateTableSpaceStmt,
  DropdbStmt,
  DropTableSpaceStmt,
  Node,
} from '@pgsql/types';
import type { Operation } from '../../postgres/operation';
import type { Lowering } from './lowering';
import { roleNames } from './names';
import { findOption, optionList, optionName, optionText } from './options';

/** CREATE DATABASE. */
export function createDatabase(node: CreatedbStmt): readonly Operation[] {
  return [
    {
      kind: 'create-database',
      database: node.dbname ?? '',
      setting: null,
      tablespace: tablespaceOf(node.options),
    },
  ];
}

/** ALTER DATABASE with options. */
export function alterDatabase(node: AlterDatabaseStmt): readonly Operation[] {
  const [first] = optionList(node.options);
  const setting = first === undefined ? null : optionName(first);
  return [
    { kind: 'alter-database', database: node.dbname ?? '', setting, tablespace: tablespaceOf(node.options) },
  ];
}

/** ALTER DATABASE … REFRESH COLLATION VERSION. */
export function refreshDatabaseCollation(
  node: AlterDatabaseRefreshCollStmt,
  { needs }: Lowering,
): readonly Operation[] {
  needs.since(15, 'REFRESH COLLATION VERSION');
  return [
    { kind: 'alter-database', database: node.dbname ?? '', setting: 'collation_version', tablespace: null },
  ];
}

/** DROP DATABASE. */
export function dropDatabase(node: DropdbStmt, { needs }: Lowering): readonly Operation[] {
  if (findOption(node.options, 'force') !== undefined) needs.since(13, 'DROP DATABASE … FORCE');
  return [{ kind: 'drop-database', database: node.dbname ?? '', setting: null, tablespace: null }];
}

function tablespaceOf(options: readonly Node[] | undefined): string | null {
  const option = findOption(options, 'tablespace');
  return option === undefined ? null : optionText(option);
}

/** CREATE TABLESPACE. */
export function createTablespace(node: CreateTableSpaceStmt): readonly Operation[] {
  return [{ kind: 'create-tablespace', tablespace: node.tablespacename ?? '' }];
}

/** ALTER TABLESPACE … SET and RESET. */
export function alterTablespace(node: AlterTableSpaceOptionsStmt): readonly Operation[] {
  return [{ kind: 'alter-tablespace', tablespace: node.tablespacename ?? '' }];
}

/** DROP TABLESPACE. */
export function dropTablespace(node: DropTableSpaceStmt): readonly Operation[] {
  return [{ kind: 'drop-tablespace', tablespace: node.tablespacename ?? '' }];
}

/** ALTER TABLE (INDEX, MATERIALIZED VIEW) ALL IN TABLESPACE … SET TABLESPACE. */
export function moveAll(node: AlterTableMoveAllStmt): readonly Operation[] {
  const what =
    node.objtype === 'OBJECT_INDEX'
      ? 'index'
      : node.objtype === 'OBJECT_MATVIEW'
        ? 'materialized view'
        : 'table';
  return [
    {
      kind: 'move-all',
      what,
      from: node.orig_tablespacename ?? '',
      to: node.new_tablespacename ?? '',
      owners: roleNames(node.roles),
      nowait: node.nowait === true,
    },
  ];
}
