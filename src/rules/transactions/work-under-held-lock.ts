import type { Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import type { Work } from '../../postgres/effects/effect';
import { commandOf } from '../command-words';
import type { HeldFact } from '../held-locks';
import { unboundedReads } from '../../analysis/unbounded-reads';
import { heldBefore, heldModes, keptWaiting } from '../held-locks';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { strongLocks } from '../strong-locks';
import { namedAll } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly held: readonly HeldFact[];
  readonly work: Exclude<Work, 'none'>;
}

/** Statements whose own rows of the catalogue speak of their work already: those name what else stays closed. */
const SPEAKS_FOR_ITSELF = new Set(['validate-constraint', 'query', 'copy-from']);

/** Work while an earlier statement's strong lock keeps traffic waiting. */
export const workUnderHeldLock = stepRule<Match>({
  id: 'work-under-held-lock',
  title: 'Long work runs while an earlier lock of the transaction keeps traffic waiting',
  group: 'transactions',
  severity: 'error',
  judges: 'lock',
  kinds: [
    'refresh-materialized-view',
    'create-table-as',
    'create-materialized-view',
    'validate-constraint',
    'query',
  ],

  check(step, run) {
    if (
      step.operations.some((operation) => SPEAKS_FOR_ITSELF.has(operation.kind)) &&
      !validatesAnother(step, run) &&
      unboundedReads(step).length === 0
    )
      return [];
    const work =
      step.locks.find((lock) => lock.work !== 'none' && !lock.isNew)?.work ??
      (unboundedReads(step).length > 0 ? 'scan' : 'none');
    if (work === 'none') return [];
    const own = new Set(strongLocks(step).map((lock) => lock.relation.id));
    const held = heldBefore(step, run).filter(
      ({ lock }) => !own.has(lock.relation.id) || lock.mode !== 'SHARE',
    );
    return held.length === 0 ? [] : [{ step, held, work, cites: held.map(({ lock }) => lock.relation) }];
  },

  message({ step, held, work }) {
    const first = step.operations[0];
    const what = first === undefined ? 'This statement' : commandOf(first);
    return `${what} ${WORK[work]} while ${keptWaiting(held)} ${namedAll(held.map(({ lock }) => lock.relation))} wait for the ${heldModes(held)} that this transaction took before, until it commits`;
  },

  help() {
    return 'Split the migration, so that the strong lock is released before the long work starts.';
  },

  repair({ step }): Repair {
    return {
      summary: 'do the long work in a migration of its own',
      steps: [
        {
          run: 'migration',
          transaction: 'own',
          sql: `${step.statement.text};`,
          note: 'nothing else is closed while it runs.',
        },
      ],
    };
  },
});

const WORK: Readonly<Record<Match['work'], string>> = {
  scan: 'reads every row',
  'build-index': 'builds an index',
  'copy-file': 'copies files',
  rewrite: 'writes every row anew',
};

/** VALIDATE of a constraint that an earlier statement of the same transaction added is a row of its own. */
function validatesAnother(step: Step, run: RuleRun): boolean {
  const names = step.operations.flatMap((operation) =>
    operation.kind === 'validate-constraint' ? [operation.constraint] : [],
  );
  if (names.length === 0) return false;
  const added = new Set(
    run
      .earlierInTransaction(step)
      .flatMap((other) =>
        other.operations.flatMap((operation) =>
          operation.kind === 'add-check' ||
          operation.kind === 'add-foreign-key' ||
          operation.kind === 'add-not-null'
            ? [operation.constraint.name ?? '']
            : [],
        ),
      ),
  );
  return !names.some((name) => added.has(name));
}
