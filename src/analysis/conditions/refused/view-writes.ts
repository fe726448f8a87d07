import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import type { QueryWrite } from '../../../postgres/query';
import type { View } from '../../catalog/relation';
import { doesInstead, rulesFor } from '../../rewritten';
import { writesKept } from '../../roles/query';
import type { Situation } from '../../roles/situation';
import type { Session } from '../../session';
import type { RefusalJudge } from './names';
import { isWriting, saysMore } from './writes';

/** What cannot be written through a view. Source: rewriteHandler.c, rewriteTargetView. */
export const VIEW_WRITE_REFUSALS = {
  'view-not-writable': (situation) =>
    isWriting(situation) &&
    writesKept(situation).some(
      ({ relation, write }) =>
        relation.kind === 'view' && chain(situation, relation, write).some((view) => isEnd(situation, view)),
    ),
  'view-column-computed': (situation) =>
    isWriting(situation) &&
    writesKept(situation).some(
      ({ relation, write }) =>
        relation.kind === 'view' &&
        (write.command === 'insert' || write.command === 'update') &&
        columnsWritten(situation, relation, write).some((column) =>
          isComputed(chain(situation, relation, write), column),
        ),
    ),
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

/** The views that a write goes through, the first that it cannot go through being the last; none where a trigger or rule does it. */
function chain({ session }: Situation, view: View, write: QueryWrite): readonly View[] {
  const views: View[] = [];
  for (let at: View | undefined = view; at !== undefined && !views.includes(at);) {
    if (!at.origin.certain || isHandled(at, write)) break;
    views.push(at);
    at = viewBehind(session, at);
  }
  return views;
}

function viewBehind({ catalog }: Session, { plain }: View): View | undefined {
  const base = plain === undefined ? undefined : catalog.relations.get(plain.relation);
  return base?.kind === 'view' ? base : undefined;
}

function isHandled(view: View, write: QueryWrite): boolean {
  // What of MERGE comes to which action is up to the rows.
  if (write.command === 'merge') return view.triggers.length > 0 || view.rules.length > 0;
  return (
    view.triggers.some(({ row, events }) => row && events.some((event) => event === write.command)) ||
    rulesFor(view, write).some(doesInstead)
  );
}

function isEnd({ session }: Situation, view: View): boolean {
  if (view.composed === true) return true;
  const base = view.plain === undefined ? undefined : session.catalog.relations.get(view.plain.relation);
  return base?.kind === 'materialized view' || base?.kind === 'sequence';
}

function columnsWritten({ session }: Situation, view: View, write: QueryWrite): readonly string[] {
  const { command, columns, values, selected = [] } = write;
  const rows = values.length > 0 ? values : selected;
  if (command === 'insert' && columns.length === 0)
    return view.columns
      .slice(0, Math.max(0, ...rows.map((row) => row.length)))
      .flatMap(({ name }, at) => (rows.some((row) => saysMore(row[at])) ? [name] : []));
  // 11 fails on DEFAULT in another way.
  return command === 'insert' && session.major < 12
    ? columns.filter((_, at) => rows.some((row) => saysMore(row[at])))
    : columns;
}

/** Whether one of the views works the column out. */
function isComputed(views: readonly View[], column: string): boolean {
  let name: string | null = column;
  for (const { columns, plain } of views) {
    const at = columns.findIndex((each) => each.name === name);
    if (at < 0 || plain === undefined) return false;
    if (plain.computed[at] === true) return true;
    name = plain.columns[at] ?? null;
  }
  return false;
}
