import type { QuestionObject } from '../../sql/question';
import { askedAt, whether } from '../../javascript/asked';
import { callValue } from '../../javascript/call';
import { connectionOf } from '../../javascript/connection';
import type { Site } from '../../javascript/host';
import { truth } from '../../javascript/operators';
import { columnNamed, tableNamed } from '../../javascript/question-object';
import type { Recorder } from '../../javascript/recorder';
import type { SqlTag } from '../../javascript/sql-text';
import { joinSql, sqlAt, sqlValue } from '../../javascript/sql-text';
import type { ToolMethod } from '../../javascript/tool-host';
import { toolHost } from '../../javascript/tool-host';
import type { HostValue, TextValue, Value } from '../../javascript/value';
import { UNDEFINED } from '../../javascript/value';
import { compileTable, qualify } from './compile-table';
import { wrapName } from './names';
import type { Pending } from './raw';
import { bindValues } from './raw';
import { tableBuilder } from './table-builder';
import type { BuiltSql, TableState } from './table-state';
import { viewStatements } from './view';

/** One chain of calls on `knex.schema`. */
interface Chain {
  readonly recorder: Recorder;
  readonly pending: Pending;
  readonly builder: HostValue;
  readonly built: { readonly statement: BuiltSql; readonly at: Site }[];
  /** What `hasTable` and `hasColumn` ask for. */
  asked: QuestionObject | undefined;
  /** What `withSchema` was given. */
  schema: Value | undefined;
}

/** What a call of the schema builder comes to. */
type Statements = (chain: Chain, args: readonly Value[], at: Site) => readonly BuiltSql[];

/** `knex.schema`: each call adds statements, which are sent when somebody waits for the chain. */
export function schemaBuilder(recorder: Recorder, pending: Pending[], site: Site): HostValue {
  const mine: Pending = {
    state: 'waiting',
    by: recorder,
    send() {
      const { run } = site;
      const outer = run.guard;
      for (const { statement, at } of chain.built.splice(0)) {
        run.guard = statement.guard ?? outer;
        mine.by.send(statement.sql, at);
      }
      run.guard = outer;
    },
  };
  pending.push(mine);
  const builder: HostValue = toolHost(
    recorder,
    'knex.schema',
    (key) => methodOf(chain, key),
    {},
    {
      settle: (at) => {
        mine.send();
        const { asked } = chain;
        const asks = asked === undefined ? undefined : whether(mine.by.ask(asked));
        return askedAt(at.at, 'only the database knows', asks, 'the answer of knex.schema');
      },
    },
  );
  const chain: Chain = { recorder, pending: mine, builder, built: [], schema: undefined, asked: undefined };
  return builder;
}

function methodOf(chain: Chain, key: string): ToolMethod | undefined {
  if (Object.hasOwn(STATEMENTS, key)) {
    return (args, at) => {
      const statements = STATEMENTS[key]?.(chain, args, at) ?? [];
      chain.built.push(...statements.map((statement) => ({ statement, at })));
      return chain.builder;
    };
  }
  switch (key) {
    case 'withSchema':
      return ([name]) => {
        chain.schema = name;
        return chain.builder;
      };
    // Its text is given to something else, which sends it: `this.addSql(knex.schema.… .toQuery())`.
    case 'toQuery':
    case 'toString':
      return (_args, { at }) =>
        joinSql(
          chain.built.splice(0).map(({ statement }) => statement.sql),
          ';\n',
          at,
        );
    case 'transacting':
      return ([transaction]) => {
        chain.pending.by = connectionOf(transaction) ?? chain.pending.by;
        return chain.builder;
      };
    case 'queryContext':
    case 'debug':
      return () => chain.builder;
  }
  return undefined;
}

const STATEMENTS: Readonly<Record<string, Statements>> = {
  createTable: table('create'),
  createTableIfNotExists: table('create', { ifNotExists: true }),
  createTableLike: table('create', { isLike: true }),
  alterTable: table('alter'),
  table: table('alter'),
  dropTable: one((sql, path, [name]) => sql`drop table ${path(name)}`),
  dropTableIfExists: one((sql, path, [name]) => sql`drop table if exists ${path(name)}`),
  renameTable: one(
    (sql, path, [from, to], at) => sql`alter table ${path(from)} rename to ${wrapName(to, at)}`,
  ),
  createView: view('create'),
  createViewOrReplace: view('replace'),
  createMaterializedView: view('materialized'),
  alterView: view('alter'),
  view: view('alter'),
  dropView: one((sql, path, [name]) => sql`drop view ${path(name)}`),
  dropViewIfExists: one((sql, path, [name]) => sql`drop view if exists ${path(name)}`),
  dropMaterializedView: one((sql, path, [name]) => sql`drop materialized view ${path(name)}`),
  dropMaterializedViewIfExists: one(
    (sql, path, [name]) => sql`drop materialized view if exists ${path(name)}`,
  ),
  renameView: one(
    (sql, _path, [from, to], at) => sql`alter view ${wrapName(from, at)} rename to ${wrapName(to, at)}`,
  ),
  refreshMaterializedView: one(
    (sql, _path, [name, concurrently], at) =>
      sql`refresh materialized view ${flag(concurrently) ? 'concurrently ' : ''}${wrapName(name, at)}`,
  ),
  createSchema: one((sql, _path, [name], at) => sql`create schema ${wrapName(name, at)}`),
  createSchemaIfNotExists: one(
    (sql, _path, [name], at) => sql`create schema if not exists ${wrapName(name, at)}`,
  ),
  dropSchema: one(
    (sql, _path, [name, cascade], at) =>
      sql`drop schema ${wrapName(name, at)}${flag(cascade) ? ' cascade' : ''}`,
  ),
  dropSchemaIfExists: one(
    (sql, _path, [name, cascade], at) =>
      sql`drop schema if exists ${wrapName(name, at)}${flag(cascade) ? ' cascade' : ''}`,
  ),
  createExtension: one((sql, _path, [name], at) => sql`create extension ${wrapName(name, at)}`),
  createExtensionIfNotExists: one(
    (sql, _path, [name], at) => sql`create extension if not exists ${wrapName(name, at)}`,
  ),
  dropExtension: one((sql, _path, [name], at) => sql`drop extension ${wrapName(name, at)}`),
  dropExtensionIfExists: one((sql, _path, [name], at) => sql`drop extension if exists ${wrapName(name, at)}`),
  raw: one((_sql, _path, [text, bindings], at) => bindValues(sqlValue(text, at.at, 'the SQL'), bindings, at)),
  hasTable: (chain, [table]) => {
    chain.asked = tableNamed(table, chain.schema);
    return [];
  },
  hasColumn: (chain, [table, column]) => {
    chain.asked = columnNamed(table, column, chain.schema);
    return [];
  },
};

/** A single statement; `path` puts a name into the schema of the chain. */
function one(
  statement: (
    sql: SqlTag,
    path: (name: Value | undefined) => TextValue,
    args: readonly Value[],
    at: Site,
  ) => TextValue,
): Statements {
  return ({ schema }, args, at) => {
    const path = (name: Value | undefined): TextValue => qualify(schema, name ?? UNDEFINED, at);
    return [{ sql: statement(sqlAt(at.at), path, args, at), guard: at.run.guard }];
  };
}

function table(
  kind: TableState['kind'],
  more: { readonly ifNotExists?: boolean; readonly isLike?: boolean } = {},
): Statements {
  return ({ recorder, schema }, [name = UNDEFINED, ...rest], at) => {
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
  };
}

function view(kind: Parameters<typeof viewStatements>[1]): Statements {
  return ({ recorder, schema }, [name = UNDEFINED, body], at) =>
    viewStatements(recorder, kind, qualify(schema, name, at), body, at);
}

function flag(value: Value | undefined): boolean {
  return truth(value ?? UNDEFINED) === true;
}
