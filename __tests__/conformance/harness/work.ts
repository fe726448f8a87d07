import type { Relation } from './relations';

/** What was read and written, told by the catalogs before and after and by the messages at debug level. */
export interface WorkDone {
  readonly rewrite: readonly string[];
  readonly indexRebuild: readonly string[];
  readonly scanned: readonly string[];
}

type Relations = ReadonlyMap<number, Relation>;

/** Compares two readings of the catalog. Names are those before the statement. */
export function workDone(before: Relations, after: Relations, messages: readonly string[]): WorkDone {
  const rewrite = new Set<string>();
  const indexRebuild = new Set<string>();
  const scanned = new Set<string>();
  for (const old of before.values()) {
    const isIndex = old.kind === 'index' || old.kind === 'partitioned index';
    const now = after.get(old.oid) ?? (isIndex ? madeAnew(old, before, after) : undefined);
    if (now === undefined) continue;
    const moved = now.file !== old.file && old.kind !== 'sequence';
    if (moved) (isIndex ? indexRebuild : rewrite).add(old.name);
    // A new file that holds something was filled by copying; an index only when it moved to another tablespace as it is.
    if (moved && !isIndex && now.size > 0) scanned.add(old.name);
    if (moved && isIndex && now.tablespace !== old.tablespace && !isBuilt(old, messages))
      scanned.add(old.name);
    if (now.rowsScanned > old.rowsScanned || (holdsRows(old) && now.analyzed !== old.analyzed))
      scanned.add(old.name);
  }
  return { rewrite: sorted(rewrite), indexRebuild: sorted(indexRebuild), scanned: sorted(scanned) };
}

/** An index that is built again under its old name (ALTER TYPE, REINDEX CONCURRENTLY) has another oid; one that takes over the name has not. */
function madeAnew(old: Relation, before: Relations, after: Relations): Relation | undefined {
  return [...after.values()].find(({ name, oid }) => name === old.name && !before.has(oid));
}

function holdsRows({ kind }: Relation): boolean {
  return kind === 'table' || kind === 'materialized view';
}

/** Tables that VACUUM went through; only to be asked for statements outside of a transaction, where nothing else writes these. */
export function vacuumed(before: Relations, after: Relations): readonly string[] {
  return [...before.values()]
    .filter(holdsRows)
    .filter((old) => after.get(old.oid)?.file === old.file && after.get(old.oid)?.vacuumed !== old.vacuumed)
    .map(({ name }) => name);
}

/** Tables whose empty tail VACUUM cut off, for which it takes ACCESS EXCLUSIVE between two looks at `pg_locks`. */
export function truncatedTails(before: Relations, messages: readonly string[]): readonly Relation[] {
  return messages.flatMap((message) => {
    const table = /^(?:table )?"([^"]+)": truncated \d+ to \d+ pages/
      .exec(message)?.[1]
      ?.replace(/^.*\./, '');
    return [...before.values()].filter(({ name }) => name === table);
  });
}

/** Tables that an index was built from, by the messages: outside of a transaction nobody else tells. An empty one is not scanned. */
export function scannedByMessage(before: Relations, messages: readonly string[]): readonly string[] {
  const names = messages.flatMap((message) => {
    const found =
      /^building index "[^"]+" on table "([^"]+)"/.exec(message) ??
      /^(?:verifying|rewriting) table "([^"]+)"/.exec(message);
    return found?.[1] ?? [];
  });
  // Messages name a relation without its schema.
  return names.flatMap((name) =>
    [...before.values()]
      .filter((relation) => relation.name.replace(/^.*\./, '') === name && relation.size > 0)
      .map((relation) => relation.name),
  );
}

function isBuilt(index: Relation, messages: readonly string[]): boolean {
  return messages.some((message) => message.startsWith(`building index "${index.name}"`));
}

function sorted(names: ReadonlySet<string>): readonly string[] {
  return [...names].sort();
}
