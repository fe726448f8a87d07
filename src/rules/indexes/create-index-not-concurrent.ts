import type { LockFact, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { buildConcurrently } from '../repairs/concurrently';
import { withEdits } from '../repairs/edits';
import { madeIndexes } from '../repairs/made';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { harmful, named, unless } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly lock: LockFact;
}

/** CREATE INDEX without CONCURRENTLY: SHARE on the table until the index is built. */
export const createIndexNotConcurrent = stepRule<Match>({
  id: 'create-index-not-concurrent',
  title: 'Building an index stops writes to the table until it is done',
  group: 'indexes',
  severity: 'error',
  judges: 'lock',
  kinds: ['create-index'],
  ofWork: true,

  check(step) {
    return step.operations.flatMap((operation) => {
      if (operation.kind !== 'create-index' || operation.concurrently) return [];
      const lock = harmful(step).find(
        (fact) =>
          fact.work === 'build-index' &&
          (fact.relation.kind === 'table' || fact.relation.kind === 'materialized view'),
      );
      if (lock === undefined || step.locks.some((fact) => fact.relation.kind === 'partitioned table'))
        return [];
      return [{ step, lock, cites: [lock.relation] }];
    });
  },

  message({ lock }) {
    return lock.relation.kind === 'materialized view'
      ? `Building this index keeps every REFRESH of ${named(lock.relation)} waiting (${lock.mode} lock) until it is done${unless([lock])}`
      : `Building this index stops writes to ${named(lock.relation)} (${lock.mode} lock) until it is done${unless([lock])}`;
  },

  help() {
    return 'Build it with CREATE INDEX CONCURRENTLY, outside a transaction.';
  },

  repair({ step, lock }): Repair | null {
    const name = madeIndexes(step, lock.relation.id)[0]?.name ?? null;
    const rewritten = buildConcurrently(step, name);
    if (rewritten === null) return null;
    return {
      summary: 'build the index without stopping writes',
      steps: rewritten.steps,
      ...withEdits(rewritten.edits),
    };
  },
});
