import { runBody } from './bodies';
import type { UserFunction } from './catalog/catalog';
import type { Running } from './execute';
import { join } from './join';
import type { Session } from './session';
import { withSettingsOf, withoutSettingsOf } from './settings';
import type { LockFact, Stop } from './step';

/** How many functions and triggers may run inside one another. */
export const MAX_CALLS = 6;

/**
 * Runs a function that a statement does not call by name: of a trigger, of a view. Its locks and what it writes count to the statement.
 * What it refuses does not (a guard that raises is there to be met by others), nor what of it cannot be read, and no rule judges its
 * statements.
 *
 * @param transitionTables those of the trigger whose function it is
 * @param unless what may keep it from running, in words that can follow "unless"; null: it runs for certain
 */
export function runBeside(
  session: Session,
  called: UserFunction,
  unless: string | null,
  running: Running,
  transitionTables: readonly string[] = [],
): Session {
  const key = `${called.schema}.${called.name}`;
  if (running.calls.length >= MAX_CALLS || running.calls.includes(key)) return session;
  const locks: LockFact[] = [];
  const stops: Stop[] = [];
  const inside: Running = {
    ...running,
    inner: [],
    locks,
    stops,
    refusals: [],
    unread: [],
    calls: [...running.calls, key],
    conditional: true,
    inPlace: false,
    inBody: true,
    transitionTables,
  };
  const after = runBody(withSettingsOf(session, called), called.body.statements, inside);
  if (unless === null) {
    running.locks.push(...locks);
    running.stops.push(...stops);
  } else {
    running.locks.push(
      ...locks.map((lock): LockFact => ({
        ...lock,
        certainty: 'assumed',
        unless: [...lock.unless, unless],
      })),
    );
    running.stops.push(...stops.map((stop): Stop => ({ ...stop, certainty: 'assumed' })));
  }
  if (after === null) return session;
  const left = withoutSettingsOf(after, session, called);
  return unless === null ? left : join(session, left);
}
