import { objectNameOf } from '../../analysis/catalog/generated-name';
import { isTable } from '../../analysis/catalog/find';
import { alreadyNotNull, provedNotNull } from '../../analysis/conditions/not-null';
import type { LockFact, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { spoiledProof } from '../not-null-proof';
import type { Performed } from '../performed';
import { performed, subject, worksBy } from '../performed';
import { backfill } from '../repairs/backfill';
import { batchKey } from '../repairs/made';
import { notNullSteps } from '../repairs/not-null';
import { briefly, migration } from '../repairs/steps';
import { CHECK_NOTES } from '../repairs/validate-later';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { named, unless, whatIsStopped } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly set: Performed<'set-not-null'>;
  readonly locks: readonly LockFact[];
  /** What else the statement sets, and needs no scan. */
  readonly proved: readonly Performed<'set-not-null'>[];
}

/** SET NOT NULL that nothing proves: every row is read under ACCESS EXCLUSIVE. */
export const setNotNull = stepRule<Match>({
  id: 'set-not-null',
  title: 'SET NOT NULL reads the whole table while it is closed',
  group: 'changing-columns',
  severity: 'error',
  judges: 'lock',
  kinds: ['set-not-null'],
  ofWork: true,

  check(step) {
    const scanned = worksBy(step, 'set-not-null/scan');
    if (scanned.length === 0) return [];
    const all = performed(step, 'set-not-null');
    const matches = all.flatMap((set): readonly Omit<Match, 'proved'>[] => {
      const table = subject(set);
      if (table !== undefined && isTable(table) && spoiledProof(set, table) !== null) return [];
      const locks = scanned.filter(({ relation }) => {
        const each = set.session.catalog.relations.get(relation.id);
        return each !== undefined && alreadyNotNull(set, each) !== true && provedNotNull(set, each) !== true;
      });
      return locks.length === 0 ? [] : [{ step, set, locks, cites: locks.map(({ relation }) => relation) }];
    });
    const proved = all.filter((set) => matches.every((match) => match.set !== set));
    return matches.map((match) => ({ ...match, proved }));
  },

  message({ set, locks }) {
    return `SET NOT NULL on ${named({ name: set.operation.column })} stops ${whatIsStopped(locks)} until every row has been read${unless(locks)}`;
  },

  help({ set }) {
    if (set.session.major < 12)
      return 'Keep a CHECK (… IS NOT NULL) instead, added as NOT VALID and validated later.';
    return set.session.major >= 18
      ? 'Add a NOT NULL constraint as NOT VALID, and VALIDATE it in the next migration.'
      : 'Add a CHECK (… IS NOT NULL) as NOT VALID, VALIDATE it in the next migration, and then SET NOT NULL.';
  },

  repair({ step, set, proved }, run): Repair | null {
    const { operation, session } = set;
    const table = subject(set);
    const column = quoteName(operation.column);
    const open = openNotNull(set);
    if (open !== null) {
      return {
        summary: 'validate the constraint that is there',
        steps: [
          migration(
            `ALTER TABLE ${quoteRelation(operation.table)} VALIDATE CONSTRAINT ${quoteName(open)}`,
            CHECK_NOTES.validate,
          ),
        ],
      };
    }
    const steps = notNullSteps(
      { table: operation.table, column: operation.column },
      session.major,
      run.options,
    );
    const helper = helperOf(set);
    // On 11 a valid CHECK is all that there is.
    if (helper === 'valid') return null;
    return {
      summary: 'prove it first, without closing the table',
      steps: [
        backfill({
          table: quoteRelation(operation.table),
          key: table === undefined ? 'id' : batchKey(step, table.id),
          set: `${column} = …`,
          where: `${column} IS NULL`,
        }),
        ...(helper === 'open' ? steps.slice(1) : steps),
        ...proved.map(({ operation: { table: name, column: other } }) =>
          briefly(
            `ALTER TABLE ${quoteRelation(name)} ALTER COLUMN ${quoteName(other)} SET NOT NULL`,
            'ACCESS EXCLUSIVE for a moment: it is proved already.',
            run.options,
          ),
        ),
      ],
    };
  },
});

/** Whether the CHECK that proves it is there already, under the name that the recipe gives it. */
function helperOf(set: Performed<'set-not-null'>): 'none' | 'open' | 'valid' {
  const table = subject(set);
  if (table === undefined || !isTable(table) || set.session.major >= 18) return 'none';
  const name = objectNameOf(table.name, set.operation.column, 'nn');
  const known = table.constraints.find(
    (constraint) => constraint.kind === 'check' && constraint.name === name,
  );
  return known === undefined ? 'none' : known.valid ? 'valid' : 'open';
}

/** (18) A NOT NULL constraint of the column that is not valid yet. */
function openNotNull(set: Performed<'set-not-null'>): string | null {
  const table = subject(set);
  if (table === undefined || !isTable(table)) return null;
  const { column } = set.operation;
  const open = table.constraints.find(
    (constraint) => constraint.kind === 'not-null' && constraint.column === column && !constraint.valid,
  );
  return open?.name ?? null;
}
