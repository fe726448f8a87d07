import type { Query, QueryRead, QueryWrite } from '../postgres/query';
import { isTable, isView } from './catalog/find';
import type { Relation, RelationId, Rule, View } from './catalog/relation';
import { relationOf } from './catalog/resolve';
import type { Session } from './session';

/**
 * A query and what the rules of the relations that it writes make of it: the actions of rules beside it, and what INSTEAD keeps from
 * happening marked as such. The relations that actions write have rules too. Source: rewriteHandler.c, RewriteQuery.
 */
export function rewritten(
  session: Session,
  query: Query,
  around: readonly RelationId[] = [],
): readonly Query[] {
  const actions: Query[] = [];
  const read: QueryRead[] = [];
  let changed = false;
  const writes = query.writes.map((write): QueryWrite => {
    const relation = write.command === 'copy' ? undefined : relationOf(session, write.relation);
    if (relation === undefined) return write;
    const act = (on: Relation): void => {
      // A rule that leads back to its relation is refused when it runs.
      if (around.includes(on.id)) return;
      for (const rule of rulesFor(on, write))
        actions.push(...rewritten(session, actionsOf(session, rule), [...around, on.id]));
    };
    const rules = rulesFor(relation, write);
    act(relation);
    for (const base of basesBehind(session, relation, write)) act(base);
    if (rules.length === 0) return write;
    const instead = rules.filter(doesInstead);
    if (instead.length === 0) return write;
    if (instead.some(({ readsOld }) => readsOld)) {
      // From 12 on the indexes of what is read for the rows of before are opened as for writing.
      if (session.major >= 12 || !isTable(relation)) return write;
      read.push({ ...READ, relation: write.relation });
    }
    changed = true;
    return { ...write, replaced: true };
  });
  return [changed ? { ...query, writes, reads: [...query.reads, ...read] } : query, ...actions];
}

const READ: Omit<QueryRead, 'relation'> = {
  locking: 'none',
  skipLocked: false,
  only: false,
  unbounded: false,
};

/** The rules of a relation that apply to a write. */
export function rulesFor(relation: Relation, { command }: Pick<QueryWrite, 'command'>): readonly Rule[] {
  if (!(isTable(relation) || isView(relation))) return [];
  return relation.rules.filter(({ event, enabled }) => enabled && event === command);
}

/** Whether a rule keeps the write itself from happening. */
export function doesInstead({ instead, conditional }: Rule): boolean {
  return instead && !conditional;
}

/** What a write to a view becomes one to, where neither rules nor triggers say what is done instead. */
function basesBehind(
  session: Session,
  relation: Relation,
  write: QueryWrite,
  around: readonly Relation[] = [],
): readonly Relation[] {
  if (relation.kind !== 'view' || relation.plain === undefined || isHandled(relation, write)) return [];
  const base = session.catalog.relations.get(relation.plain.relation);
  // A catalog that is only assumed may hold a circle.
  if (base === undefined || around.includes(base)) return [];
  return [base, ...basesBehind(session, base, write, [...around, base])];
}

/** Whether triggers or rules of a view say what is done instead of writing into it. */
export function isHandled(view: View, write: QueryWrite): boolean {
  return (
    view.triggers.some(({ row, events }) => row && events.some((event) => event === write.command)) ||
    rulesFor(view, write).some(doesInstead)
  );
}

/** By the names that its relations have now. */
function actionsOf({ catalog }: Session, { query, relations }: Rule): Query {
  const named = <T extends QueryRead | QueryWrite>(each: T, at: number): T => {
    const id = relations[at] ?? null;
    const relation = id === null ? undefined : catalog.relations.get(id);
    return relation === undefined
      ? each
      : { ...each, relation: { ...each.relation, schema: relation.schema, name: relation.name } };
  };
  return {
    ...query,
    reads: query.reads.map(named),
    writes: query.writes.map((write, at) => named(write, query.reads.length + at)),
  };
}
