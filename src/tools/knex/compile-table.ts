import type { Site } from '../../javascript/host';
import type { Guard } from '../../javascript/run';
import { joinSql, quoteLiteral, sqlAt, sqlValue } from '../../javascript/sql-text';
import type { TextValue } from '../../javascript/value';
import { columnDefinition, columnQueries, columnType, defaultSql, isNotNull } from './compile-column';
import { COMMAND_SQL, primaryConstraint } from './compile-command';
import { wrapName } from './names';
import { bindValues } from './raw';
import type { BuiltSql, ColumnState, TableState } from './table-state';

/** The statements of a table, in the order in which Knex sends them. */
export function compileTable(table: TableState): readonly BuiltSql[] {
  const name = qualified(table);
  const made = table.kind === 'create' ? create(table, name) : alter(table, name);
  return [...table.before, ...made];
}

function create(table: TableState, name: TextValue): readonly BuiltSql[] {
  const { site } = table;
  const { guard } = site.run;
  const sql = sqlAt(site.at);
  const columns = table.columns.map((column) => columnDefinition(column, table));
  const primary = table.commands.find(({ method, args }) => method === 'primary' && args.length > 0);
  const checks = table.checks.map(({ args, site: at }) => {
    const predicate = bindValues(sqlValue(args[0], at.at, 'the check'), args[1], at);
    const prefix = args[2] === undefined ? '' : sql`constraint ${sqlValue(args[2], at.at)} `;
    return sql`${prefix}check (${predicate})`;
  });
  const definitions = joinSql(
    [...columns, ...(primary === undefined ? [] : [primaryConstraint(table, primary)]), ...checks],
    ', ',
    site.at,
  );
  const like = table.like === undefined ? undefined : wrapName(table.like, site);
  const added = columns.length === 0 ? sql`` : sql`, ${joinSql(columns, ', ', site.at)}`;
  const body = like === undefined ? definitions : sql`like ${like} including all${added}`;
  const inherits = table.inherits === undefined ? '' : sql` inherits (${wrapName(table.inherits, site)})`;
  return [
    {
      sql: sql`create table ${table.ifNotExists ? 'if not exists ' : ''}${name} (${body})${inherits}`,
      guard,
    },
    ...comment(table, name),
    ...table.columns.flatMap((column) => columnQueries(column, table, name)),
    ...commands(table, name),
  ];
}

/**
 * Adds, then changes, then comments, then everything else. Columns that are added under different conditions are added by
 * statements of their own.
 */
function alter(table: TableState, name: TextValue): readonly BuiltSql[] {
  const sql = sqlAt(table.site.at);
  const added = table.columns.filter((column) => column.alter === undefined);
  const altered = table.columns.filter((column) => column.alter !== undefined);
  const definitions = added.map((column) => ({ column, definition: columnDefinition(column, table) }));
  const guards = [...new Set(added.map((column) => column.guard))];
  return [
    ...guards.map((guard: Guard | undefined): BuiltSql => {
      const adds = definitions
        .filter(({ column }) => column.guard === guard)
        .map(({ column, definition }) => sqlAt(column.site.at)`add column ${definition}`);
      return { sql: sql`alter table ${name} ${joinSql(adds, ', ', table.site.at)}`, guard };
    }),
    ...altered.flatMap((column) => alterColumn(column, table, name)),
    ...[...added, ...altered].flatMap((column) => columnQueries(column, table, name)),
    ...commands(table, name),
    ...comment(table, name),
  ];
}

/** `.alter()` drops the default and the nullability, changes the type with a cast, and sets both again. */
function alterColumn(column: ColumnState, table: TableState, tableName: TextValue): readonly BuiltSql[] {
  const { alter: switches, guard, site } = column;
  const sql = sqlAt(site.at);
  const name = wrapName(column.args[0], site);
  const prefix = sql`alter table ${tableName} alter column ${name}`;
  const type = columnType(column, table);
  const given = defaultSql(column);
  const cast = column.type === 'enu' || column.type === 'enum' ? '::text::' : '::';
  const statements: TextValue[] = [sql`${prefix} drop default`];
  if (switches?.nullable === true) statements.push(sql`${prefix} drop not null`);
  if (switches?.type === true) statements.push(sql`${prefix} type ${type} using (${name}${cast}${type})`);
  if (given !== undefined) statements.push(sql`${prefix} set ${given}`);
  const nullable = column.modifiers.get('nullable');
  if (switches?.nullable === true && nullable !== undefined && isNotNull(nullable)) {
    statements.push(sql`${prefix} set not null`);
  }
  return statements.map((statement) => ({ sql: statement, guard }));
}

function commands(table: TableState, name: TextValue): readonly BuiltSql[] {
  return table.commands.flatMap((command): readonly BuiltSql[] => {
    const statement = COMMAND_SQL[command.method]?.(command, table, name);
    return statement === undefined ? [] : [{ sql: statement, guard: command.guard }];
  });
}

function comment(table: TableState, name: TextValue): readonly BuiltSql[] {
  const { site } = table;
  if (table.comment === undefined) return [];
  const text = quoteLiteral(sqlValue(table.comment, site.at, 'the comment'), site.at);
  return [{ sql: sqlAt(site.at)`comment on table ${name} is ${text}`, guard: site.run.guard }];
}

function qualified(table: TableState): TextValue {
  const { site, schema, name } = table;
  return qualify(schema, name, site);
}

/** A name in the schema that `withSchema` set. */
export function qualify(schema: TableState['schema'], name: TableState['name'], site: Site): TextValue {
  const wrapped = wrapName(name, site);
  return schema === undefined ? wrapped : sqlAt(site.at)`${wrapName(schema, site)}.${wrapped}`;
}
