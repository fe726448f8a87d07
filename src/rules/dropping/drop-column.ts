import { columnOf, constraintsOf, indexesOf } from '../../analysis/catalog/find';
import type { Table } from '../../analysis/catalog/relation';
import { relationOf, tableOf } from '../../analysis/catalog/resolve';
import { constraintMentions, indexMentions } from '../../analysis/fold/dependents';
import type { Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import type { ObjectName } from '../../postgres/name';
import type { Act } from '../acts';
import { actsOf } from '../acts';
import { columnsIn } from '../object-names';
import { dropConcurrently } from '../repairs/concurrently';
import { briefly, deploy } from '../repairs/steps';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { isAddedLater } from '../successors';
import { isMadeHere, isOurs } from '../together';

interface Match extends MatchBase {
  readonly table: ObjectName;
  readonly columns: readonly string[];
  readonly known: Table | undefined;
  readonly step: Step;
}

/** DROP COLUMN of a column that others use. */
export const dropColumn = stepRule<Match>({
  id: 'drop-column',
  title: 'Dropping a column loses its values and breaks the clients that name it',
  group: 'dropping',
  severity: 'warning',
  judges: 'effect',
  kinds: ['drop-column'],

  check(step, run) {
    const groups = new Map<string, Match>();
    for (const act of actsOf(step, 'drop-column')) {
      if (!isLost(act, step, run)) continue;
      const { table, column } = act.operation;
      const key = quoteRelation(table);
      const columns = [...(groups.get(key)?.columns ?? []), column];
      groups.set(key, { table, columns, known: tableOf(act.before, table), step });
    }
    return [...groups.values()];
  },

  message({ table, columns }) {
    const it = columns.length === 1 ? 'it' : 'them';
    return `Dropping ${columnsIn(table, columns)} loses all values, and clients that still name ${it} fail (42703), prepared SELECT * too (0A000)`;
  },

  help() {
    return 'Drop it one release after the last code that names it.';
  },

  repair({ table, columns, known, step }, run): Repair {
    return {
      summary: 'drop the column once nobody uses it',
      steps: [
        ...columns.flatMap((column) => spared(table, column, known, run)),
        deploy('no code reads or writes the column any more; keep one release between this and the drop.'),
        ...columns.flatMap((column) => dependents(table, column, known, step, run)),
        briefly(
          `ALTER TABLE ${quoteRelation(table)} ${columns.map((column) => `DROP COLUMN ${quoteName(column)}`).join(', ')}`,
          'ACCESS EXCLUSIVE for a moment: the values stay in the file and are no longer seen.',
          run.options,
        ),
      ],
    };
  },
});

function isLost({ operation, before }: Act<'drop-column'>, step: Step, run: RuleRun): boolean {
  const { table, column, missingOk } = operation;
  const relation = relationOf(before, table);
  if (relation === undefined) return !before.catalog.complete;
  if (isOurs(relation, step, run) || isAddedLater(table, column, step, run) !== undefined) return false;
  const known = columnOf(relation, column);
  if (known !== undefined) return !isMadeHere(known.addedBy, step, run);
  return !(missingOk && 'complete' in relation && relation.complete);
}

/** New code that omits the column must be able to insert. */
function spared(table: ObjectName, column: string, known: Table | undefined, run: RuleRun): Repair['steps'] {
  const definition = known === undefined ? undefined : columnOf(known, column);
  if (definition?.notNull !== true || definition.default !== null || definition.identity !== null) return [];
  if (
    known?.constraints.some((each) => each.kind === 'primary-key' && each.columns.includes(column)) === true
  )
    return [];
  return [
    briefly(
      `ALTER TABLE ${quoteRelation(table)} ALTER COLUMN ${quoteName(column)} DROP NOT NULL`,
      'ACCESS EXCLUSIVE for a moment: new code may leave the column out.',
      run.options,
    ),
  ];
}

/** Its foreign keys, each alone, and its indexes. */
function dependents(
  table: ObjectName,
  column: string,
  known: Table | undefined,
  step: Step,
  run: RuleRun,
): Repair['steps'] {
  if (known === undefined) return [];
  const { catalog } = step.before;
  const keys = constraintsOf(catalog, known.id).filter(
    (each) => each.kind === 'foreign-key' && constraintMentions(each, column),
  );
  const indexes = indexesOf(catalog, known.id).filter(
    (index) => index.kind === 'index' && index.constraint === null && indexMentions(index, column),
  );
  return [
    ...keys.map((key) =>
      briefly(
        `ALTER TABLE ${quoteRelation(table)} DROP CONSTRAINT ${quoteName(key.name)}`,
        'ACCESS EXCLUSIVE on both tables for a moment.',
        run.options,
      ),
    ),
    ...dropConcurrently(indexes),
  ];
}
