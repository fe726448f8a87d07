import { ownOperations } from '../own-operations';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';

interface Match extends MatchBase {
  readonly extension: string;
}

/** CREATE EXTENSION without VERSION. */
export const extensionWithoutVersion = stepRule<Match>({
  id: 'extension-without-version',
  title: 'Each server gets the version of the extension that it happens to have',
  group: 'policy',
  severity: 'opt-in',
  judges: 'effect',
  kinds: ['create-extension'],

  check(step) {
    return ownOperations(step).flatMap((operation) =>
      operation.kind === 'create-extension' && operation.version === null
        ? [{ extension: operation.extension }]
        : [],
    );
  },

  message({ extension }) {
    return `"${extension}" is created in the version that the server happens to have: another server gets another one`;
  },

  help() {
    return 'Name the version: CREATE EXTENSION … VERSION.';
  },
});
