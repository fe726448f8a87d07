import type { RelationId } from '../../analysis/catalog/relation';
import { referenceTo } from '../../analysis/reference';
import { isSmall } from '../../analysis/statistics';
import type { Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import type { QueryWrite } from '../../postgres/query';
import { heldBefore } from '../held-locks';
import { deletesAll, largeWrites } from '../large-writes';
import { isStaging, written } from '../object-names';
import { parametersOf } from '../parameters';
import { inBatches } from '../repairs/in-batches';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';

interface Match extends MatchBase {
  readonly step: Step;
  readonly write: QueryWrite;
  readonly table: RelationId | null;
}

const ID = 'unbatched-backfill';
const PARAMETERS = {
  smallTables: {
    kind: 'list',
    default: [],
    says: 'Tables that stay small, as in "staging": they may be changed at once.',
  },
} as const;

/** All rows, or an unbounded number of them, are changed in one transaction. */
export const unbatchedBackfill = stepRule<Match>({
  id: ID,
  title: 'Changing many rows at once makes clients wait for every one of them',
  group: 'data-and-replication',
  severity: 'warning',
  judges: 'effect',
  kinds: ['query'],
  parameters: PARAMETERS,

  check(step, run) {
    if (heldBefore(step, run).length > 0) return [];
    const { smallTables } = parametersOf(run, ID, PARAMETERS);
    const [first] = largeWrites(step, run).filter(
      ({ write, table }) =>
        write.command !== 'copy' &&
        !deletesAll(write) &&
        (table === undefined ||
          (!isStaging(table, { staging: smallTables }) &&
            !isSmall(run.options.statistics, referenceTo(table)))),
    );
    return first === undefined ? [] : [{ step, write: first.write, table: first.table?.id ?? null }];
  },

  message({ write }) {
    const table = written(write.relation);
    if (write.command === 'insert' || write.command === 'merge') {
      return `This ${write.command.toUpperCase()} writes into ${table} in one transaction as many rows as its query finds: what it locks stays locked, and cannot be cleaned up, until the last of them is written`;
    }
    const rows = write.where === null ? 'all rows' : 'every row that meets its condition';
    return `This ${write.command.toUpperCase()} locks ${rows} of ${table} until its transaction commits: clients that write one of them wait as long`;
  },

  help() {
    return 'Change the rows in batches, each with a transaction of its own.';
  },

  repair({ step, write, table }): Repair | null {
    if (step.inner.length > 0) return null;
    return { summary: 'change the rows in batches', steps: [inBatches(step, write, table)] };
  },
});
