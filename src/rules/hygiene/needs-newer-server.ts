import type { Step } from '../../analysis/step';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';

interface Match extends MatchBase {
  readonly step: Step;
  readonly gone: boolean;
}

/** Syntax or functions that the server does not know yet, or no longer. */
export const needsNewerServer = stepRule<Match>({
  id: 'needs-newer-server',
  title: 'The server in use does not know this',
  group: 'hygiene',
  severity: 'error',
  judges: 'effect',
  kinds: 'any',

  check(step, run) {
    const gone = step.removedIn !== null && step.removedIn <= run.major;
    return gone || (step.requires !== null && step.requires > run.major) ? [{ step, gone }] : [];
  },

  message({ step, gone }, run) {
    const what = step.what ?? 'This syntax';
    const since = gone
      ? `is gone since PostgreSQL ${String(step.removedIn)}`
      : `needs PostgreSQL ${String(step.requires)}`;
    return `The migration fails here on PostgreSQL ${run.major}: ${what} ${since}`;
  },

  help({ gone }) {
    return gone ? 'Leave it out.' : 'Use the older form, or update the server first.';
  },
});
