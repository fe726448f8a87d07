import type { LockFact, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import type { Performed } from '../performed';
import { performed, worksBy } from '../performed';
import { noteBeside } from '../repairs/beside';
import { inlineColumn, inlineConstraints } from '../repairs/inline-constraint';
import { madeName } from '../repairs/made';
import { briefly, migration } from '../repairs/steps';
import { CHECK_NOTES } from '../repairs/validate-later';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { named, unless, whatIsStopped } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly added: Performed<'add-check'> | Performed<'add-column'>;
  readonly column: string;
  readonly locks: readonly LockFact[];
}

/** ADD COLUMN … CHECK, and (18) NOT NULL on a VIRTUAL column: every row is read under ACCESS EXCLUSIVE. */
export const addColumnInlineCheck = stepRule<Match>({
  id: 'add-column-inline-check',
  title: 'CHECK on a new column reads the whole table while it is closed',
  group: 'adding-columns',
  severity: 'error',
  judges: 'lock',
  kinds: ['add-check', 'add-column'],
  ofWork: true,

  check(step) {
    const checks = performed(step, 'add-check').flatMap((added): readonly Match[] =>
      added.operation.withColumn
        ? matches(step, added, inlineColumn(added.operation) ?? '', worksBy(step, 'add-check/scan'))
        : [],
    );
    const virtual = performed(step, 'add-column').flatMap((added): readonly Match[] =>
      isVirtualNotNull(added)
        ? matches(step, added, added.operation.column.name, worksBy(step, 'add-column/not-null'))
        : [],
    );
    return [...checks, ...virtual];
  },

  message({ added, column, locks }) {
    const what = added.operation.kind === 'add-check' ? 'CHECK' : 'NOT NULL';
    return `Adding ${named({ name: column })} with ${what} stops ${whatIsStopped(locks)} until every row has been read${unless(locks)}`;
  },

  help() {
    return 'Add the column plain, then the constraint as NOT VALID, and VALIDATE it in the next migration.';
  },

  repair({ step, added, locks }, run): Repair | null {
    const { operation } = added;
    const relation = locks[0]?.relation;
    if (operation.kind !== 'add-check' || relation === undefined) return null;
    const alike = performed(step, 'add-check').flatMap(({ operation: other }) =>
      other.withColumn && added.statement.includes(other) ? [other] : [],
    );
    const columns = alike.map((other) => inlineColumn(other) ?? '');
    const inline = inlineConstraints(step, columns, 'check');
    const names = alike.flatMap((other) => madeName(step, relation.id, other) ?? []);
    if (inline === null || names.length < alike.length) return null;
    const table = quoteRelation(operation.table);
    const adds = inline.constraints.map(
      ({ text }, index) => `ADD CONSTRAINT ${quoteName(names[index] ?? '')} ${text} NOT VALID`,
    );
    return {
      summary: 'add the column, and check the rows later',
      steps: [
        briefly(
          [inline.plain, `ALTER TABLE ${table} ${adds.join(', ')}`],
          noteBeside(CHECK_NOTES.add, step, alike),
          run.options,
        ),
        ...names.map((name) =>
          migration(`ALTER TABLE ${table} VALIDATE CONSTRAINT ${quoteName(name)}`, CHECK_NOTES.validate),
        ),
      ],
    };
  },
});

function matches(
  step: Step,
  added: Match['added'],
  column: string,
  locks: readonly LockFact[],
): readonly Match[] {
  return locks.length === 0
    ? []
    : [{ step, added, column, locks, cites: locks.map(({ relation }) => relation) }];
}

/** (18) No row holds a value of the column, so that each has to be computed. */
function isVirtualNotNull({ operation: { column }, session }: Performed<'add-column'>): boolean {
  return (
    column.notNull &&
    column.generated !== null &&
    column.generated.storage !== 'stored' &&
    session.major >= 18
  );
}
