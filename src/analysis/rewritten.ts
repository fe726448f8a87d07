import type { Query, QueryRead, QueryWrite } from '../postgres/query';
import { isTable, isView } from './catalog/find';
import type { Relation, RelationId, Rule } from './catalog/relation';
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
    const rules = relation === undefined ? [] : rulesFor(relation, write);
    if (relation === undefined || rules.length === 0) return write;
    // A rule that leads back to its relation is refused when it runs.
    if (!around.includes(relation.id))
      for (const rule of rules)
        actions.push(...rewritten(session, actionsOf(session, rule), [...around, relation.id]));
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
