import type { ObjectName } from '../postgres/name';
import type { Operation } from '../postgres/operation';
import { isView } from './catalog/find';
import type { Relation } from './catalog/relation';
import { findFunctions, relationOf } from './catalog/resolve';
import type { Running } from './execute';
import { runBeside } from './run-beside';
import type { Session } from './session';

/**
 * Runs the functions that the views call which a statement reads, and those of a query whose rows are stored: they may lock more, and
 * change nothing that is kept here.
 */
export function runViews(session: Session, operation: Operation, running: Running): void {
  if (running.lookUp === null) return;
  for (const name of callsOf(session, operation))
    for (const called of findFunctions(session, name).slice(0, 1))
      runBeside(session, called, 'no row calls the function', running);
}

function callsOf(session: Session, operation: Operation): readonly ObjectName[] {
  const { kind } = operation;
  if (kind === 'refresh-materialized-view') {
    const view = relationOf(session, operation.view);
    return operation.withData && view !== undefined ? callsBehind(session, [view], true) : [];
  }
  const stores = kind === 'create-table-as' || kind === 'create-materialized-view';
  if (kind !== 'query' && !(stores && operation.withData)) return [];
  const { reads, calls } = operation.query;
  const read = reads.length === 0 ? [] : reads.flatMap(({ relation }) => relationOf(session, relation) ?? []);
  return [...(stores ? calls.map(({ name }) => name) : []), ...callsBehind(session, read, false)];
}

function callsBehind(
  session: Session,
  relations: readonly Relation[],
  filled: boolean,
): readonly ObjectName[] {
  const views = new Set(relations.filter(isView).filter(({ kind }) => kind === 'view' || filled));
  for (const view of views)
    for (const id of view.reads) {
      const read = session.catalog.relations.get(id);
      if (read !== undefined && isView(read) && read.kind === 'view') views.add(read);
    }
  return [...views].flatMap(({ calls }) => calls);
}
