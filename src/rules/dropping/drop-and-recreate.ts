import { columnOf } from '../../analysis/catalog/find';
import { relationOf } from '../../analysis/catalog/resolve';
import type { Step } from '../../analysis/step';
import type { ObjectName } from '../../postgres/name';
import { actsOf } from '../acts';
import { copiesColumn, copiesTable } from '../copies';
import { columnsIn, isAbsent, isStaging, written } from '../object-names';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { isAddedLater, isCreatedLater } from '../successors';
import { earlierTogether, isMadeHere, isOurs } from '../together';

interface Match extends MatchBase {
  readonly table: ObjectName;
  /** Null: the table itself. */
  readonly column: string | null;
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
      if (isAddedLater(table, column, step, run) === undefined) return [];
      return earlierTogether(step, run).some((each) => copiesColumn(each, table, column))
        ? []
        : [{ table, column }];
    });
    const tables = actsOf(step, 'drop-table').flatMap(({ operation, before }) =>
      operation.tables.flatMap((table): readonly Match[] => {
        const relation = relationOf(before, table);
        if (isAbsent(before, table) || operation.foreign) return [];
        if (relation !== undefined && (isOurs(relation, step, run) || isStaging(relation, run.options)))
          return [];
        if (isCreatedLater(table, step, run) === undefined || isCopied(table, step, run)) return [];
        return [{ table, column: null }];
      }),
    );
    return [...columns, ...tables];
  },

  message({ table, column }) {
    return column === null
      ? `${written(table)} is dropped and created again under the same name: all its rows are lost, though the name lives on`
      : `${sentenceCase(columnsIn(table, [column]))} is dropped and added again under the same name: all its values are lost, though the name lives on`;
  },

  help({ column }) {
    return column === null
      ? 'Change the table in place, or copy its rows before.'
      : 'Change the column in place, or copy its values into a new column with another name.';
  },
});

function isCopied(table: ObjectName, step: Step, run: RuleRun): boolean {
  return earlierTogether(step, run).some((each) => copiesTable(each, table));
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
