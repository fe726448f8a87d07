import type { Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { performed } from '../performed';
import { buildConcurrentlyAgain } from '../repairs/concurrently';
import { withEdits } from '../repairs/edits';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { named } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly index: string;
}

/** CREATE INDEX CONCURRENTLY that cannot be run again after it failed. */
export const concurrentIndexWithoutCleanup = stepRule<Match>({
  id: 'concurrent-index-without-cleanup',
  title: 'A failed concurrent build stands in the way of the next try',
  group: 'indexes',
  severity: 'opt-in',
  judges: 'effect',
  kinds: ['create-index'],

  check(step, run) {
    return performed(step, 'create-index').flatMap(({ operation }): readonly Match[] => {
      const { index, concurrently, ifNotExists } = operation;
      if (!concurrently || ifNotExists || index.name === null) return [];
      const isDropped = run
        .earlierInChangeSet(step, 'drop-index')
        .some((earlier) =>
          performed(earlier, 'drop-index').some(
            ({ operation: dropped }) =>
              dropped.ifExists && dropped.indexes.some(({ name }) => name === index.name),
          ),
        );
      return isDropped ? [] : [{ step, index: index.name }];
    });
  },

  message({ index }) {
    return `If this build fails, it leaves an INVALID index ${named({ name: index })}, and the next run stops there (42P07)`;
  },

  help() {
    return 'Put DROP INDEX CONCURRENTLY IF EXISTS before it.';
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
