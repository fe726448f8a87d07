import { tableOf } from '../../analysis/catalog/resolve';
import type { LockFact, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { atLeast } from '../../postgres/lock-mode';
import { actsOf } from '../acts';
import { FOREIGN_KEY_NOTES } from '../repairs/validate-later';
import { briefly, migration } from '../repairs/steps';
import { writtenKey } from '../repairs/written-key';
import { withLockTimeout } from '../repairs/lock-timeout';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { harmful, namedAll, stopped, stopsBy } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly locks: readonly LockFact[];
}

const EFFECTS = [
  'attach-partition/keys-of-parent',
  'attach-partition/same-keys',
  'attach-partition/keys-to-parent',
];

/** ATTACH PARTITION where foreign keys lead to or from the parent. */
export const attachPartitionLocksReferenced = stepRule<Match>({
  id: 'attach-partition-locks-referenced',
  title: 'ATTACH PARTITION also locks the tables at the other end of foreign keys',
  group: 'partitions',
  severity: 'warning',
  judges: 'lock',
  kinds: ['attach-partition'],

  check(step) {
    if (actsOf(step, 'attach-partition').length === 0) return [];
    const locks = harmful(step).filter(
      ({ effects, mode }) =>
        effects.some((effect) => EFFECTS.includes(effect)) && atLeast(mode, 'SHARE ROW EXCLUSIVE'),
    );
    return locks.length === 0 ? [] : [{ step, locks, cites: locks.map(({ relation }) => relation) }];
  },

  message({ step, locks }) {
    const names = namedAll(locks.map(({ relation }) => relation));
    const what = stopped(locks.flatMap(({ relation }) => stopsBy(step, relation)));
    const modes = [...new Set(locks.map(({ mode }) => mode))].join(' and ');
    const until = locks.some(({ work }) => work === 'scan')
      ? 'while the foreign key is checked for every row, and until the transaction commits'
      : 'until the transaction commits';
    return `A foreign key leads from the parent or to it: ${what} of ${names} wait for the ${modes} lock ${until}`;
  },

  help({ locks }) {
    return locks.some(({ work }) => work === 'scan')
      ? 'Give the table the same foreign key before, as NOT VALID, and VALIDATE it; then attach in a short transaction with a lock_timeout.'
      : 'Attach in a short transaction of its own with a lock_timeout.';
  },

  repair({ step, locks }, run): Repair | null {
    return locks.some(({ work }) => work === 'scan') ? keysFirst(step, run) : withLockTimeout(step);
  },
});

/** The foreign keys of the parent on the table first, checked while reads and writes go on: ATTACH then takes them over. */
function keysFirst(step: Step, run: RuleRun): Repair | null {
  const [act] = actsOf(step, 'attach-partition');
  if (act === undefined) return null;
  const { operation, before, text } = act;
  const parent = tableOf(before, operation.table);
  const taken = new Set(tableOf(before, operation.partition)?.constraints.map(({ name }) => name));
  const keys = (parent?.constraints ?? []).flatMap((key) => {
    const definition = key.kind === 'foreign-key' ? writtenKey(before.catalog, key) : null;
    return definition === null ? [] : [{ name: key.name, definition }];
  });
  if (keys.length === 0 || keys.some(({ name }) => taken.has(name))) return null;
  const alter = `ALTER TABLE ${quoteRelation(operation.partition)}`;
  return {
    summary: 'check the foreign key before',
    steps: [
      ...keys.flatMap(({ name, definition }) => [
        briefly(
          `${alter} ADD CONSTRAINT ${quoteName(name)} ${definition} NOT VALID`,
          FOREIGN_KEY_NOTES.add,
          run.options,
        ),
        migration(`${alter} VALIDATE CONSTRAINT ${quoteName(name)}`, FOREIGN_KEY_NOTES.validate),
      ]),
      briefly(
        text,
        'no row is read: the key that is there is taken over, under ACCESS EXCLUSIVE on the referenced table for a moment.',
        run.options,
      ),
    ],
  };
}
