import type { Site } from '../../javascript/host';
import { sqlLiteral } from '../../javascript/sql-literal';
import { joinSql, sqlAt, sqlValue } from '../../javascript/sql-text';
import type { Recorder } from '../../javascript/recorder';
import type { TextValue, Value } from '../../javascript/value';
import { UNDEFINED } from '../../javascript/value';
import type { BuilderKind, Clause } from './builder';
import { described } from './builder';
import { nameList, objectName, plainName } from './names';

/** What stands behind a constraint, and the word that may stand inside of it. */
export interface ConstraintState {
  readonly nullsNotDistinct: boolean;
  readonly after: readonly TextValue[];
}

export const PLAIN: ConstraintState = { nullsNotDistinct: false, after: [] };

function after(text: (args: readonly Value[], site: Site) => TextValue): Clause<ConstraintState> {
  return (state, args, site) => ({ ...state, after: [...state.after, text(args, site)] });
}

/** The calls on a constraint, also on an `alterTable` that has just added one. */
export const CONSTRAINT_CLAUSES: Readonly<Record<string, Clause<ConstraintState>>> = {
  onDelete: after(([action], { at }) => sqlAt(at)`on delete ${sqlValue(action, at)}`),
  onUpdate: after(([action], { at }) => sqlAt(at)`on update ${sqlValue(action, at)}`),
  deferrable: after((_args, { at }) => sqlAt(at)`deferrable`),
  notDeferrable: after((_args, { at }) => sqlAt(at)`not deferrable`),
  initiallyDeferred: after((_args, { at }) => sqlAt(at)`initially deferred`),
  initiallyImmediate: after((_args, { at }) => sqlAt(at)`initially immediate`),
  nullsNotDistinct: (state) => ({ ...state, nullsNotDistinct: true }),
};

const CONSTRAINT: BuilderKind<ConstraintState> = { name: 'constraint', clauses: CONSTRAINT_CLAUSES };

/** A constraint before the calls on it. */
export interface Constraint {
  readonly state: ConstraintState;
  write(state: ConstraintState): TextValue;
}

type MakeConstraint = (
  recorder: Recorder,
  args: readonly Value[],
  schema: Value | undefined,
  site: Site,
) => Constraint;

/** The calls that add a constraint, for CREATE TABLE and ALTER TABLE alike. */
export const CONSTRAINTS: Readonly<Record<string, MakeConstraint>> = {
  addPrimaryKeyConstraint: (recorder, [name, columns, build], _schema, site) =>
    made(recorder, name, build, site, () => sqlAt(site.at)`primary key ${nameList(columns, site)}`),
  addUniqueConstraint: (recorder, [name, columns, build], _schema, site) =>
    made(
      recorder,
      name,
      build,
      site,
      ({ nullsNotDistinct }) =>
        sqlAt(site.at)`unique ${nullsNotDistinct ? 'nulls not distinct ' : ''}${nameList(columns, site)}`,
    ),
  addCheckConstraint: (recorder, [name, expression = UNDEFINED, build], _schema, site) =>
    made(recorder, name, build, site, () => sqlAt(site.at)`check (${sqlLiteral(expression, site)})`),
  addForeignKeyConstraint: (recorder, [name, columns, table, referenced, build], schema, site) =>
    made(recorder, name, build, site, () => {
      const to = objectName(table, schema, site);
      return sqlAt(
        site.at,
      )`foreign key ${nameList(columns, site)} references ${to} ${nameList(referenced, site)}`;
    }),
};

function made(
  recorder: Recorder,
  name: Value | undefined,
  build: Value | undefined,
  site: Site,
  body: (state: ConstraintState) => TextValue,
): Constraint {
  return {
    state: described(recorder, CONSTRAINT, PLAIN, build, site),
    write: (state) =>
      joinSql(
        [sqlAt(site.at)`constraint ${plainName(name, site)}`, body(state), ...state.after],
        ' ',
        site.at,
      ),
  };
}
