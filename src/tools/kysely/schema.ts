import type { Site } from '../../javascript/host';
import type { Recorder } from '../../javascript/recorder';
import { joinSql, sqlAt } from '../../javascript/sql-text';
import type { ToolMethod } from '../../javascript/tool-host';
import { toolHost } from '../../javascript/tool-host';
import type { HostValue, TextValue, Value } from '../../javascript/value';
import { UNDEFINED } from '../../javascript/value';
import { alterTableKind } from './alter-table';
import type { BuilderKind, Clause } from './builder';
import { builderHost, statementSql } from './builder';
import { createTableKind, newTable } from './create-table';
import { label } from './condition';
import { createIndexKind, newIndex } from './index-builder';
import { nameList, objectName, plainName } from './names';

/** A statement of a few words around a name: which of its words were called for. */
interface Phrase {
  readonly name: Value | undefined;
  readonly schema: Value | undefined;
  readonly flags: readonly string[];
  readonly columns?: TextValue;
  readonly body?: TextValue;
}

/** `db.schema`. */
export function schemaHost(recorder: Recorder, schema?: Value): HostValue {
  const start =
    (kind: BuilderKind<Phrase>): ToolMethod =>
    ([name]) =>
      builderHost(recorder, kind, { name, schema, flags: [] });
  const host: HostValue = toolHost(recorder, 'db.schema', {
    createTable: ([name]) => builderHost(recorder, createTableKind(recorder), newTable(name, schema)),
    alterTable: ([name]) => builderHost(recorder, alterTableKind(recorder), { name, schema, actions: [] }),
    createIndex: ([name]) => builderHost(recorder, createIndexKind(recorder), newIndex(name, schema)),
    ...Object.fromEntries(Object.entries(PHRASES).map(([name, kind]) => [name, start(kind)])),
    withSchema: ([name]) => schemaHost(recorder, name),
    withPlugin: () => host,
    withoutPlugins: () => host,
  });
  return host;
}

function flag(name: string): Clause<Phrase> {
  return (phrase) => ({ ...phrase, flags: [...phrase.flags, name] });
}

const flags = (...names: readonly string[]): Record<string, Clause<Phrase>> =>
  Object.fromEntries(names.map((name) => [name, flag(name)]));

const body =
  (write: (args: readonly Value[], site: Site, phrase: Phrase) => TextValue): Clause<Phrase> =>
  (phrase, args, site) => ({ ...phrase, body: write(args, site, phrase) });

type Write = (phrase: Phrase, name: TextValue, site: Site) => TextValue;

function phrase(name: string, clauses: Record<string, Clause<Phrase>>, write: Write): BuilderKind<Phrase> {
  return {
    name,
    clauses,
    compile: (state, site) => write(state, objectName(state.name, state.schema, site), site),
  };
}

const has = ({ flags: called }: Phrase, name: string, words: string): string =>
  called.includes(name) ? words : '';

/** DROP of something, with IF EXISTS and CASCADE. */
function drop(what: string, ...more: readonly string[]): BuilderKind<Phrase> {
  return phrase(
    `drop ${what}`,
    { ...flags('ifExists', 'cascade', ...more), on: (state) => state },
    (state, name, { at }) =>
      sqlAt(
        at,
      )`drop ${has(state, 'materialized', 'materialized ')}${what} ${has(state, 'ifExists', 'if exists ')}${name}${has(state, 'cascade', ' cascade')}`,
  );
}

const PHRASES: Readonly<Record<string, BuilderKind<Phrase>>> = {
  dropTable: drop('table'),
  dropIndex: drop('index'),
  dropView: drop('view', 'materialized'),
  dropType: drop('type'),
  dropSchema: phrase('dropSchema', flags('ifExists', 'cascade'), (state, _name, site) => {
    const name = plainName(state.name, site);
    return sqlAt(
      site.at,
    )`drop schema ${has(state, 'ifExists', 'if exists ')}${name}${has(state, 'cascade', ' cascade')}`;
  }),
  createSchema: phrase('createSchema', flags('ifNotExists'), (state, _name, site) => {
    return sqlAt(
      site.at,
    )`create schema ${has(state, 'ifNotExists', 'if not exists ')}${plainName(state.name, site)}`;
  }),
  createView: phrase(
    'createView',
    {
      ...flags('orReplace', 'materialized', 'temporary', 'ifNotExists'),
      columns: (state, [columns], site) => ({ ...state, columns: nameList(columns, site) }),
      as: body(([query = UNDEFINED], site) => statementSql(query, site)),
    },
    (state, name, { at }) => {
      const sql = sqlAt(at);
      const words = `${has(state, 'orReplace', 'or replace ')}${has(state, 'materialized', 'materialized ')}${has(state, 'temporary', 'temporary ')}`;
      const columns = state.columns === undefined ? '' : sql` ${state.columns}`;
      return sql`create ${words}view ${has(state, 'ifNotExists', 'if not exists ')}${name}${columns} as ${state.body ?? sql``}`;
    },
  ),
  refreshMaterializedView: phrase(
    'refreshMaterializedView',
    flags('concurrently', 'withNoData', 'withData'),
    (state, name, { at }) =>
      sqlAt(
        at,
      )`refresh materialized view ${has(state, 'concurrently', 'concurrently ')}${name}${has(state, 'withNoData', ' with no data')}`,
  ),
  createType: phrase(
    'createType',
    {
      asEnum: body(([labels], site) => {
        const items =
          labels?.kind === 'array'
            ? [...labels.items, ...(labels.open === undefined ? [] : [labels.open])]
            : [labels];
        const written = items.map((item) => label(item, site));
        return sqlAt(site.at)` as enum (${joinSql(written, ', ', site.at)})`;
      }),
    },
    (state, name, { at }) => sqlAt(at)`create type ${name}${state.body ?? sqlAt(at)``}`,
  ),
  alterType: phrase(
    'alterType',
    {
      ...flags('ifNotExists'),
      renameTo: body(([name], site) => sqlAt(site.at)`rename to ${plainName(name, site)}`),
      setSchema: body(([name], site) => sqlAt(site.at)`set schema ${plainName(name, site)}`),
      addValue: body(([value], site) => sqlAt(site.at)`${label(value, site)}`),
      renameValue: body(
        ([from, to], site) => sqlAt(site.at)`rename value ${label(from, site)} to ${label(to, site)}`,
      ),
      before: body(
        ([value], site, { body: text }) => sqlAt(site.at)`${text ?? ''} before ${label(value, site)}`,
      ),
      after: body(
        ([value], site, { body: text }) => sqlAt(site.at)`${text ?? ''} after ${label(value, site)}`,
      ),
    },
    (state, name, { at }) => {
      const sql = sqlAt(at);
      const text = state.body ?? sql``;
      const [first] = text.pieces;
      const addsValue = first?.kind === 'known' && first.text.startsWith("'");
      return sql`alter type ${name} ${addsValue ? `add value ${has(state, 'ifNotExists', 'if not exists ')}` : ''}${text}`;
    },
  ),
};
