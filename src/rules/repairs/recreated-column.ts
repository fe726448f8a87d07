import { primaryKeyOf } from '../../analysis/catalog/find';
import type { Column, Table } from '../../analysis/catalog/relation';
import type { Step } from '../../analysis/step';
import type { Repair, RepairStep } from '../../findings/finding';
import type { TypeName } from '../../postgres/type-name';
import type { ColumnClauseKind } from '../../sql/column-clauses';
import { performed } from '../performed';
import type { RuleRun } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { printType, quoteRelation } from '../sql-text';
import { backfill } from './backfill';
import { dependentsOf, expandContract } from './expand-contract';
import { keptColumn, takesConstraint } from './kept-column';
import { batchKey } from './made';
import type { NewColumn } from './new-column';
import { defaultOf, newColumn } from './new-column';
import { notNullSteps } from './not-null';
import { briefly, deploy } from './steps';
import { takesSyncTrigger } from './sync-trigger';
import type { Instead } from './written';
import { withSubcommands, writtenAs } from './written';

/** A column that is dropped, and added again by the same statement or a later one. */
export interface Recreated {
  readonly name: string;
  readonly addedBy: Step;
}

/**
 * A second column of the new type in the place of one that is dropped and added, or, where the type is the same, the column itself; null
 * where the new one brings a constraint or a value of its own.
 */
export function recreatedColumns(
  step: Step,
  table: Table,
  columns: readonly Recreated[],
  run: RuleRun,
): Repair | null {
  const found = columns.map((column) => pairOf(step, table, column));
  if (!found.every((pair) => pair !== null)) return null;
  if (!found.every((pair) => pair.isSame) && !takesSyncTrigger(table, run.major)) return null;
  const statements = [...new Set([step, ...columns.map(({ addedBy }) => addedBy)])];
  const rests = statements.flatMap((each) => {
    const rest = withSubcommands(
      each,
      found.flatMap((pair) => pair.changes.get(each) ?? []),
    );
    return rest === null ? [] : [briefly(rest, 'what else the statement does.', run.options)];
  });
  return {
    summary: found.every((pair) => pair.isSame)
      ? 'keep the column, and change what differs'
      : 'let a second column take over, and keep the values',
    covers: statements.filter((each) => each !== step).map(({ statement }) => statement.at),
    steps: [
      ...found.flatMap((pair) =>
        pair.isSame ? keptColumn(step, table, pair.old, pair.added, run) : moveSteps(step, table, pair, run),
      ),
      ...rests,
    ],
  };
}

interface Pair {
  readonly old: Column;
  readonly added: NewColumn;
  readonly type: string;
  readonly converts: boolean;
  /** Of the type that the old one is of. */
  readonly isSame: boolean;
  /** What is left out of each statement. */
  readonly changes: ReadonlyMap<Step, readonly Instead[]>;
}

const KEPT: ReadonlySet<ColumnClauseKind> = new Set(['not null', 'null', 'default']);

function pairOf(step: Step, table: Table, { name, addedBy }: Recreated): Pair | null {
  const old = table.columns.find((column) => column.name === name);
  const drop = performed(step, 'drop-column').find(({ operation }) => operation.column === name);
  const add = performed(addedBy, 'add-column').find(({ operation }) => operation.column.name === name);
  const dropped = drop === undefined ? null : writtenAs(step, drop.operation);
  const added = add === undefined ? null : newColumn(addedBy, add);
  const type = add?.operation.column.type ?? null;
  if (old === undefined || old.type === null || old.generated !== null) return null;
  if (dropped === null || added === null || type === null || /serial/.test(type.name)) return null;
  const isSame = printType(type) === printType(old.type);
  const fits = ({ kind }: { readonly kind: ColumnClauseKind }): boolean =>
    KEPT.has(kind) || (isSame && takesConstraint(table, old, kind));
  if (!added.written.clauses.every(fits) || old.identity !== null) return null;
  const drops: Instead = { clause: dropped, instead: [] };
  const adds: Instead = { clause: added.clause, instead: [] };
  return {
    old,
    added,
    type: printType(type),
    isSame,
    converts: convertsByItself(old.type, type),
    changes:
      addedBy === step
        ? new Map([[step, [drops, adds]]])
        : new Map([
            [step, [drops]],
            [addedBy, [adds]],
          ]),
  };
}

function moveSteps(step: Step, table: Table, pair: Pair, run: RuleRun): readonly RepairStep[] {
  const { old, added, type } = pair;
  const name = added.added.operation.table;
  const value = defaultOf(added.written);
  const { notNull } = added.added.operation.column;
  const key = batchKey(step, table.id);
  if (pair.converts) {
    const primary = primaryKeyOf(table);
    return expandContract(
      {
        table: name,
        column: old.name,
        type,
        value:
          notNull && value !== null && old.notNull !== true
            ? `coalesce(${quoteName(old.name)}, ${value})`
            : quoteName(old.name),
        notNull,
        default: value,
        key,
        primaryKey: primary?.columns.join() === old.name ? primary.name : null,
        major: run.major,
        dependents: dependentsOf(step.before.catalog, table, old.name),
      },
      run,
    ).steps;
  }
  const next = `${old.name}_new`;
  const [alter, quoted] = [`ALTER TABLE ${quoteRelation(name)}`, quoteName(next)];
  const set = value === null ? '' : `, ALTER COLUMN ${quoted} SET DEFAULT ${value}`;
  return [
    briefly(`${alter} ADD COLUMN ${quoted} ${type}${set}`, 'ACCESS EXCLUSIVE for a moment.', run.options),
    deploy(`clients write both columns; nobody but you knows what "${old.name}" is as ${type}.`),
    backfill({
      table: quoteRelation(name),
      key,
      set: `${quoted} = …`,
      where: `${quoted} IS NULL AND ${quoteName(old.name)} IS NOT NULL`,
    }),
    ...(notNull ? notNullSteps({ table: name, column: next }, run.major, run.options) : []),
    deploy(`clients read "${next}" and forget "${old.name}".`),
    briefly(`${alter} DROP COLUMN ${quoteName(old.name)}`, 'ACCESS EXCLUSIVE for a moment.', run.options),
  ];
}

const FAMILIES: readonly ReadonlySet<string>[] = [
  new Set(['int2', 'int4', 'int8', 'numeric', 'float4', 'float8']),
  new Set(['date', 'timestamp', 'timestamptz']),
];

const TEXTS: ReadonlySet<string> = new Set(['text', 'varchar', 'bpchar']);

/** Values of one type are assigned to columns of the other without a word (pg_cast, and any type to a text). */
export function convertsByItself(from: TypeName, to: TypeName): boolean {
  if (from.arrayDimensions > 0 || to.arrayDimensions > 0) return false;
  return (
    from.name === to.name ||
    TEXTS.has(to.name) ||
    FAMILIES.some((family) => family.has(from.name) && family.has(to.name))
  );
}
