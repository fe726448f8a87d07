import { isShipped, requiredExtension } from '../postgres/volatility';
import type { Lowered } from '../sql/lower/lower';
import { NeedsCollector } from '../sql/lower/needs';
import { findFunctions } from './catalog/resolve';
import type { Session } from './session';
import type { Step } from './step';

/** The majors that run a statement in a session: a function that users or extensions made is there on every server. */
export function needsIn(
  session: Session,
  lowered: Omit<Lowered, 'operations'>,
): Pick<Step, 'requires' | 'removedIn' | 'what'> {
  const needs = new NeedsCollector(lowered);
  for (const { name, since, until } of lowered.calls ?? []) {
    if (isBrought(session, name)) continue;
    if (since !== null) needs.since(since, `${name}()`);
    if (until !== null) needs.until(until, `${name}()`);
  }
  const { requires, removedIn, what } = needs;
  return { requires, removedIn, what };
}

/** Of an extension that is not shipped with the server nobody knows what it brings. */
function isBrought(session: Session, name: string): boolean {
  if (findFunctions(session, { schema: null, name }).length > 0) return true;
  const { extensions } = session.catalog;
  const extension = requiredExtension(name, session.major);
  return [...extensions.entries()].some(([installed]) => installed === extension || !isShipped(installed));
}
