import { autocommitOnly } from '../../analysis/autocommit-only';
import type { Step } from '../../analysis/step';
import type { Operation } from '../../postgres/operation';
import type { Repair } from '../../findings/finding';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { ownOperations } from '../own-operations';
import { commandOf } from '../command-words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly operation: Operation;
  readonly where: string;
  readonly sqlState: string;
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
    'call',
  ],

  check(step) {
    const [called] = ownOperations(step);
    if (called !== undefined && step.refusals.some(({ sqlState }) => sqlState === '2D000'))
      return [{ step, operation: called, where: 'here: it ends its transaction', sqlState: '2D000' }];
    const inBody = step.inner.find((inner) =>
      inner.operations.some((operation) => autocommitOnly(inner.before, operation)),
    );
    const own = step.operations.find((operation) => autocommitOnly(step.before, operation));
    if (own === undefined) return [];
    if (inBody !== undefined)
      return [{ step, operation: own, where: 'inside a function or DO block', sqlState: '25001' }];
    const { transaction } = step.before;
    if (transaction === null || transaction.assumed) return [];
    return [{ step, operation: own, where: WHERE[transaction.opener], sqlState: '25001' }];
  },

  message({ operation, where, sqlState }) {
    return `The migration fails here: ${commandOf(operation)} cannot run ${where} (${sqlState})`;
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
