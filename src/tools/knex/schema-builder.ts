import { callValue } from '../../javascript/call';
import type { Site } from '../../javascript/host';
import { truth } from '../../javascript/operators';
import type { Recorder } from '../../javascript/recorder';
import { joinSql, sqlAt, sqlValue } from '../../javascript/sql-text';
import type { ToolMethod } from '../../javascript/tool-host';
import { toolHost } from '../../javascript/tool-host';
import type { HostValue, TextValue, Value } from '../../javascript/value';
import { UNDEFINED, unknownAt } from '../../javascript/value';
import { compileTable, qualify } from './compile-table';
import { wrapName } from './names';
import type { Pending } from './raw';
import { bindValues } from './raw';
import { tableBuilder } from './table-builder';
import type { BuiltSql, TableState } from './table-state';
import { viewStatements } from './view';

/** `knex.schema`: each call adds statements, which are sent when somebody waits for the chain. */
export function schemaBuilder(recorder: Recorder, pending: Pending[], site: Site): HostValue {
  const built: { readonly statement: BuiltSql; readonly at: Site }[] = [];
  let schema: Value | undefined;
  const mine: Pending = {
    state: 'waiting',
    send() {
      const { run } = site;
      const outer = run.guard;
      for (const { statement, at } of built.splice(0)) {
        run.guard = statement.guard ?? outer;
        recorder.send(statement.sql, at);
      }
      run.guard = outer;
    },
  };
  pending.push(mine);
  const add =
    (statements: (args: readonly Value[], at: Site) => readonly BuiltSql[]): ToolMethod =>
    (args, at) => {
      built.push(...statements(args, at).map((statement) => ({ statement, at })));
      return builder;
    };
  const one = (
    statement: (args: readonly Value[], at: Site, sql: ReturnType<typeof sqlAt>) => TextValue,
  ): ToolMethod => add((args, at) => [{ sql: statement(args, at, sqlAt(at.at)), guard: at.run.guard }]);
  const table = (
    kind: TableState['kind'],
    more: { readonly ifNotExists?: boolean; readonly isLike?: boolean } = {},
  ): ToolMethod =>
    add(([name = UNDEFINED, ...rest], at) => {
      const like = more.isLike === true ? rest[0] : undefined;
      const callback = more.isLike === true ? rest[1] : rest[0];
      const state: TableState = {
        kind,
        ifNotExists: more.ifNotExists === true,
        like,
        schema,
        name,
        site: at,
        columns: [],
        commands: [],
        checks: [],
        before: [],
        comment: undefined,
        inherits: undefined,
      };
      const host = tableBuilder(recorder, state);
      if (callback !== undefined) callValue(callback, [host], at, host);
      return compileTable(state);
    });
  const path = (name: Value | undefined, at: Site): TextValue => qualify(schema, name ?? UNDEFINED, at);
  const flag = (value: Value | undefined): boolean => truth(value ?? UNDEFINED) === true;
  const view = (kind: Parameters<typeof viewStatements>[1]): ToolMethod =>
    add((args, at) => viewStatements(recorder, kind, path(args[0], at), args[1], at));
  const taken = (at: Site): TextValue =>
    joinSql(
      built.splice(0).map(({ statement }) => statement.sql),
      ';\n',
      at.at,
    );
  const asked = add(() => []);
  const builder: HostValue = toolHost(
    recorder,
    'knex.schema',
    {
      createTable: table('create'),
      createTableIfNotExists: table('create', { ifNotExists: true }),
      createTableLike: table('create', { isLike: true }),
      alterTable: table('alter'),
      table: table('alter'),
      dropTable: one(([name], at, sql) => sql`drop table ${path(name, at)}`),
      dropTableIfExists: one(([name], at, sql) => sql`drop table if exists ${path(name, at)}`),
      renameTable: one(
        ([from, to], at, sql) => sql`alter table ${path(from, at)} rename to ${wrapName(to, at)}`,
      ),
      createView: view('create'),
      createViewOrReplace: view('replace'),
      createMaterializedView: view('materialized'),
      alterView: view('alter'),
      view: view('alter'),
      dropView: one(([name], at, sql) => sql`drop view ${path(name, at)}`),
      dropViewIfExists: one(([name], at, sql) => sql`drop view if exists ${path(name, at)}`),
      dropMaterializedView: one(([name], at, sql) => sql`drop materialized view ${path(name, at)}`),
      dropMaterializedViewIfExists: one(
        ([name], at, sql) => sql`drop materialized view if exists ${path(name, at)}`,
      ),
      renameView: one(
        ([from, to], at, sql) => sql`alter view ${wrapName(from, at)} rename to ${wrapName(to, at)}`,
      ),
      refreshMaterializedView: one(
        ([name, concurrently], at, sql) =>
          sql`refresh materialized view ${flag(concurrently) ? 'concurrently ' : ''}${wrapName(name, at)}`,
      ),
      createSchema: one(([name], at, sql) => sql`create schema ${wrapName(name, at)}`),
      createSchemaIfNotExists: one(
        ([name], at, sql) => sql`create schema if not exists ${wrapName(name, at)}`,
      ),
      dropSchema: one(
        ([name, cascade], at, sql) =>
          sql`drop schema ${wrapName(name, at)}${flag(cascade) ? ' cascade' : ''}`,
      ),
      dropSchemaIfExists: one(
        ([name, cascade], at, sql) =>
          sql`drop schema if exists ${wrapName(name, at)}${flag(cascade) ? ' cascade' : ''}`,
      ),
      createExtension: one(([name], at, sql) => sql`create extension ${wrapName(name, at)}`),
      createExtensionIfNotExists: one(
        ([name], at, sql) => sql`create extension if not exists ${wrapName(name, at)}`,
      ),
      dropExtension: one(([name], at, sql) => sql`drop extension ${wrapName(name, at)}`),
      dropExtensionIfExists: one(([name], at, sql) => sql`drop extension if exists ${wrapName(name, at)}`),
      raw: one(([text, bindings], at) => bindValues(sqlValue(text, at.at, 'the SQL'), bindings, at)),
      hasTable: asked,
      hasColumn: asked,
      withSchema: ([name]) => {
        schema = name;
        return builder;
      },
      // Its text is given to something else, which sends it: `this.addSql(knex.schema.… .toQuery())`.
      toQuery: (_args: readonly Value[], at: Site): Value => taken(at),
      toString: (_args: readonly Value[], at: Site): Value => taken(at),
      queryContext: () => builder,
      transacting: () => builder,
      debug: () => builder,
    },
    {},
    {
      settle: (at) => {
        mine.send();
        return unknownAt(at.at, 'only the database knows', 'the answer of knex.schema');
      },
    },
  );
  return builder;
}
