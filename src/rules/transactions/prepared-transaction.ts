import type { MatchBase } from '../rule';
import { stepRule } from '../rule';

interface Match extends MatchBase {
  readonly name: string;
}

/** PREPARE TRANSACTION whose end does not stand in the same file. */
export const preparedTransaction = stepRule<Match>({
  id: 'prepared-transaction',
  title: 'A prepared transaction keeps its locks beyond the session',
  group: 'transactions',
  severity: 'warning',
  judges: 'effect',
  kinds: ['prepare-transaction'],

  check(step, run) {
    return step.operations.flatMap((operation): readonly Match[] => {
      if (operation.kind !== 'prepare-transaction') return [];
      const ends = run
        .laterInMigration(step)
        .flatMap(({ operations }) => operations)
        .some(
          (later) =>
            (later.kind === 'commit-prepared' || later.kind === 'rollback-prepared') &&
            later.name === operation.name,
        );
      return ends ? [] : [{ name: operation.name }];
    });
  },

  message({ name }) {
    return `The transaction '${name}' keeps all its locks until somebody commits it by its name: they outlive the session and a restart of the server`;
  },

  help() {
    return 'End it with COMMIT.';
  },
});
