import type { QueryWrite } from '../../postgres/query';
import type { Operation } from '../../postgres/operation';
import { sameName } from '../../analysis/catalog/mention';
import { written } from '../object-names';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { laterTogether } from '../together';

interface Match extends MatchBase {
  readonly write: QueryWrite;
}

/** A write that takes its batch FOR UPDATE SKIP LOCKED, and no pass without it that follows. */
export const backfillSkipLocked = stepRule<Match>({
  id: 'backfill-skip-locked',
  title: 'A backfill that skips locked rows leaves some of them as they were',
  group: 'data-and-replication',
  severity: 'warning',
  judges: 'effect',
  kinds: ['query'],

  check(step, run) {
    const write = step.operations.map(skippingWrite).find((found) => found !== null);
    if (write === undefined || write === null) return [];
    const finished = laterTogether(step, run)
      .flatMap(({ operations }) => operations)
      .some((later) => writesInto(later, write) && skippingWrite(later) === null);
    return finished ? [] : [{ write }];
  },

  message({ write }) {
    return `Rows of ${written(write.relation)} that a client has locked are skipped: a loop that ends when nothing is left to do leaves them as they were, without an error`;
  },

  help() {
    return 'Add a last pass without SKIP LOCKED, or go by ranges of the key.';
  },
});

function skippingWrite(operation: Operation): QueryWrite | null {
  if (operation.kind !== 'query' || !operation.query.reads.some(({ skipLocked }) => skipLocked)) return null;
  return operation.query.writes.find(({ command }) => command === 'update' || command === 'delete') ?? null;
}

function writesInto(operation: Operation, { relation }: QueryWrite): boolean {
  return (
    operation.kind === 'query' && operation.query.writes.some((other) => sameName(other.relation, relation))
  );
}
