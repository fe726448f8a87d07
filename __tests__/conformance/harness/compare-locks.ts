import type { RelationId } from '../../../src/analysis/catalog/relation';
import type { Session } from '../../../src/analysis/session';
import type { LockMode } from '../../../src/postgres/lock-mode';
import { stronger } from '../../../src/postgres/lock-mode';
import type { Folding } from './folding';
import type { HeldLock } from './lock-modes';
import type { Relation } from './relations';

/** What a server shows of a statement: the relations before it, and the locks after it; null if nobody looked. */
export interface Seen {
  readonly before: ReadonlyMap<number, Relation>;
  readonly locks: readonly HeldLock[] | null;
}

/** Modes by relation, of those that differ. */
export interface DifferingLocks {
  readonly server: unknown;
  readonly ours: unknown;
}

/**
 * The locks that only one side knows, or knows in another mode; null if there are none. What rows decide is left out, and so is what
 * `earlier` statements of the open transaction had in doubt.
 */
export function compareLocks(
  { start, after, execution }: Folding,
  done: Seen,
  earlier: ReadonlySet<RelationId>,
): DifferingLocks | null {
  if (done.locks === null) return null;
  const server = new Map<string, LockMode>();
  for (const { relation, mode } of done.locks) {
    const name = done.before.get(relation)?.name;
    if (name !== undefined) put(server, name, mode);
  }
  const ours = new Map<string, LockMode>();
  const held = start.transaction === null ? [] : (after.transaction?.held ?? []);
  const { relations } = execution.before.catalog;
  for (const { relation, mode } of held) {
    const known = relations.get(relation);
    if (known !== undefined) put(ours, shortName(`${known.schema}.${known.name}`), mode);
  }
  for (const { relation, mode } of execution.locks) put(ours, shortName(relation.name), mode);
  for (const name of created(start, relations)) {
    server.delete(name);
    ours.delete(name);
  }
  const sequences = new Set(
    [...done.before.values()].filter(({ kind }) => kind === 'sequence').map(({ name }) => name),
  );
  for (const id of [...doubtful(execution), ...earlier]) {
    const relation = relations.get(id);
    if (relation === undefined) continue;
    const name = shortName(`${relation.schema}.${relation.name}`);
    if (server.get(name) === ours.get(name)) continue;
    server.delete(name);
    ours.delete(name);
  }
  // What nextval locks stays locked when the statement fails.
  if (start.transaction !== null)
    for (const name of sequences) {
      server.delete(name);
      ours.delete(name);
    }
  return differingLocks(server, ours);
}

/** The entries that differ, as two records. */
function differingLocks(
  server: ReadonlyMap<string, LockMode>,
  ours: ReadonlyMap<string, LockMode>,
): DifferingLocks | null {
  const names = [...new Set([...server.keys(), ...ours.keys()])].filter(
    (name) => server.get(name) !== ours.get(name),
  );
  if (names.length === 0) return null;
  const only = (from: ReadonlyMap<string, LockMode>): unknown =>
    Object.fromEntries(names.sort().map((name) => [name, from.get(name) ?? null]));
  return { server: only(server), ours: only(ours) };
}

/** What is only assumed, and where rows decide: the other ends of keys are looked at for each row that is written, of which there may be none. */
export function doubtful({ locks }: Folding['execution']): readonly RelationId[] {
  return locks
    .filter(
      ({ effects, certainty }) =>
        certainty === 'assumed' || effects.some((effect) => ROWS_DECIDE.test(effect)),
    )
    .map(({ relation }) => relation.id);
}

const ROWS_DECIDE = /^query\/(keys-|default-sequences)/;

/** What the open transaction made itself: nobody else can see it. */
export function created(start: Session, relations: Session['catalog']['relations']): readonly string[] {
  const ordinal = start.transaction?.ordinal;
  return [...relations.values()]
    .filter(
      ({ origin, persistence }) =>
        persistence === 'temporary' || (ordinal !== undefined && origin.transaction === ordinal),
    )
    .map(({ schema, name }) => shortName(`${schema}.${name}`));
}

function put(modes: Map<string, LockMode>, name: string, mode: LockMode): void {
  const known = modes.get(name);
  modes.set(name, known === undefined ? mode : stronger(known, mode));
}

/** The name of a relation as the server shows it to a session that looks in `public`. */
export function shortName(name: string): string {
  return name.replace(/^public\./, '');
}
