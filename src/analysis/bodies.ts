import type { BodyStatement } from '../postgres/body';
import { answer } from './catalog-question';
import type { Running } from './execute';
import { executeInner } from './execute';
import type { Folded } from './fold/change';
import { doubt, join } from './join';
import type { Session } from './session';
import { afterUnread } from './session';

/**
 * Runs the statements of a DO block or function without running them: guards are answered by the catalog where it can, else all
 * branches are taken and joined. A loop runs once, and may not run at all. Null: it certainly fails.
 */
export function runBody(session: Session, statements: readonly BodyStatement[], running: Running): Folded {
  const { going, ended } = walk(session, statements, running);
  return joinAll([...(going === null ? [] : [going]), ...ended]);
}

/** How a list of statements ends: it goes on, returns, or fails (neither). */
interface Ways {
  readonly going: Session | null;
  readonly ended: readonly Session[];
}

const FAILED: Ways = { going: null, ended: [] };

function walk(session: Session, statements: readonly BodyStatement[], running: Running): Ways {
  let going: Session | null = session;
  let ended: readonly Session[] = [];
  let unread = false;
  for (const statement of statements) {
    const known = running.unread.length;
    const inside: Running = {
      ...running,
      conditional: running.conditional || ended.length > 0,
      afterUnread: running.afterUnread || unread,
    };
    const ways: Ways = walkOne(withFreshIds(going, ended), statement, inside);
    unread ||= running.unread.length > known;
    going = ways.going;
    ended = [...ended, ...ways.ended];
    if (going === null) break;
  }
  return { going, ended };
}

function walkOne(session: Session, statement: BodyStatement, running: Running): Ways {
  switch (statement.kind) {
    case 'sql':
      return { going: executeInner(session, statement, running), ended: [] };
    case 'branch':
      return walkBranches(session, statement, running);
    case 'loop':
      return walkLoop(session, statement, running);
    case 'block':
      return walkBlock(session, statement, running);
    case 'commit':
    case 'rollback':
      return { going: endInside(session, running), ended: [] };
    case 'return':
      return { going: null, ended: [session] };
    case 'raise':
      return FAILED;
    case 'unread': {
      const { reason, detail, start } = statement;
      running.unread.push({ reason, detail: inWords(reason, detail), start: running.inPlace ? start : null });
      return { going: afterUnread(session), ended: [] };
    }
  }
}

/** The expression alone would not say what is wrong with it. */
function inWords(reason: string, detail: string): string {
  return reason === 'dynamic-sql' ? `the SQL is put together at run time: ${detail}` : detail;
}

type BranchStatement = Extract<BodyStatement, { readonly kind: 'branch' }>;
type LoopStatement = Extract<BodyStatement, { readonly kind: 'loop' }>;
type BlockStatement = Extract<BodyStatement, { readonly kind: 'block' }>;

function walkBranches(session: Session, { branches }: BranchStatement, running: Running): Ways {
  const taken: Ways[] = [];
  let sure = true;
  let closed = false;
  let last = session;
  for (const { condition, body } of branches) {
    const answered = condition === null ? true : answer(session, condition);
    if (answered === false) continue;
    if (answered === 'unknown') sure = false;
    const conditional = running.conditional || !sure;
    const ways = walk(withIdsAfter(session, last), body, { ...running, conditional });
    taken.push(ways);
    last = newest([last, ...sessionsOf(ways)]);
    if (answered === true) {
      closed = true;
      break;
    }
  }
  if (!closed) taken.push({ going: withIdsAfter(session, last), ended: [] });
  const going = joinAll(taken.flatMap((ways) => ways.going ?? []));
  const guarded = branches.some(({ condition }) => condition !== null);
  return {
    going: going === null || !guarded ? going : doubt(session, going),
    ended: taken.flatMap((ways) => ways.ended),
  };
}

function walkLoop(session: Session, { body, query }: LoopStatement, running: Running): Ways {
  const asked =
    query.length === 0
      ? session
      : (executeInner(session, { text: '', start: 0, operations: query }, running) ?? session);
  const { going, ended } = walk(asked, body, { ...running, conditional: true });
  return { going: going === null ? asked : join(asked, going), ended };
}

/**
 * A block with handlers is a subtransaction. If it certainly fails, only a handler counts; else what it makes is as certain as
 * with IF NOT EXISTS, and a handler that does something is the other way it may go.
 */
function walkBlock(session: Session, { body, handlers }: BlockStatement, running: Running): Ways {
  if (handlers.length === 0) return walk(session, body, running);
  const mayBeAbsent =
    running.mayBeAbsent || handlers.some(({ conditions }) => catchesAbsence(conditions, session));
  const tried = walk(session, body, { ...running, conditional: true, mayBeAbsent });
  const failed = tried.going === null && tried.ended.length === 0;
  const last = newest([session, ...sessionsOf(tried)]);
  const handled = handlers.map((handler) =>
    walk(withIdsAfter(session, last), handler.body, { ...running, conditional: true }),
  );
  const doubtful = tried.going === null ? null : doubt(session, tried.going);
  const others = handlers.flatMap((handler, i) => {
    const going = handled[i]?.going ?? null;
    return going === null || (!failed && handler.body.length === 0) ? [] : [going];
  });
  return {
    going: joinAll([...(doubtful === null ? [] : [doubtful]), ...others]),
    ended: [...tried.ended, ...handled.flatMap((ways) => ways.ended)],
  };
}

/** It is written for a relation that is not there; OTHERS may be, where the history knows. */
function catchesAbsence(conditions: readonly string[], session: Session): boolean {
  return conditions.some(
    (condition) =>
      condition === 'undefined_table' ||
      condition === '42p01' ||
      (condition === 'others' && (session.hasHistory || session.phase === 'history')),
  );
}

/** COMMIT and ROLLBACK of a procedure: refused where a transaction is open around it; else the next part has its own. */
function endInside(session: Session, running: Running): Folded {
  if (session.transaction !== null) {
    if (!running.conditional && !session.transaction.assumed) {
      running.refusals.push({
        sqlState: '2D000',
        reason: 'a procedure cannot end the transaction that it is called in',
      });
    }
    return session.transaction.assumed ? session : null;
  }
  return { ...session, transactionOrdinal: session.transactionOrdinal + 1 };
}

function sessionsOf({ going, ended }: Ways): readonly Session[] {
  return going === null ? ended : [going, ...ended];
}

function joinAll(sessions: readonly Session[]): Folded {
  const [first, ...others] = sessions;
  return first === undefined ? null : others.reduce(join, first);
}

function newest(sessions: readonly Session[]): Session {
  return sessions.reduce((a, b) => (b.catalog.nextId > a.catalog.nextId ? b : a));
}

/** Two ways that are joined later must not give one id to two relations. */
function withIdsAfter(session: Session, other: Session): Session {
  const { nextId } = other.catalog;
  return nextId <= session.catalog.nextId ? session : { ...session, catalog: { ...session.catalog, nextId } };
}

function withFreshIds(session: Session, others: readonly Session[]): Session {
  return others.reduce(withIdsAfter, session);
}
