import type { Client } from 'pg';
import type { RelationId } from '../../../src/analysis/catalog/relation';
import { backendOf } from '../harness/backends';
import { compareLocks, doubtful } from '../harness/compare-locks';
import type { Folding } from '../harness/folding';
import { FORGET_BOUNDS } from '../harness/forget-bounds';
import { readLocks } from '../harness/lock-modes';
import { readRelations } from '../harness/relations';
import { NAMED_BY_THE_DAY } from './named-by-the-day';

/** Runs statements of a session in transactions, and looks at what each of them locks. */
export class LockWatch {
  private earlier: ReadonlySet<RelationId> = new Set();
  private watched = 0;
  private readonly wrong: string[] = [];

  private constructor(
    private readonly client: Client,
    private readonly backend: number,
  ) {}

  static async on(client: Client): Promise<LockWatch> {
    return new LockWatch(client, await backendOf(client));
  }

  /** Runs a statement, in a transaction of its own where none is open, and compares its locks. Gives why the server refuses it, or null. */
  async around(
    folding: Folding,
    sql: string,
    runs: (sql: string) => Promise<string | null>,
  ): Promise<string | null> {
    const alone = folding.start.transaction === null;
    if (alone) {
      this.earlier = new Set();
      await this.client.query(`BEGIN; ${FORGET_BOUNDS}`);
    }
    const before = new Map(
      [...(await readRelations(this.client))].filter(([, { name }]) => !NAMED_BY_THE_DAY.test(name)),
    );
    const error = await runs(sql);
    const locks = error === null ? await readLocks(this.client, this.backend) : null;
    if (alone) await this.client.query(error === null ? 'COMMIT' : 'ROLLBACK');
    if (error !== null) return error;
    this.watched += 1;
    const differing = compareLocks(folding, { before, locks }, this.earlier);
    if (differing !== null)
      this.wrong.push(`${sql.replaceAll(/\s+/g, ' ').slice(0, 200)}\n${inLines(differing)}`);
    this.earlier = new Set([...this.earlier, ...doubtful(folding.execution)]);
    return null;
  }

  /** Prints how many statements agree, and those that do not. */
  report(): void {
    const right = this.watched - this.wrong.length;
    console.log(`  locks: ${String(right)} of ${String(this.watched)} statements agree`);
    for (const each of this.wrong) console.log(`  locks differ: ${each}`);
  }
}

function inLines({ server, ours }: { readonly server: unknown; readonly ours: unknown }): string {
  return `    server: ${JSON.stringify(server)}\n    ours:   ${JSON.stringify(ours)}`;
}
