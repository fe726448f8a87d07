import type { Options } from '../../javascript/options';
import { joinSql, quoteName, sqlAt, sqlValue } from '../../javascript/sql-text';
import { knownText } from '../../javascript/text';
import type { TextValue, Value } from '../../javascript/value';
import { unknownAt } from '../../javascript/value';
import type { Span } from '../../sql/source';
import { constraintNames } from './names';
import type { TablePath } from './table-path';
import { tablePath } from './table-path';

/** What TypeORM names by a hash where it has no name of its own. */
export type ConstraintKind = 'unique' | 'check' | 'exclusion' | 'foreignKey' | 'index';

/** `CONSTRAINT "name" …` of each kind, named as TypeORM names it where it has no name of its own. */
export const constraintSql: Readonly<
  Record<Exclude<ConstraintKind, 'index'>, (table: TablePath, constraint: Options) => TextValue>
> = {
  unique: (table, unique) => {
    const name = constraintName('unique', table, unique);
    return sqlAt(
      unique.at,
    )`CONSTRAINT ${name} UNIQUE (${columnList(unique.list('columnNames'), unique.at)})${deferrable(unique)}`;
  },
  check: (table, check) => {
    const expression = check.text('expression') ?? sqlValue(undefined, check.at, 'the expression');
    return sqlAt(check.at)`CONSTRAINT ${expressionName(check, table, 'check')} CHECK (${expression})`;
  },
  exclusion: (table, exclusion) => {
    const expression = exclusion.text('expression') ?? sqlValue(undefined, exclusion.at, 'the expression');
    const name = expressionName(exclusion, table, 'exclusion');
    return sqlAt(exclusion.at)`CONSTRAINT ${name} EXCLUDE ${expression}${deferrable(exclusion)}`;
  },
  foreignKey: (table, key) => {
    const { at } = key;
    const sql = sqlAt(at);
    const name = constraintName('foreignKey', table, key);
    const referenced = tablePath(key.value('referencedTableName'), at, key.text('referencedSchema'));
    const onDelete = key.text('onDelete');
    const onUpdate = key.text('onUpdate');
    const clauses = [
      sql`CONSTRAINT ${name} FOREIGN KEY (${columnList(key.list('columnNames'), at)})`,
      sql`REFERENCES ${referenced.sql} (${columnList(key.list('referencedColumnNames'), at)})`,
      ...(onDelete === undefined ? [] : [sql`ON DELETE ${onDelete}`]),
      ...(onUpdate === undefined ? [] : [sql`ON UPDATE ${onUpdate}`]),
    ];
    return sql`${joinSql(clauses, ' ', at)}${deferrable(key)}`;
  },
};

/** The name of a constraint or an index: its own, or the one that the naming strategy gives. */
export function constraintName(kind: ConstraintKind, table: TablePath, given: Options): TextValue {
  switch (kind) {
    case 'unique':
    case 'foreignKey':
      return nameOf(given, table, (key, columns) => constraintNames[kind](key, columns));
    case 'index':
      return nameOf(given, table, (key, columns) => constraintNames.index(key, columns, given.word('where')));
    case 'check':
    case 'exclusion':
      return expressionName(given, table, kind);
  }
}

export function indexSql(table: TablePath, index: Options): TextValue {
  const { at } = index;
  const sql = sqlAt(at);
  const name = constraintName('index', table, index);
  const where = index.text('where');
  const method = index.flag('isSpatial') ? 'gist' : index.text('type');
  return joinSql(
    [
      sql`CREATE ${index.flag('isUnique') ? 'UNIQUE ' : ''}INDEX${index.flag('isConcurrent') ? ' CONCURRENTLY' : ''}`,
      sql`${name} ON ${table.sql}${method === undefined ? '' : sql` USING ${method}`}`,
      sql`(${columnList(index.list('columnNames'), at)})`,
      ...(where === undefined ? [] : [sql`WHERE ${where}`]),
    ],
    ' ',
    at,
  );
}

export function primaryKeySql(
  table: TablePath,
  columns: readonly Value[],
  name: TextValue | undefined,
  at: Span,
): TextValue {
  const made = name ?? generated(table, columns, at, (key, known) => constraintNames.primaryKey(key, known));
  return sqlAt(at)`CONSTRAINT ${quoteName(made, at)} PRIMARY KEY (${columnList(columns, at)})`;
}

export function columnList(columns: readonly Value[], at: Span): TextValue {
  return joinSql(
    columns.map((column) => quoteName(sqlValue(column, at, 'the column'), at)),
    ', ',
    at,
  );
}

type Generate = (table: string, columns: readonly string[]) => string;

function nameOf(constraint: Options, table: TablePath, generate: Generate): TextValue {
  const own = constraint.text('name');
  const name = own ?? generated(table, constraint.list('columnNames'), constraint.at, generate);
  return quoteName(name, constraint.at);
}

/** The name that the naming strategy gives; a hole if what it is made of is not known. */
function generated(table: TablePath, columns: readonly Value[], at: Span, generate: Generate): TextValue {
  const known = columns.map((column) => knownText(column));
  const all = known.filter((column) => column !== undefined);
  if (table.key === undefined || all.length < known.length) {
    return { kind: 'text', pieces: [unknownAt(at, 'the name of the constraint is not known')] };
  }
  return sqlAt(at)`${generate(table.key, all)}`;
}

function expressionName(constraint: Options, table: TablePath, kind: 'check' | 'exclusion'): TextValue {
  const { at } = constraint;
  const own = constraint.text('name');
  const expression = constraint.word('expression');
  if (own !== undefined) return quoteName(own, at);
  return table.key === undefined || expression === undefined
    ? quoteName(sqlValue(undefined, at, 'the name'), at)
    : quoteName(constraintNames[kind](table.key, expression), at);
}

function deferrable(constraint: Options): TextValue {
  const given = constraint.text('deferrable');
  return given === undefined ? sqlAt(constraint.at)`` : sqlAt(constraint.at)` DEFERRABLE ${given}`;
}
