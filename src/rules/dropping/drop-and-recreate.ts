import { columnOf } from '../../analysis/catalog/find';
import { relationOf, tableOf } from '../../analysis/catalog/resolve';
import type { Step } from '../../analysis/step';
import type { ObjectName } from '../../postgres/name';
import type { Repair } from '../../findings/finding';
import { actsOf } from '../acts';
import { copiesColumn, copiesTable } from '../copies';
import { columnsIn, isAbsent, isStaging, written } from '../object-names';
import { recreatedColumns } from '../repairs/recreated-column';
import { recreatedTable } from '../repairs/recreated-table';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { isAddedLater, isCreatedLater } from '../successors';
import { earlierTogether, isMadeHere, isOurs, laterTogether } from '../together';

interface Match extends MatchBase {
  readonly step: Step;
  readonly table: ObjectName;
  /** Empty: the table itself. */
  readonly columns: readonly string[];
}

/** A column dropped and added, or a table dropped and created, under one name. */
export const dropAndRecreate = stepRule<Match>({
  id: 'drop-and-recreate',
  title: 'Dropped and made again under the same name: all values are lost',
  group: 'dropping',
  severity: 'error',
  judges: 'effect',
  kinds: ['drop-column', 'drop-table'],

  check(step, run) {
    const columns = actsOf(step, 'drop-column').flatMap(({ operation, before }): readonly Match[] => {
      const { table, column } = operation;
      const relation = relationOf(before, table);
      if (relation !== undefined && isOurs(relation, step, run)) return [];
      const known = relation === undefined ? undefined : columnOf(relation, column);
      if (known !== undefined && isMadeHere(known.addedBy, step, run)) return [];
      if (known === undefined && relation !== undefined && 'complete' in relation && relation.complete)
        return [];
      if (isAddedLater(table, column, step, run) === undefined || isEmptied(table, step, run)) return [];
      return earlierTogether(step, run, 'query', 'create-table-as').some((each) =>
        copiesColumn(each, table, column),
      )
        ? []
        : [{ step, table, columns: [column] }];
    });
    const tables = actsOf(step, 'drop-table').flatMap(({ operation, before }) =>
      operation.tables.flatMap((table): readonly Match[] => {
        const relation = relationOf(before, table);
        if (isAbsent(before, table) || operation.foreign) return [];
        if (relation !== undefined && (isOurs(relation, step, run) || isStaging(relation, run.options)))
          return [];
        const created = isCreatedLater(table, step, run);
        if (created === undefined || isCopied(table, step, run) || isFilledAnew(table, created, run))
          return [];
        return [{ step, table, columns: [] }];
      }),
    );
    return [...byTable(columns), ...tables];
  },

  message({ table, columns }) {
    if (columns.length > 1)
      return `${sentenceCase(columnsIn(table, columns))} are dropped and added again under the same names: all their values are lost, though the names live on`;
    return columns.length === 0
      ? `${written(table)} is dropped and created again under the same name: all its rows are lost, though the name lives on`
      : `${sentenceCase(columnsIn(table, columns))} is dropped and added again under the same name: all its values are lost, though the name lives on`;
  },

  help({ columns }) {
    return columns.length === 0
      ? 'Change the table in place, or copy its rows before.'
      : 'Change the column in place, or copy its values into a new column with another name.';
  },

  repair({ step, table, columns }, run): Repair | null {
    const known = tableOf(step.before, table);
    if (known === undefined || step.inner.length > 0) return null;
    if (columns.length > 0) {
      const recreated = columns.flatMap((name) => {
        const addedBy = isAddedLater(table, name, step, run);
        return addedBy === undefined ? [] : [{ name, addedBy }];
      });
      return recreatedColumns(step, known, recreated, run);
    }
    const created = isCreatedLater(table, step, run);
    const [dropped] = step.operations;
    if (created === undefined || dropped?.kind !== 'drop-table' || dropped.tables.length > 1) return null;
    return recreatedTable(step, known, table, created, dropped.cascade, run);
  },
});

/** One finding for all columns of a table. */
function byTable(matches: readonly Match[]): readonly Match[] {
  const tables = new Map<string, Match>();
  for (const match of matches) {
    const known = tables.get(match.table.name);
    tables.set(match.table.name, { ...match, columns: [...(known?.columns ?? []), ...match.columns] });
  }
  return [...tables.values()];
}

/** TRUNCATE or DELETE of all rows before it lost the values, and was told so. */
function isEmptied({ name }: ObjectName, step: Step, run: RuleRun): boolean {
  return earlierTogether(step, run, 'truncate', 'query').some((earlier) =>
    actsOf(earlier, 'truncate', 'query').some(({ operation }) =>
      operation.kind === 'truncate'
        ? operation.tables.some(({ table }) => table.name === name)
        : operation.query.writes.some(
            ({ command, where, relation }) =>
              command === 'delete' && where === null && relation.name === name,
          ),
    ),
  );
}

/** Its rows are those of a query: what is computed from other tables is computed again. */
function isFilledAnew(table: ObjectName, created: Step, run: RuleRun): boolean {
  if (actsOf(created, 'create-table-as').some(({ operation }) => operation.withData)) return true;
  return laterTogether(created, run, 'query').some((later) =>
    actsOf(later, 'query').some(({ operation: { query } }) =>
      query.writes.some(
        ({ relation, command, valueRows }) =>
          relation.name === table.name && command === 'insert' && valueRows === null,
      ),
    ),
  );
}

function isCopied(table: ObjectName, step: Step, run: RuleRun): boolean {
  return earlierTogether(step, run, 'query', 'create-table-as').some((each) => copiesTable(each, table));
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
