import { tableOf } from '../../analysis/catalog/resolve';
import type { Session } from '../../analysis/session';
import type { RelationId, Table } from '../../analysis/catalog/relation';
import type { Step } from '../../analysis/step';
import { largeWrites } from '../large-writes';
import { fullName } from '../object-names';
import { ownOperations } from '../own-operations';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { laterTogether } from '../together';
import { named } from '../words';

interface Match extends MatchBase {
  readonly table: Table;
  readonly why: string;
}

/** A change after which the statistics of a table are wrong, and no ANALYZE that follows. */
export const analyzeAfterChange = stepRule<Match>({
  id: 'analyze-after-change',
  title: 'Plans rest on statistics of before the change',
  group: 'policy',
  severity: 'opt-in',
  judges: 'effect',
  kinds: ['query', 'copy-from', 'alter-column-type', 'create-index'],

  check(step, run) {
    const changed = changedBy(step, run);
    return changed === null || isAnalyzed(step, changed.table.id, run) ? [] : [changed];
  },

  message({ table, why }) {
    return `${why}, and until the next ANALYZE the plans of queries on ${named(fullName(table))} rest on what was there before`;
  },

  help({ table }) {
    return `Run ANALYZE ${fullName(table).name.replace(/^public\./, '')} afterwards.`;
  },
});

function changedBy(step: Step, run: RuleRun): Match | null {
  const write = largeWrites(step, run).find(({ table }) => table !== undefined);
  if (write?.table !== undefined)
    return { table: write.table, why: `This ${write.write.command.toUpperCase()} changes many rows` };
  for (const operation of ownOperations(step)) {
    if (operation.kind === 'alter-column-type') {
      const table = tableOf(step.before, operation.table);
      if (table !== undefined && !isNew(step, table.id))
        return { table, why: 'A change of type removes the statistics of the column' };
    }
    if (
      operation.kind === 'create-index' &&
      operation.index.keys.some(({ expression }) => expression !== null)
    ) {
      const table = tableOf(step.before, operation.index.table);
      if (table !== undefined && !isNew(step, table.id))
        return { table, why: 'There are no statistics yet for the expression of this index' };
    }
  }
  return null;
}

function isNew(step: Step, id: RelationId): boolean {
  return step.locks.some((lock) => lock.relation.id === id && lock.isNew);
}

function isAnalyzed(step: Step, id: RelationId, run: RuleRun): boolean {
  return laterTogether(step, run, 'analyze', 'vacuum').some((later) =>
    later.operations.some((operation) => {
      if (operation.kind !== 'analyze' && !(operation.kind === 'vacuum' && operation.analyze)) return false;
      return (
        operation.tables.length === 0 ||
        operation.tables.some(({ table }) => idOf(later.before, table) === id)
      );
    }),
  );
}

function idOf(
  session: Session,
  name: { readonly schema: string | null; readonly name: string },
): RelationId | undefined {
  return tableOf(session, name)?.id;
}
