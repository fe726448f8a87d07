import type { LockMode } from '../postgres/lock-mode';
import { conflicts } from '../postgres/lock-mode';
import type { Work } from '../postgres/effects/effect';
import type { Catalog } from './catalog/catalog';
import { ancestors, childrenOf, heirs, isIndex, isTable, readersOf } from './catalog/find';
import type { Relation, Table } from './catalog/relation';
import { withAttachmentsOn } from './catalog/uses';
import { longer, longest } from './longest';
import { referenceTo } from './reference';
import { behindView, narrowedToOnly, picksRows } from './roles/behind-view';
import { hasChildren } from './roles/planned-bounds';
import type { Session } from './session';
import type { LockFact, Stop } from './step';

/** What reading or writing a relation asks for, on the relation and on everything behind it. */
const READING: LockMode = 'ACCESS SHARE';
const WRITING: LockMode = 'ROW EXCLUSIVE';

/**
 * Which relations readers and writers have to wait for, derived from the locks by the paths that queries take. Reading a relation
 * asks for ACCESS SHARE on it, on each index (planning opens them all), on all partitions and heirs, and on what lies behind a view;
 * writing asks for ROW EXCLUSIVE there. Who reads or writes a partition that is partitioned itself looks at its ancestors too, and
 * up to 13 who writes any partition. Who writes a relation with rules asks for what their actions read and write. As measured, keys
 * that a write has to check do not count.
 */
export function stopsOf(session: Session, locks: readonly LockFact[]): readonly Stop[] {
  const work = longest(locks.map((lock) => lock.work));
  const stops = new Map<Relation, Stop>();
  const paths = new Map<Relation, readonly Path[]>();
  for (const lock of locks) {
    // Whoever has to wait for a reader has to wait for a writer.
    if (!lock.visible || lock.isNew || !conflicts(lock.mode, WRITING)) continue;
    const relation = session.catalog.relations.get(lock.relation.id);
    if (relation === undefined) continue;
    for (const { stopped, asks } of pathsTo(session, relation, paths)) {
      if (!conflicts(lock.mode, asks.mode)) continue;
      const lasts = conflicts(lock.under, asks.mode) ? work : 'none';
      stops.set(stopped, merge(stops.get(stopped), stopBy(session.catalog, stopped, asks.for, lock, lasts)));
    }
  }
  return [...stops.values()];
}

/** A relation whose readers or writers come by a locked one. */
interface Path {
  readonly stopped: Relation;
  readonly asks: { readonly for: 'reads' | 'writes'; readonly mode: LockMode };
}

/** Paths to a relation; `known` are those that were found for the same statement. */
function pathsTo(session: Session, locked: Relation, known: Map<Relation, readonly Path[]>): readonly Path[] {
  const found = known.get(locked) ?? findPaths(session, locked, known);
  known.set(locked, found);
  return found;
}

/** `fromBelow`: partitions look at their ancestors, but not at the indexes of these. */
function findPaths(
  session: Session,
  locked: Relation,
  known: Map<Relation, readonly Path[]>,
  fromBelow = true,
): readonly Path[] {
  const { catalog, major } = session;
  if (isIndex(locked)) {
    const table = catalog.relations.get(locked.table);
    // Planning opens the indexes of partitioned tables from 16 on.
    const opened = locked.kind === 'index' || major >= 16;
    if (table === undefined) return ofUnknownTable(locked);
    if (!opened) return [];
    return locked.kind === 'index' ? pathsTo(session, table, known) : findPaths(session, table, known, false);
  }
  if (locked.kind === 'sequence' || locked.kind === 'composite type') return [];
  const tables = isTable(locked) ? [locked, ...ancestors(catalog, locked)] : [];
  const below = isTable(locked) && fromBelow ? partitionedBelow(session, locked) : [];
  const read = new Set([
    ...withViews(session, locked, tables.length > 0 ? tables : [locked]),
    // They come by the locked table whatever rows they want.
    ...withViews(session, locked, below, false),
  ]);
  return [
    ...[...read].map((stopped): Path => ({ stopped, asks: { for: 'reads', mode: READING } })),
    ...tables
      .filter(isWritable)
      .map((stopped): Path => ({ stopped, asks: { for: 'writes', mode: WRITING } })),
    ...(fromBelow ? lookingUp(session, locked) : []).map((stopped): Path => ({
      stopped,
      asks: { for: 'writes', mode: READING },
    })),
    ...withRulesOn(session, locked),
  ];
}

/** Relations of which a write is rewritten to one that asks for the locked relation, too. */
function withRulesOn({ catalog }: Session, { id }: Relation): readonly Path[] {
  const tables = withAttachmentsOn(catalog, id).filter(isWritable);
  return tables.flatMap((stopped) =>
    stopped.rules.flatMap(({ enabled, query, relations }) =>
      relations.flatMap((asked, at): readonly Path[] =>
        enabled && asked === id
          ? [{ stopped, asks: { for: 'writes', mode: at < query.reads.length ? READING : WRITING } }]
          : [],
      ),
    ),
  );
}

/** The table of an index that is only named: whoever uses it comes by the index. */
function ofUnknownTable(index: Relation): readonly Path[] {
  return [
    { stopped: index, asks: { for: 'reads', mode: READING } },
    { stopped: index, asks: { for: 'writes', mode: WRITING } },
  ];
}

/** Partitions that are partitioned themselves: planning looks at their ancestors. Those with rows alone may be thousands. */
function partitionedBelow(session: Session, locked: Relation): readonly Relation[] {
  const within = (table: Relation): readonly Table[] =>
    childrenOf(session.catalog, table.id).filter(({ kind }) => kind === 'partitioned table');
  const found = new Set<Table>();
  const open = locked.kind === 'partitioned table' ? [...within(locked)] : [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...within(next));
  }
  return [...found].filter((below) => hasChildren({ session }, below));
}

/** Partitions of which a write looks at the locked table: up to 13 all, later those that are partitioned themselves. */
function lookingUp(session: Session, locked: Relation): readonly Relation[] {
  if (session.major > 13) return partitionedBelow(session, locked);
  return locked.kind === 'partitioned table' ? heirs(session.catalog, locked.id).filter(isWritable) : [];
}

/**
 * With the views over them. One that reads ONLY an ancestor does not come to the locked relation, nor does one of which the planner
 * sees that it wants no row of it, where the rows are what counts.
 */
function withViews(
  session: Session,
  locked: Relation,
  relations: readonly Relation[],
  forRows = true,
): ReadonlySet<Relation> {
  const found = new Set(relations);
  const mayBeRuledOut = forRows && isTable(locked) && locked.partition !== null;
  for (const relation of found) {
    for (const view of readersOf(session.catalog, relation.id)) {
      if (view.kind !== 'view') continue;
      const alone = relation !== locked && narrowedToOnly(view).includes(relation.id);
      const ruledOut = mayBeRuledOut && picksRows(view) && !behindView({ session }, view).includes(locked);
      if (!alone && !ruledOut) found.add(view);
    }
  }
  return found;
}

function isWritable({ kind }: Relation): boolean {
  return kind === 'table' || kind === 'partitioned table';
}

function stopBy(
  catalog: Catalog,
  stopped: Relation,
  what: 'reads' | 'writes',
  lock: LockFact,
  work: Work,
): Stop {
  return {
    relation: referenceTo(stopped),
    reads: what === 'reads',
    writes: what === 'writes',
    by: catalog.relations.has(lock.relation.id) ? [lock.relation] : [],
    work,
    certainty: lock.certainty,
  };
}

function merge(known: Stop | undefined, stop: Stop): Stop {
  if (known === undefined) return stop;
  return {
    relation: known.relation,
    reads: known.reads || stop.reads,
    writes: known.writes || stop.writes,
    by: [...known.by, ...stop.by.filter(({ id }) => known.by.every((other) => other.id !== id))],
    work: longer(known.work, stop.work),
    certainty: known.certainty === 'certain' || stop.certainty === 'certain' ? 'certain' : 'assumed',
  };
}
