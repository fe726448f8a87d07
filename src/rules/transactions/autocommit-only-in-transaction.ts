import { autocommitOnly } from '../../analysis/autocommit-only';
import type { Step } from '../../analysis/step';
import type { Operation } from '../../postgres/operation';
import type { Repair } from '../../findings/finding';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { commandOf } from '../command-words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly operation: Operation;
  readonly where: string;
}

/** A command that refuses a transaction block stands in one: 25001, for certain. */
export const autocommitOnlyInTransaction = stepRule<Match>({
  id: 'autocommit-only-in-transaction',
  title: 'A command that refuses to run in a transaction stands in one',
  group: 'transactions',
  severity: 'error',
  judges: 'effect',
  kinds: [
    'create-index',
    'drop-index',
    'reindex',
    'detach-partition',
    'cluster',
    'vacuum',
    'create-database',
    'drop-database',
    'alter-database',
    'create-tablespace',
    'drop-tablespace',
    'alter-system',
    'create-subscription',
    'drop-subscription',
    'alter-subscription',
    'discard',
    'commit-prepared',
    'rollback-prepared',
    'add-enum-value',
  ],

  check(step) {
    const inBody = step.inner.find((inner) =>
      inner.operations.some((operation) => autocommitOnly(inner.before, operation)),
    );
    const own = step.operations.find((operation) => autocommitOnly(step.before, operation));
    if (own === undefined) return [];
    if (inBody !== undefined) return [{ step, operation: own, where: 'inside a function or DO block' }];
    const { transaction } = step.before;
    if (transaction === null || transaction.assumed) return [];
    return [{ step, operation: own, where: WHERE[transaction.opener] }];
  },

  message({ operation, where }) {
    return `The migration fails here: ${commandOf(operation)} cannot run ${where} (25001)`;
  },

  help() {
    return 'Put it into a migration of its own, and tell the runner to run that without a transaction.';
  },

  repair({ step }): Repair {
    return {
      summary: 'run it alone, outside a transaction',
      steps: [
        {
          run: 'migration',
          transaction: 'none',
          sql: `${step.statement.text};`,
          note: 'one statement in one call: a SET or a second statement in the same call makes a transaction of it.',
        },
      ],
    };
  },
});

const WHERE = {
  begin: 'in a transaction block',
  runner: 'in the transaction that the runner opens',
  call: 'in one call with other statements, which is one transaction',
} as const;
