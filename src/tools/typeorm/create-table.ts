import type { Options } from '../../javascript/options';
import { joinSql, quoteLiteral, quoteName, sqlAt } from '../../javascript/sql-text';
import { knownText } from '../../javascript/text';
import type { TextValue, Value } from '../../javascript/value';
import { arrayOf, objectOf } from '../../javascript/value';
import { columnSql, createEnumSql, enumName, isEnum } from './column';
import { constraintSql, indexSql, primaryKeySql } from './constraint';
import type { TablePath } from './table-path';
import { tablePath } from './table-path';

/** What `createTable` sends: types, the table with all of its constraints, indexes, comments. `withKeys` and `withIndexes` are its switches. */
export function createTableSql(
  table: Options,
  withKeys: boolean,
  withIndexes: boolean,
  asOptions: (value: Value) => Options,
): readonly TextValue[] {
  const { at } = table;
  const sql = sqlAt(at);
  const path = tablePath(table.object, at);
  const columns = table.list('columns').map(asOptions);
  const statements: TextValue[] = [];
  const types = new Set<string>();
  for (const column of columns.filter(isEnum)) {
    const name = knownText(enumName(path, column)) ?? '';
    if (!types.has(name)) statements.push(createEnumSql(path, column));
    types.add(name);
  }
  const uniques = table.list('uniques').map(asOptions);
  const primary = columns.filter((column) => column.flag('isPrimary'));
  const definitions = [
    ...columns.map((column) => columnSql(path, column)),
    ...[...uniques, ...columnUniques(columns, uniques, asOptions)].map((unique) =>
      constraintSql.unique(path, unique),
    ),
    ...table.list('checks').map((check) => constraintSql.check(path, asOptions(check))),
    ...table.list('exclusions').map((exclusion) => constraintSql.exclusion(path, asOptions(exclusion))),
    ...(withKeys
      ? table.list('foreignKeys').map((key) => constraintSql.foreignKey(path, asOptions(key)))
      : []),
    ...primaryKey(path, primary),
  ];
  statements.push(sql`CREATE TABLE ${path.sql} (${joinSql(definitions, ', ', at)})`);
  statements.push(...columns.flatMap((column) => commentSql(path, column)));
  if (withIndexes) statements.push(...table.list('indices').map((index) => indexSql(path, asOptions(index))));
  const comment = table.text('comment');
  if (comment !== undefined)
    statements.push(sql`COMMENT ON TABLE ${path.sql} IS ${quoteLiteral(comment, at)}`);
  return statements;
}

function primaryKey(path: TablePath, columns: readonly Options[]): readonly TextValue[] {
  const [first] = columns;
  if (first === undefined) return [];
  const names = columns.map((column): Value => column.value('name') ?? { kind: 'undefined' });
  return [primaryKeySql(path, names, first.text('primaryKeyConstraintName'), first.at)];
}

/** `isUnique` of a column becomes a constraint of the table, unless the table has it. */
function columnUniques(
  columns: readonly Options[],
  uniques: readonly Options[],
  asOptions: (value: Value) => Options,
): readonly Options[] {
  return columns
    .filter((column) => column.flag('isUnique'))
    .filter((column) => !uniques.some((unique) => isAlone(unique, knownText(column.value('name')))))
    .map((column) =>
      asOptions(objectOf([['columnNames', arrayOf([column.value('name') ?? { kind: 'undefined' }])]])),
    );
}

function isAlone(unique: Options, column: string | undefined): boolean {
  const names = unique.list('columnNames').map((name) => knownText(name));
  return names.length === 1 && names[0] === column;
}

export function commentSql(path: TablePath, column: Options): readonly TextValue[] {
  const { at } = column;
  const comment = column.text('comment');
  if (comment === undefined || comment.pieces.length === 0) return [];
  const name = quoteName(column.text('name') ?? '', at);
  return [sqlAt(at)`COMMENT ON COLUMN ${path.sql}.${name} IS ${quoteLiteral(comment, at)}`];
}
