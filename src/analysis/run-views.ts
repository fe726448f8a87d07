import type { Query } from '../postgres/query';
import { isView } from './catalog/find';
import type { View } from './catalog/relation';
import { findFunctions, relationOf } from './catalog/resolve';
import type { Running } from './execute';
import { runBeside } from './run-beside';
import type { Session } from './session';

/** Runs the functions that the views call which a query reads: they may lock more, and change nothing that is kept here. */
export function runViews(session: Session, { reads }: Query, running: Running): void {
  if (running.lookUp === null || reads.length === 0) return;
  for (const { calls } of viewsBehind(session, reads))
    for (const name of calls)
      for (const called of findFunctions(session, name).slice(0, 1))
        runBeside(session, called, 'no row calls the function', running);
}

function viewsBehind(session: Session, reads: Query['reads']): readonly View[] {
  const found = new Set<View>();
  for (const { relation } of reads) {
    const read = relationOf(session, relation);
    if (read?.kind === 'view') found.add(read);
  }
  for (const view of found)
    for (const id of view.reads) {
      const read = session.catalog.relations.get(id);
      if (read !== undefined && isView(read) && read.kind === 'view') found.add(read);
    }
  return [...found];
}
