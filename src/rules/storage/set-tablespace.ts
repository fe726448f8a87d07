import type { LockFact, Step } from '../../analysis/step';
import type { OperationAmong } from '../../analysis/operation-among';
import type { Repair } from '../../findings/finding';
import { actsOf } from '../acts';
import { alone } from '../repairs/steps';
import { untilDone } from '../rewrites';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { harmful, namedAll, unless } from '../words';

interface Match extends MatchBase {
  readonly operation: OperationAmong<'set-tablespace' | 'move-all'>;
  readonly locks: readonly LockFact[];
  readonly step: Step;
}

/** SET TABLESPACE of a table or an index, and ALL IN TABLESPACE. */
export const setTablespace = stepRule<Match>({
  id: 'set-tablespace',
  title: 'Moving a table to another tablespace copies it while nobody can use it',
  group: 'storage',
  severity: 'error',
  judges: 'lock',
  kinds: ['set-tablespace', 'move-all'],
  ofWork: true,

  check(step) {
    const locks = harmful(step).filter(({ work }) => work === 'copy-file');
    return actsOf(step, 'set-tablespace', 'move-all').flatMap(({ operation }): readonly Match[] => {
      if (operation.kind === 'move-all') return [{ operation, locks: [], step }];
      return locks.length === 0
        ? []
        : [{ operation, locks, step, cites: locks.map(({ relation }) => relation) }];
    });
  },

  message({ operation, locks }) {
    if (operation.kind === 'move-all')
      return `Copying every ${operation.what} of tablespace "${operation.from}" stops reads and writes of them (ACCESS EXCLUSIVE locks) until all are done`;
    const isIndex = locks.some(({ relation }) => relation.kind === 'index');
    const names = namedAll(locks.map(({ relation }) => relation));
    return isIndex
      ? `Copying index ${names} stops every query of its table (ACCESS EXCLUSIVE lock on the index) until it is done${unless(locks)}`
      : `${untilDone(`Copying ${names}`, 'it')}${unless(locks)}; its indexes stay where they are`;
  },

  help({ locks }) {
    return locks.some(({ relation }) => relation.kind === 'index')
      ? 'Build the index anew in the other tablespace with REINDEX INDEX CONCURRENTLY.'
      : 'Move the table in a quiet hour, or with an extension that repacks tables online.';
  },

  repair({ operation, locks, step }): Repair | null {
    const index = locks.find(({ relation }) => relation.kind === 'index');
    if (operation.kind !== 'set-tablespace' || index === undefined || step.before.major < 14) return null;
    return {
      summary: 'build the index anew in the other tablespace',
      steps: [
        alone(
          `REINDEX (TABLESPACE ${quoteName(operation.tablespace)}) INDEX CONCURRENTLY ${quoteRelation(operation.table)}`,
          'SHARE UPDATE EXCLUSIVE: reads and writes go on.',
        ),
      ],
    };
  },
});
