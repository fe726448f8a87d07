import { constraintNamed, tableById } from '../../analysis/catalog/find';
import type { Constraint, Table } from '../../analysis/catalog/relation';
import type { Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { touchedTables } from '../foreign-keys';
import { madeConstraints } from '../repairs/made';
import { migration } from '../repairs/steps';
import { CHECK_NOTES, FOREIGN_KEY_NOTES } from '../repairs/validate-later';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { named } from '../words';

interface Match extends MatchBase {
  readonly table: Table;
  readonly constraint: Constraint;
}

/** NOT VALID, and nothing in the change set validates it. */
export const constraintLeftNotValid = stepRule<Match>({
  id: 'constraint-left-not-valid',
  title: 'A constraint that is never validated proves nothing',
  group: 'constraints',
  severity: 'notice',
  judges: 'effect',
  kinds: ['add-check', 'add-not-null', 'add-foreign-key'],

  check(step, run) {
    const isLater = run.options.parameters['constraint-left-not-valid']?.['validate'] === 'later';
    // One transaction round all pending files (Drizzle): there VALIDATE would undo what NOT VALID is for.
    if (isLater || run.migrations[step.migration]?.transaction === 'all') return [];
    return made(step).filter(({ table, constraint }) => {
      const final = tableById(run.finalSession.catalog, table.id);
      const left = final === undefined ? undefined : constraintNamed(final, constraint.name);
      return left !== undefined && !left.valid;
    });
  },

  message({ table, constraint }) {
    return `Nothing validates ${named(constraint)} of ${named({ name: `${table.schema}.${table.name}` })}: old rows may violate it, and neither SET NOT NULL nor ATTACH PARTITION nor the planner can rely on it`;
  },

  help() {
    return 'VALIDATE it in the next migration.';
  },

  repair({ table, constraint }): Repair {
    const notes = constraint.kind === 'foreign-key' ? FOREIGN_KEY_NOTES : CHECK_NOTES;
    return {
      summary: 'validate it',
      steps: [
        migration(
          `ALTER TABLE ${quoteRelation({ name: `${table.schema}.${table.name}` })} VALIDATE CONSTRAINT ${quoteName(constraint.name)}`,
          `after it, in the next migration: ${notes.validate}`,
        ),
      ],
    };
  },
});

function made(step: Step): readonly Match[] {
  return touchedTables(step).flatMap((id) => {
    const table = tableById(step.after.catalog, id);
    if (table === undefined) return [];
    return madeConstraints(step, id).flatMap((constraint) => {
      const enforced = !('enforced' in constraint) || constraint.enforced;
      return !constraint.valid && enforced && !constraint.inherited ? [{ table, constraint }] : [];
    });
  });
}
