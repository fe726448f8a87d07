import { isShipped, requiredExtension } from '../postgres/volatility';
import { findFunctions } from './catalog/resolve';
import type { Session } from './session';
import type { Step } from './step';

/** What lowering says of the servers that know a statement. */
export interface StatementNeeds {
  /** The oldest major that knows its syntax; null where every supported one does. */
  readonly requires: number | null;
  /** The first major that no longer knows it. */
  readonly removedIn?: number;
  readonly what?: string;
  /** Functions of the system that it calls, with the first major that has them, and the first that has them no longer. */
  readonly calls?: readonly {
    readonly name: string;
    readonly since: number | null;
    readonly until: number | null;
  }[];
}

/** The majors that run a statement in a session: a function that users or extensions made is there on every server. */
export function needsIn(
  session: Session,
  { requires, removedIn, what, calls = [] }: StatementNeeds,
): Pick<Step, 'requires' | 'removedIn' | 'what'> {
  const needs = { requires, removedIn: removedIn ?? null, what: what ?? null };
  for (const { name, since, until } of calls) {
    if (isBrought(session, name)) continue;
    if (until !== null && (needs.removedIn === null || until < needs.removedIn)) {
      needs.removedIn = until;
      needs.what = `${name}()`;
    }
    if (since !== null && (needs.requires === null || since > needs.requires)) {
      needs.requires = since;
      if (needs.removedIn === null) needs.what = `${name}()`;
    }
  }
  return needs;
}

/** Of an extension that is not shipped with the server nobody knows what it brings. */
function isBrought(session: Session, name: string): boolean {
  if (findFunctions(session, { schema: null, name }).length > 0) return true;
  const { extensions } = session.catalog;
  const extension = requiredExtension(name, session.major);
  return [...extensions.entries()].some(([installed]) => installed === extension || !isShipped(installed));
}
