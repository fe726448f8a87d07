import type { LockFact, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import type { Performed } from '../performed';
import { performed } from '../performed';
import { dropConcurrently, dropInPlace } from '../repairs/concurrently';
import { withEdits } from '../repairs/edits';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { harmful, named, unless, whatIsStopped } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly dropped: Performed<'drop-index'>;
  /** On the table; on the index alone where nobody knows the table. */
  readonly locks: readonly LockFact[];
}

/** DROP INDEX without CONCURRENTLY: ACCESS EXCLUSIVE on the table too, brief once it is granted. */
export const dropIndexNotConcurrent = stepRule<Match>({
  id: 'drop-index-not-concurrent',
  title: 'Dropping an index waits for every query of the table and stops all that come later',
  group: 'indexes',
  severity: 'warning',
  judges: 'lock',
  kinds: ['drop-index'],

  check(step) {
    return performed(step, 'drop-index').flatMap((dropped) => {
      const { concurrently } = dropped.operation;
      const isPartitioned = step.locks.some(({ relation }) => relation.kind.startsWith('partitioned'));
      if (concurrently || isPartitioned) return [];
      const strong = harmful(step).filter(({ mode }) => mode === 'ACCESS EXCLUSIVE');
      const tables = strong.filter(({ relation }) => !relation.kind.endsWith('index'));
      const locks = tables.length > 0 ? tables : strong;
      return locks.length === 0
        ? []
        : [{ step, dropped, locks, cites: locks.map(({ relation }) => relation) }];
    });
  },

  message({ step, dropped, locks }) {
    const until = step.inTransaction ? 'until the transaction commits' : 'for a moment';
    const [first] = locks;
    return first?.relation.kind.endsWith('index') === true
      ? `Dropping ${named(first.relation)} waits for every query of its table, and stops reads and writes of the table (${first.mode} lock) ${until}${unless(locks)}`
      : `Dropping the ${dropped.operation.indexes.length === 1 ? 'index' : 'indexes'} waits for every query of the table, and stops ${whatIsStopped(locks)} ${until}${unless(locks)}`;
  },

  help() {
    return 'Drop it with DROP INDEX CONCURRENTLY, outside a transaction.';
  },

  repair({ step, dropped }): Repair {
    const { indexes, ifExists, cascade } = dropped.operation;
    const single = indexes.length === 1 && !cascade && !dropped.inner;
    return {
      summary: 'drop the index without stopping anybody',
      steps: dropConcurrently(indexes, ifExists),
      ...withEdits(single ? dropInPlace(step) : undefined),
    };
  },
});
