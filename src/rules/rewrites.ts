import type { LockFact, Step } from '../analysis/step';
import { harmful } from './words';

/** The table or materialized view that a statement writes anew, or copies, under a lock that stops everybody. */
export function rewritten(step: Step): readonly LockFact[] {
  return harmful(step).filter(
    ({ work, relation }) => (work === 'rewrite' || work === 'copy-file') && !relation.kind.endsWith('index'),
  );
}

/** What to say of a rewrite: it is the same for all of them. */
export function untilDone(doing: string, names: string): string {
  return `${doing} stops reads and writes of ${names} (ACCESS EXCLUSIVE lock) until it is done`;
}
