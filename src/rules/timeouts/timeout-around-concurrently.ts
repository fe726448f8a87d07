import { lockTimeout, statementTimeout } from '../../analysis/settings';
import type { Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import type { OperationOf } from '../../postgres/operation';
import { commandOf } from '../command-words';
import { ownOperations } from '../own-operations';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { timeInWords } from '../time-in-words';

type Concurrent = OperationOf<'create-index' | 'drop-index' | 'reindex' | 'detach-partition'>;

interface Match extends MatchBase {
  readonly step: Step;
  readonly operation: Concurrent;
  readonly timeouts: readonly { readonly name: string; readonly milliseconds: number }[];
}

/** lock_timeout or statement_timeout in force where CONCURRENTLY has to wait for old transactions. */
export const timeoutAroundConcurrently = stepRule<Match>({
  id: 'timeout-around-concurrently',
  title: 'A timeout around CONCURRENTLY leaves a half-made object behind',
  group: 'timeouts',
  severity: 'warning',
  judges: 'effect',
  kinds: ['create-index', 'drop-index', 'reindex', 'detach-partition'],

  check(step) {
    const operation = ownOperations(step).find(isConcurrent);
    if (operation === undefined) return [];
    const timeouts = [
      { name: 'lock_timeout', milliseconds: lockTimeout(step.before) },
      { name: 'statement_timeout', milliseconds: statementTimeout(step.before) },
    ].flatMap(({ name, milliseconds }) =>
      typeof milliseconds === 'number' && milliseconds > 0 ? [{ name, milliseconds }] : [],
    );
    return timeouts.length === 0 ? [] : [{ step, operation, timeouts }];
  },

  message({ operation, timeouts }) {
    const set = timeouts
      .map(({ name, milliseconds }) => `${name} is ${timeInWords(milliseconds)}`)
      .join(' and ');
    return `${commandOf(operation)} waits for every older transaction, and ${set}: if it strikes, ${LEFT_BEHIND[operation.kind]}`;
  },

  help() {
    return 'Set both timeouts to 0 before it, each in a call of its own.';
  },

  repair({ step, timeouts }): Repair {
    return {
      summary: 'wait without a timeout',
      steps: [
        ...timeouts.map(({ name }) => ({
          run: 'statement' as const,
          transaction: 'none' as const,
          sql: `SET ${name} = 0;`,
          note: 'in a call of its own: two statements in one call are one transaction, in which CONCURRENTLY is refused.',
        })),
        { run: 'statement', transaction: 'none', sql: `${step.statement.text};` },
      ],
    };
  },
});

function isConcurrent(operation: { readonly kind: string }): operation is Concurrent {
  return (
    Object.hasOwn(LEFT_BEHIND, operation.kind) &&
    'concurrently' in operation &&
    operation.concurrently === true
  );
}

const LEFT_BEHIND: Readonly<Record<Concurrent['kind'], string>> = {
  'create-index': 'an INVALID index stays, which every write goes on to pay for',
  'drop-index': 'the index stays, invalid for queries and still written',
  reindex: 'an INVALID index with a name in "_ccnew" or "_ccold" stays',
  'detach-partition':
    'the partition stays half detached and blocks every other DETACH … CONCURRENTLY (55000)',
};
