import {
  checksMentionColumn,
  typeChangeRebuildsOne,
  typeChangeRewrites,
} from '../../analysis/conditions/alter-type';
import type { Verdict } from '../../analysis/conditions/claim';
import type { LockFact } from '../../analysis/step';
import { locksBy } from '../performed';
import { keepType, replaceType } from '../repairs/changed-type';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import type { ColumnTypeChange } from '../type-changes';
import { typeChanges } from '../type-changes';
import { named, whatIsStopped } from '../words';

interface Match extends MatchBase {
  readonly change: ColumnTypeChange;
  readonly locks: readonly LockFact[];
  readonly work: 'rewrite' | 'build-index' | 'scan';
  /** What the catalog does not know. */
  readonly doubt: string | null;
}

/** ALTER COLUMN … TYPE that writes rows, builds indexes or checks rows under ACCESS EXCLUSIVE. */
export const alterColumnType = stepRule<Match>({
  id: 'alter-column-type',
  title: 'Changing the type of a column closes the table while rows or indexes are written anew',
  group: 'changing-columns',
  severity: 'error',
  judges: 'lock',
  kinds: ['alter-column-type'],
  ofWork: true,

  check(step) {
    const locks = locksBy(step, 'alter-column-type/family').filter(
      ({ relation }) => !relation.kind.endsWith('index'),
    );
    if (locks.length === 0) return [];
    return typeChanges(step).flatMap((change): readonly Match[] => {
      const found = workOf(change);
      return found === null
        ? []
        : [{ change, locks, ...found, cites: locks.map(({ relation }) => relation) }];
    });
  },

  message({ change, locks, work, doubt }) {
    const unless = doubt === null ? '' : `, unless ${doubt}`;
    return `Changing the type of ${named({ name: change.changed.operation.column })} stops ${whatIsStopped(locks)} until ${UNTIL[work]}${unless}`;
  },

  help({ work }) {
    return work === 'rewrite'
      ? 'Add a second column of the new type, keep both in step, and let the clients move over.'
      : 'Run it in a quiet hour with a short lock_timeout, or let a second column take over.';
  },

  repair: ({ change }, run) => keepType(change, run) ?? replaceType(change, run),
});

const UNTIL: Readonly<Record<Match['work'], string>> = {
  rewrite: 'every row has been written anew',
  'build-index': 'the indexes on it are built anew',
  scan: 'every row has been checked again',
};

/** The longest work that the change may need; what is certain comes before what is assumed. */
function workOf({ changed, table }: ColumnTypeChange): Pick<Match, 'work' | 'doubt'> | null {
  const verdicts: readonly (readonly [Match['work'], Verdict])[] = [
    ['rewrite', typeChangeRewrites(changed, table)],
    ['build-index', typeChangeRebuildsOne(changed, table)],
    ['scan', checksMentionColumn(changed, table)],
  ];
  for (const [work, verdict] of verdicts) {
    if (verdict === false) continue;
    return { work, doubt: verdict === true ? null : verdict.unless };
  }
  return null;
}
