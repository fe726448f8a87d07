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
import { migration } from '../repairs/steps';
import { CHECK_NOTES } from '../repairs/validate-later';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteName, quoteRelation } from '../sql-text';
import { named, unless, whatIsStopped } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly set: Performed<'set-not-null'>;
  readonly locks: readonly LockFact[];
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
    return performed(step, 'set-not-null').flatMap((set): readonly Match[] => {
      const table = subject(set);
      if (table !== undefined && isTable(table) && spoiledProof(set, table) !== null) return [];
      const locks = scanned.filter(({ relation }) => {
        const each = set.session.catalog.relations.get(relation.id);
        return each !== undefined && alreadyNotNull(set, each) !== true && provedNotNull(set, each) !== true;
      });
      return locks.length === 0 ? [] : [{ step, set, locks, cites: locks.map(({ relation }) => relation) }];
    });
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

  repair({ step, set }, run): Repair {
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
    return {
      summary: 'prove it first, without closing the table',
      steps: [
        backfill({
          table: quoteRelation(operation.table),
          key: table === undefined ? 'id' : batchKey(step, table.id),
          set: `${column} = …`,
          where: `${column} IS NULL`,
        }),
        ...notNullSteps({ table: operation.table, column: operation.column }, session.major, run.options),
      ],
    };
  },
});

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
