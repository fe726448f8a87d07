import type { ObjectName, RelationName } from '../../postgres/name';
import type { QueryRead, QueryWrite } from '../../postgres/query';
import type { Call } from './lowering';

/** Gathers what a query and everything inside it touches. The same reading of the same relation is noted once. */
export class QueryCollector {
  readonly reads: QueryRead[] = [];
  readonly writes: QueryWrite[] = [];
  readonly calls: Call[] = [];
  readonly collations: ObjectName[] = [];
  #expressions = 0;
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
      this.#expressions > 0,
    ]);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.reads.push(this.#expressions > 0 ? { aside: true, ...read } : read);
  }

  /** Whatever `read` finds stands in an expression, or in WITH. */
  inExpression<T>(read: () => T): T {
    this.#expressions += 1;
    const result = read();
    this.#expressions -= 1;
    return result;
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
