import type { RelationReference } from '../../analysis/step';
import type { LockWindow } from '../../analysis/lock-window';
import { areJoined, closedPairs, closedTables } from '../closed-tables';
import type { MatchBase, RuleRun } from '../rule';
import { runRule } from '../rule';
import { namedAll } from '../words';

interface Match extends MatchBase {
  readonly migration: number;
  readonly step: number;
  readonly tables: readonly RelationReference[];
}

/** Several tables are closed together that have nothing to do with one another. */
export const wideLockWindow = runRule<Match>({
  id: 'wide-lock-window',
  title: 'One transaction keeps several tables closed together',
  group: 'transactions',
  severity: 'opt-in',
  judges: 'lock',
  on: 'change-set',

  check(_, run) {
    return run.windows.flatMap((window): readonly Match[] => {
      const at = byStatements(window, run) ?? byNewTable(window, run);
      const step = at === null ? undefined : run.steps[at];
      if (step === undefined) return [];
      const tables = closedTables(window).map(({ relation }) => relation);
      return [{ migration: step.migration, step: step.index, tables, cites: tables }];
    });
  },

  message({ tables }) {
    return `From here ${namedAll(tables)} are closed together until the transaction commits: whoever needs one of them waits for the work on all of them, and who uses them in another order may be killed (40P01)`;
  },

  help() {
    return 'Change one table a transaction.';
  },
});

/** The step that closes the second of two tables that no foreign key joins; where one does, another rule speaks. */
function byStatements(window: LockWindow, run: RuleRun): number | null {
  const pairs = closedPairs(window);
  const apart = pairs.find(({ first, second }) => {
    const catalog = run.steps[second.step]?.before.catalog;
    return catalog !== undefined && !areJoined(catalog, first.relation.id, second.relation.id);
  });
  return apart === undefined ? null : apart.second.step;
}

/** CREATE TABLE with foreign keys to several tables. */
function byNewTable(window: LockWindow, run: RuleRun): number | null {
  const created = closedTables(window).filter(({ step }) =>
    run.steps[step]?.operations.some(({ kind }) => kind === 'create-table'),
  );
  const twice = created.find((one, at) => created.slice(at + 1).some((other) => other.step === one.step));
  return twice === undefined ? null : twice.step;
}
