import type { Site } from '../../javascript/host';
import type { Recorder } from '../../javascript/recorder';
import { sqlLiteral } from '../../javascript/sql-literal';
import { joinSql, sqlAt, sqlValue } from '../../javascript/sql-text';
import type { TextValue, Value } from '../../javascript/value';
import { UNDEFINED } from '../../javascript/value';
import type { BuilderKind, Clause } from './builder';
import { conditionSql } from './condition';
import { objectName, orderedColumn, plainName } from './names';

/** An index that is created. */
export interface IndexState {
  readonly name: Value | undefined;
  readonly schema: Value | undefined;
  readonly table?: Value | undefined;
  readonly method?: Value | undefined;
  readonly isUnique: boolean;
  readonly ifNotExists: boolean;
  readonly nullsNotDistinct: boolean;
  readonly keys: readonly TextValue[];
  readonly conditions: readonly TextValue[];
}

export function newIndex(name: Value | undefined, schema: Value | undefined): IndexState {
  return {
    name,
    schema,
    isUnique: false,
    ifNotExists: false,
    nullsNotDistinct: false,
    keys: [],
    conditions: [],
  };
}

/** `db.schema.createIndex(…)`. */
export function createIndexKind(recorder: Recorder): BuilderKind<IndexState> {
  const keys =
    (read: (args: readonly Value[], site: Site) => readonly TextValue[]): Clause<IndexState> =>
    (index, args, site) => ({ ...index, keys: [...index.keys, ...read(args, site)] });
  return {
    name: 'createIndex',
    clauses: {
      unique: (index) => ({ ...index, isUnique: true }),
      ifNotExists: (index) => ({ ...index, ifNotExists: true }),
      nullsNotDistinct: (index) => ({ ...index, nullsNotDistinct: true }),
      on: (index, [table]) => ({ ...index, table }),
      using: (index, [method]) => ({ ...index, method }),
      column: keys(([column], site) => [orderedColumn(column, site)]),
      columns: keys(([columns], site) =>
        columns?.kind === 'array'
          ? [...columns.items, ...(columns.open === undefined ? [] : [columns.open])].map((column) =>
              orderedColumn(column, site),
            )
          : [orderedColumn(columns, site)],
      ),
      expression: keys(([expression = UNDEFINED], site) => [sqlLiteral(expression, site)]),
      where: (index, args, site) => ({
        ...index,
        conditions: [...index.conditions, conditionSql(recorder, args, site)],
      }),
    },
    compile: (index, site) => {
      const sql = sqlAt(site.at);
      const head = sql`create ${index.isUnique ? 'unique ' : ''}index ${index.ifNotExists ? 'if not exists ' : ''}${plainName(index.name, site)}`;
      const method = index.method === undefined ? '' : sql` using ${sqlValue(index.method, site.at)}`;
      const where = joinSql(index.conditions, ' and ', site.at);
      return sql`${head} on ${objectName(index.table, index.schema, site)}${method} (${joinSql(index.keys, ', ', site.at)})${index.nullsNotDistinct ? ' nulls not distinct' : ''}${index.conditions.length === 0 ? '' : sql` where ${where}`}`;
    },
  };
}
