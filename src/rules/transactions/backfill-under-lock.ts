import { tableOf } from '../../analysis/catalog/resolve';
import type { Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import type { QueryWrite } from '../../postgres/query';
import type { HeldFact } from '../held-locks';
import { heldBefore, heldModes, keptWaiting } from '../held-locks';
import { inBatches } from '../repairs/in-batches';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { unboundedFills, unboundedWrites } from '../../analysis/unbounded-writes';
import { namedAll } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly write: QueryWrite;
  readonly held: readonly HeldFact[];
}

/** Rows are changed without a bound while an earlier strong lock of the transaction is held. */
export const backfillUnderLock = stepRule<Match>({
  id: 'backfill-under-lock',
  title: 'Changing all rows while a strong lock is held closes the table for as long',
  group: 'transactions',
  severity: 'error',
  judges: 'lock',
  kinds: ['query', 'copy-from'],

  check(step, run) {
    const [write] = [...unboundedWrites(step, true), ...unboundedFills(step)];
    if (write === undefined) return [];
    const held = heldBefore(step, run);
    return held.length === 0 ? [] : [{ step, write, held, cites: held.map(({ lock }) => lock.relation) }];
  },

  message({ write, held }) {
    return `While this ${WRITE[write.command]} runs through ${namedAll([write.relation])}, ${keptWaiting(held)} ${namedAll(held.map(({ lock }) => lock.relation))} wait for the ${heldModes(held)} that this transaction took before, until it commits`;
  },

  help() {
    return 'Move the change of rows into batches outside of this migration.';
  },

  repair({ step, write }): Repair {
    const table = tableOf(step.before, write.relation)?.id ?? null;
    return {
      summary: 'change the rows in batches, outside of the transaction',
      steps: [inBatches(step, write, table)],
    };
  },
});

const WRITE: Readonly<Record<QueryWrite['command'], string>> = {
  insert: 'INSERT',
  update: 'UPDATE',
  delete: 'DELETE',
  merge: 'MERGE',
  copy: 'COPY',
};
