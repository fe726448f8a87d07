import type { Site } from '../../javascript/host';
import type { Recorder } from '../../javascript/recorder';
import { sqlLiteral } from '../../javascript/sql-literal';
import { joinSql, sqlAt } from '../../javascript/sql-text';
import type { TextValue, Value } from '../../javascript/value';
import { UNDEFINED } from '../../javascript/value';
import type { BuilderKind, Clause } from './builder';
import { described } from './builder';
import { COLUMN, columnSql, dataType, newColumn } from './column';
import type { Constraint, ConstraintState } from './constraint';
import { CONSTRAINT_CLAUSES, CONSTRAINTS } from './constraint';
import { objectName, plainName } from './names';

/** A table that is changed: one statement with all actions. */
export interface AlterTableState {
  readonly name: Value | undefined;
  readonly schema: Value | undefined;
  readonly actions: readonly TextValue[];
  /** The column of `alterColumn(name)` without a callback, as versions before 0.23 had it: the next call says what is done. */
  readonly altered?: Value | undefined;
  /** The constraint that was added last, with the calls on it. */
  readonly constraint?: Constraint;
  /** `dropConstraint` and what follows it. */
  readonly drop?: { readonly name: Value | undefined; readonly ifExists: boolean; readonly cascade: boolean };
}

/** `db.schema.alterTable(…)`. */
export function alterTableKind(recorder: Recorder): BuilderKind<AlterTableState> {
  return {
    name: 'alterTable',
    clauses: {
      renameTo: action(([name], site) => sqlAt(site.at)`rename to ${plainName(name, site)}`),
      setSchema: action(([name], site) => sqlAt(site.at)`set schema ${plainName(name, site)}`),
      dropColumn: action(([name], site) => sqlAt(site.at)`drop column ${plainName(name, site)}`),
      renameColumn: action(
        ([from, to], site) =>
          sqlAt(site.at)`rename column ${plainName(from, site)} to ${plainName(to, site)}`,
      ),
      renameConstraint: action(
        ([from, to], site) =>
          sqlAt(site.at)`rename constraint ${plainName(from, site)} to ${plainName(to, site)}`,
      ),
      alterColumn: (table, [name, build], site) =>
        build === undefined
          ? { ...table, altered: name }
          : added(table, alterColumn(recorder, name, build, site)),
      ...Object.fromEntries(
        Object.entries(ALTERATION.clauses).map(([call, clause]): [string, Clause<AlterTableState>] => [
          call,
          (table, args, site) => added(table, altered(table.altered, clause(null, args, site), site)),
        ]),
      ),
      addColumn: (table, [name, type, build], site) => {
        const state = described(recorder, COLUMN, newColumn(table.schema), build, site);
        return added(
          table,
          sqlAt(
            site.at,
          )`add column ${state.ifNotExists ? 'if not exists ' : ''}${columnSql(name, type, state, site)}`,
        );
      },
      dropConstraint: (table, [name]) => ({ ...table, drop: { name, ifExists: false, cascade: false } }),
      ifExists: (table) =>
        table.drop === undefined ? table : { ...table, drop: { ...table.drop, ifExists: true } },
      cascade: (table) =>
        table.drop === undefined ? table : { ...table, drop: { ...table.drop, cascade: true } },
      ...Object.fromEntries(
        Object.entries(CONSTRAINTS).map(([name, make]): [string, Clause<AlterTableState>] => [
          name,
          (table, args, site) => ({ ...table, constraint: make(recorder, args, table.schema, site) }),
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(CONSTRAINT_CLAUSES).map(([name, clause]): [string, Clause<AlterTableState>] => [
          name,
          (table, args, site) => onConstraint(table, (state) => clause(state, args, site)),
        ]),
      ),
    },
    compile: (table, site) => {
      const sql = sqlAt(site.at);
      const last = lastAction(table, site);
      const actions = [...table.actions, ...(last === undefined ? [] : [last])];
      return sql`alter table ${objectName(table.name, table.schema, site)} ${joinSql(actions, ', ', site.at)}`;
    },
  };
}

function action(text: (args: readonly Value[], site: Site) => TextValue): Clause<AlterTableState> {
  return (table, args, site) => added(table, text(args, site));
}

function added(table: AlterTableState, text: TextValue): AlterTableState {
  return { ...table, actions: [...table.actions, text] };
}

function onConstraint(
  table: AlterTableState,
  change: (state: ConstraintState) => ConstraintState,
): AlterTableState {
  const { constraint } = table;
  return constraint === undefined
    ? table
    : { ...table, constraint: { ...constraint, state: change(constraint.state) } };
}

function lastAction({ constraint, drop }: AlterTableState, site: Site): TextValue | undefined {
  const sql = sqlAt(site.at);
  if (constraint !== undefined) return sql`add ${constraint.write(constraint.state)}`;
  if (drop === undefined) return undefined;
  return sql`drop constraint ${drop.ifExists ? 'if exists ' : ''}${plainName(drop.name, site)}${drop.cascade ? ' cascade' : ''}`;
}

const ALTERATION: BuilderKind<TextValue | null> = {
  name: 'alterColumn',
  clauses: {
    setDataType: (_state, [type], site) => sqlAt(site.at)`type ${dataType(type, site)}`,
    setDefault: (_state, [value = UNDEFINED], site) => sqlAt(site.at)`set default ${sqlLiteral(value, site)}`,
    dropDefault: (_state, _args, { at }) => sqlAt(at)`drop default`,
    setNotNull: (_state, _args, { at }) => sqlAt(at)`set not null`,
    dropNotNull: (_state, _args, { at }) => sqlAt(at)`drop not null`,
  },
};

function alterColumn(
  recorder: Recorder,
  name: Value | undefined,
  build: Value | undefined,
  site: Site,
): TextValue {
  return altered(name, described(recorder, ALTERATION, null, build, site), site);
}

function altered(name: Value | undefined, change: TextValue | null, site: Site): TextValue {
  const sql = sqlAt(site.at);
  return sql`alter column ${plainName(name, site)} ${change ?? sql``}`;
}
