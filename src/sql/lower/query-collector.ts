import type { ObjectName, RelationName } from '../../postgres/name';
import type { QueryRead, QueryWrite } from '../../postgres/query';
import type { Call } from './lowering';

/** Gathers what a query and everything inside it touches. The same reading of the same relation is noted once. */
export class QueryCollector {
  readonly reads: QueryRead[] = [];
  readonly writes: QueryWrite[] = [];
  readonly calls: Call[] = [];
  readonly collations: ObjectName[] = [];
  readonly #seen = new Set<string>();

  addRead(read: QueryRead): void {
    const { relation, locking, skipLocked, only, unbounded, condition = null } = read;
    const key = JSON.stringify([
      relation.schema,
      relation.name,
      locking,
      skipLocked,
      only,
      unbounded,
      condition,
    ]);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.reads.push(read);
  }

  addWrite(write: QueryWrite): void {
    this.writes.push(write);
  }

  addCall(call: Call): void {
    this.calls.push(call);
  }

  addCollation(name: ObjectName): void {
    this.collations.push(name);
  }

  /** The relations read since a given number of readings, each once. */
  relationsSince(start: number): readonly RelationName[] {
    const byName = new Map<string, RelationName>();
    for (const { relation } of this.reads.slice(start))
      byName.set(JSON.stringify([relation.schema, relation.name]), relation);
    return [...byName.values()];
  }
}
