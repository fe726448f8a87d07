import type {
  AlterEnumStmt,
  AlterTypeStmt,
  CompositeTypeStmt,
  CreateEnumStmt,
  CreateRangeStmt,
} from '@pgsql/types';
import type { Operation } from '../../postgres/operation';
import type { Lowering } from './lowering';
import { objectName, relationName, strings } from './names';
import { findOption } from './options';
import { typeName } from './type-name';

/** CREATE TYPE … AS ENUM. */
export function createEnum(node: CreateEnumStmt): readonly Operation[] {
  return [{ kind: 'create-enum', type: objectName(node.typeName), values: strings(node.vals) }];
}

/** ALTER TYPE … ADD VALUE and RENAME VALUE. */
export function alterEnum(node: AlterEnumStmt): readonly Operation[] {
  const type = objectName(node.typeName);
  const value = node.newVal ?? '';
  if (node.oldVal !== undefined) return [{ kind: 'rename-enum-value', type, value: node.oldVal, to: value }];
  return [
    {
      kind: 'add-enum-value',
      type,
      value,
      ifNotExists: node.skipIfNewValExists === true,
      neighbour:
        node.newValNeighbor === undefined
          ? null
          : { value: node.newValNeighbor, after: node.newValIsAfter === true },
    },
  ];
}

/** CREATE TYPE … AS (…). */
export function createCompositeType(node: CompositeTypeStmt, lowering: Lowering): readonly Operation[] {
  const columns = (node.coldeflist ?? []).flatMap((each) => ('ColumnDef' in each ? [each.ColumnDef] : []));
  const attributes = columns.map((each) => ({
    name: each.colname ?? '',
    type: typeName(each.typeName, lowering),
  }));
  return [{ kind: 'create-composite-type', type: relationName(node.typevar), attributes }];
}

/** CREATE TYPE … AS RANGE. */
export function createRangeType(node: CreateRangeStmt, { needs }: Lowering): readonly Operation[] {
  if (findOption(node.params, 'multirange_type_name') !== undefined) needs.since(14, 'a multirange type');
  return [{ kind: 'create-range-type', type: objectName(node.typeName) }];
}

/** ALTER TYPE … SET (…). */
export function alterBaseType(node: AlterTypeStmt, { needs }: Lowering): readonly Operation[] {
  needs.since(13, 'ALTER TYPE … SET (…)');
  return [
    {
      kind: 'alter-object',
      objectType: 'type',
      name: objectName(node.typeName),
      change: 'options',
      to: null,
    },
  ];
}
