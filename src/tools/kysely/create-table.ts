import type { Recorder } from '../../javascript/recorder';
import { sqlLiteral } from '../../javascript/sql-literal';
import { joinSql, sqlAt, sqlValue } from '../../javascript/sql-text';
import type { TextValue, Value } from '../../javascript/value';
import { UNDEFINED } from '../../javascript/value';
import type { BuilderKind, Clause } from './builder';
import { described, statementSql } from './builder';
import { COLUMN, columnSql, newColumn } from './column';
import { CONSTRAINTS } from './constraint';
import { objectName } from './names';

/** A table that is created. */
export interface CreateTableState {
  readonly name: Value | undefined;
  readonly schema: Value | undefined;
  readonly temporary: boolean;
  readonly ifNotExists: boolean;
  readonly front: readonly TextValue[];
  readonly columns: readonly TextValue[];
  readonly constraints: readonly TextValue[];
  readonly onCommit: Value | undefined;
  readonly end: readonly TextValue[];
  readonly query: TextValue | undefined;
}

export function newTable(name: Value | undefined, schema: Value | undefined): CreateTableState {
  return {
    name,
    schema,
    temporary: false,
    ifNotExists: false,
    front: [],
    columns: [],
    constraints: [],
    onCommit: undefined,
    end: [],
    query: undefined,
  };
}

/** `db.schema.createTable(…)`. */
export function createTableKind(recorder: Recorder): BuilderKind<CreateTableState> {
  const constraints = Object.fromEntries(
    Object.entries(CONSTRAINTS).map(([name, make]): [string, Clause<CreateTableState>] => [
      name,
      (table, args, site) => {
        const { state, write } = make(recorder, args, table.schema, site);
        return { ...table, constraints: [...table.constraints, write(state)] };
      },
    ]),
  );
  return {
    name: 'table',
    clauses: {
      ...constraints,
      temporary: (table) => ({ ...table, temporary: true }),
      ifNotExists: (table) => ({ ...table, ifNotExists: true }),
      onCommit: (table, [action]) => ({ ...table, onCommit: action }),
      addColumn: (table, [name, type, build], site) => {
        const state = described(recorder, COLUMN, newColumn(table.schema), build, site);
        return { ...table, columns: [...table.columns, columnSql(name, type, state, site)] };
      },
      modifyFront: (table, [value = UNDEFINED], site) => ({
        ...table,
        front: [...table.front, sqlLiteral(value, site)],
      }),
      modifyEnd: (table, [value = UNDEFINED], site) => ({
        ...table,
        end: [...table.end, sqlLiteral(value, site)],
      }),
      as: (table, [query = UNDEFINED], site) => ({ ...table, query: statementSql(query, site) }),
    },
    compile: (table, site) => {
      const sql = sqlAt(site.at);
      const head = sql`create ${joinSql(
        table.front.map((part) => sql`${part} `),
        '',
        site.at,
      )}${table.temporary ? 'temporary ' : ''}table ${table.ifNotExists ? 'if not exists ' : ''}${objectName(table.name, table.schema, site)}`;
      const body = joinSql([...table.columns, ...table.constraints], ', ', site.at);
      return joinSql(
        [
          head,
          ...(table.query === undefined ? [sql`(${body})`] : []),
          ...(table.onCommit === undefined ? [] : [sql`on commit ${sqlValue(table.onCommit, site.at)}`]),
          ...table.end,
          ...(table.query === undefined ? [] : [sql`as ${table.query}`]),
        ],
        ' ',
        site.at,
      );
    },
  };
}
