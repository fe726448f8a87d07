import type { Site } from '../../javascript/host';
import type { Recorder } from '../../javascript/recorder';
import { joinSql, quoteName, sqlAt } from '../../javascript/sql-text';
import { toolFunction, toolHost } from '../../javascript/tool-host';
import type { ObjectValue, TextValue, Value } from '../../javascript/value';
import { unknownAt } from '../../javascript/value';
import { entityTable } from './entity';

interface Query {
  kind: 'select' | 'insert' | 'update' | 'delete';
  target: Value | undefined;
  values: ObjectValue | undefined;
  where: TextValue[];
}

/** `createQueryBuilder()`: reading is of no interest, writing becomes a statement if the table is known. */
export function queryBuilder(recorder: Recorder, entity?: Value): Value {
  const query: Query = { kind: 'select', target: entity, values: undefined, where: [] };
  const write =
    (kind: Query['kind']) =>
    (args: readonly Value[]): Value => {
      query.kind = kind;
      query.target = args[0] ?? query.target;
      return builder;
    };
  const where = (args: readonly Value[]): Value => {
    if (args[0]?.kind === 'text') query.where.push(args[0]);
    return builder;
  };
  const values = (args: readonly Value[]): Value => {
    const [first] = args;
    const row = first?.kind === 'array' ? first.items[0] : first;
    if (row?.kind === 'object') query.values = row;
    return builder;
  };
  const chain = (): Value => toolFunction('query builder', () => builder);
  const builder: Value = toolHost(
    recorder,
    'a query builder',
    {
      insert: write('insert'),
      into: (args) => {
        query.target = args[0];
        return builder;
      },
      update: write('update'),
      delete: write('delete'),
      softDelete: write('update'),
      restore: write('update'),
      from: (args) => {
        query.target = args[0];
        return builder;
      },
      set: values,
      values,
      where,
      andWhere: where,
      execute: (_args, site) => {
        if (query.kind !== 'select') send(recorder, query, site);
        return unknownAt(site.at, 'only the database knows what the query gives');
      },
    },
    {},
    {
      read: (key, site) =>
        /^(?:get|stream)/.test(key)
          ? toolFunction(key, () => unknownAt(site.at, 'only the database knows what the query gives'))
          : chain(),
    },
  );
  return builder;
}

function send(recorder: Recorder, query: Query, site: Site): void {
  const { at } = site;
  const table = entityTable(query.target, site);
  if (table === undefined) {
    const detail = `A query builder writes to the table of an entity that could not be read (${query.kind})`;
    recorder.report({ at, reason: 'unsupported-call', detail });
    return;
  }
  const sql = sqlAt(at);
  const hole = (): TextValue => ({ kind: 'text', pieces: [unknownAt(at, 'the value is not known')] });
  const names = [...(query.values?.entries.keys() ?? [])].map((name) => quoteName(name, at));
  const where =
    query.where.length === 0
      ? sql``
      : sql` WHERE ${joinSql(query.where.map(withoutParameters), ' AND ', at)}`;
  switch (query.kind) {
    case 'insert': {
      const columns = names.length === 0 ? [hole()] : names;
      recorder.send(
        sql`INSERT INTO ${table} (${joinSql(columns, ', ', at)}) VALUES (${joinSql(columns.map(hole), ', ', at)})`,
        site,
      );
      return;
    }
    case 'update':
      recorder.send(
        sql`UPDATE ${table} SET ${joinSql(
          (names.length === 0 ? [hole()] : names).map((name) => sql`${name} = ${hole()}`),
          ', ',
          at,
        )}${where}`,
        site,
      );
      return;
    case 'delete':
      recorder.send(sql`DELETE FROM ${table}${where}`, site);
      return;
    case 'select':
      return;
  }
}

/** Named parameters of a condition are values that the server is given apart. */
function withoutParameters(text: TextValue): TextValue {
  return {
    kind: 'text',
    pieces: text.pieces.flatMap((piece) => {
      if (piece.kind === 'unknown') return [piece];
      const parts = piece.text.split(/(?<!:):(?:\.\.\.)?[A-Za-z_]\w*/);
      return parts.flatMap((part, index) => [
        ...(index > 0 ? [unknownAt(piece.at, 'it is a parameter')] : []),
        ...(part === '' ? [] : [{ ...piece, text: part, mapping: 'whole' as const }]),
      ]);
    }),
  };
}
