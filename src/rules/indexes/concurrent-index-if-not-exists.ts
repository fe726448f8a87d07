import type { Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { performed } from '../performed';
import { buildConcurrentlyAgain } from '../repairs/concurrently';
import { withEdits } from '../repairs/edits';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { named } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly index: string;
  readonly unique: boolean;
}

/** CREATE INDEX CONCURRENTLY IF NOT EXISTS: what a failed build leaves counts as the index. */
export const concurrentIndexIfNotExists = stepRule<Match>({
  id: 'concurrent-index-if-not-exists',
  title: 'IF NOT EXISTS takes the invalid rest of a failed build for the index',
  group: 'indexes',
  severity: 'warning',
  judges: 'effect',
  kinds: ['create-index'],

  check(step, run) {
    if (run.options.parameters['concurrent-index-if-not-exists']?.['healed'] === true) return [];
    return performed(step, 'create-index').flatMap(({ operation }): readonly Match[] => {
      const { index, concurrently, ifNotExists } = operation;
      if (!concurrently || !ifNotExists || index.name === null) return [];
      return isDroppedBefore(step, run, index.name)
        ? []
        : [{ step, index: index.name, unique: index.unique }];
    });
  },

  message({ index, unique }) {
    const writes = unique ? ', and it may refuse writes all the same' : '';
    return `If an earlier build of ${named({ name: index })} failed, it left an INVALID index of that name: this then reports success and builds nothing, and no query ever uses the index${writes}`;
  },

  help() {
    return 'Put DROP INDEX CONCURRENTLY IF EXISTS before it, and leave out IF NOT EXISTS.';
  },

  repair({ step, index }): Repair | null {
    const rewritten = buildConcurrentlyAgain(step, index);
    return rewritten === null
      ? null
      : {
          summary: 'remove what a failed build left, then build',
          steps: rewritten.steps,
          ...withEdits(rewritten.edits),
        };
  },
});

/** DROP INDEX IF EXISTS of that name earlier in the change set. */
function isDroppedBefore(step: Step, run: RuleRun, index: string): boolean {
  return run
    .earlierInChangeSet(step, 'drop-index')
    .some((earlier) =>
      performed(earlier, 'drop-index').some(({ operation }) =>
        operation.indexes.some(({ name }) => name === index),
      ),
    );
}
