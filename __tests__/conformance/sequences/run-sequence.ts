import { autocommitOnly } from '../../../src/analysis/autocommit-only';
import { describeCatalog } from '../../../src/analysis/catalog/describe';
import type { RelationId } from '../../../src/analysis/catalog/relation';
import type { Session } from '../../../src/analysis/session';
import { emptySession } from '../../../src/analysis/session';
import type { LockFact } from '../../../src/analysis/step';
import { set } from '../../../src/analysis/transaction';
import { verbatimFragment } from '../../../src/sql/fragment';
import type { ParsedStatement, Parser } from '../../../src/sql/parse';
import { filePath } from '../../../src/sql/source';
import { disagreements, objectsOf } from '../harness/catalog-objects';
import { compareLocks, created, doubtful, shortName } from '../harness/compare-locks';
import type { Folding } from '../harness/folding';
import { foldOne } from '../harness/folding';
import type { Bench, Done } from './bench';
import { TIME_ZONE } from './bench';
import type { Choice } from './chooser';
import { Chooser } from './chooser';
import type { Mismatch } from './mismatch';
import { differingNames } from './mismatch';
import { statementFor } from './statements';
import { World } from './world';

/** How a sequence went: up to its end, or to the first statement of which server and reading differ. */
export interface Outcome {
  readonly statements: readonly string[];
  /** The statements that the server took. */
  readonly compared: number;
  /** What the server refused, by SQLSTATE: foreseen by us, or not. */
  readonly refused: readonly {
    readonly code: string;
    readonly foreseen: 'yes' | 'for another reason' | 'no';
    readonly statement: string;
  }[];
  readonly mismatch: Mismatch | null;
}

/** Runs what the choices stand for on an empty database, and compares after each statement. */
export async function runChoices(
  bench: Bench,
  parser: Parser,
  major: number,
  choices: readonly Choice[],
): Promise<Outcome> {
  return runSequence(
    bench,
    parser,
    major,
    choices.map((choice) => (session: Session) => statementFor(new World(session, new Chooser(choice)))),
  );
}

/** Runs statements, each given by its text or by what the session before it makes of it. */
export async function runSequence(
  bench: Bench,
  parser: Parser,
  major: number,
  sources: readonly (string | ((session: Session) => string))[],
): Promise<Outcome> {
  await bench.clear();
  let session = set(emptySession(major, true), 'timezone', TIME_ZONE, false);
  const statements: string[] = [];
  const refused: Outcome['refused'][number][] = [];
  let compared = 0;
  let earlier: ReadonlySet<RelationId> = new Set();
  for (const source of sources) {
    const sql = typeof source === 'string' ? source : source(session);
    statements.push(sql);
    const folding = foldOne(session, parse(parser, sql), parser);
    const done = await bench.run(sql);
    if (session.transaction === null) earlier = new Set();
    const mismatch = compare(folding, done, major, earlier);
    earlier = new Set([...earlier, ...doubtful(folding.execution)]);
    if (mismatch !== null && !(await isOfDeadRows(bench, mismatch)))
      return { statements, compared, refused, mismatch };
    if (done.error === null) {
      compared += 1;
      session = folding.after;
    } else {
      const reasons = refusalsOf(folding, major);
      const foreseen =
        reasons.length === 0 ? 'no' : reasons.includes(done.error.code) ? 'yes' : 'for another reason';
      refused.push({ code: done.error.code, foreseen, statement: sql });
    }
  }
  return { statements, compared, refused, mismatch: null };
}

/**
 * Nothing was read where we say so, for there was nothing to read: rows that were deleted or rolled back. A check of two tables
 * stops where one of them has none.
 */
async function isOfDeadRows(bench: Bench, { aspect, server, touched = [] }: Mismatch): Promise<boolean> {
  if (aspect !== 'scan' || !Array.isArray(server) || server.length > 0) return false;
  for (const name of touched) if (await bench.isEmpty(name)) return true;
  return false;
}

function parse(parser: Parser, sql: string): ParsedStatement {
  const [statement] = parser.parse(verbatimFragment({ path: filePath('sequence.sql'), text: sql }, 'none'));
  if (statement?.kind !== 'statement') throw new Error(`Not a statement: ${sql}`);
  return statement;
}

function refusalsOf({ execution, requires }: Folding, major: number): readonly string[] {
  return [
    ...((requires ?? 0) > major ? ['42601'] : []),
    ...execution.refusals.map(({ sqlState }) => sqlState),
  ];
}

function refusalOf(folding: Folding, major: number): string | null {
  return refusalsOf(folding, major)[0] ?? null;
}

function compare(
  folding: Folding,
  done: Done,
  major: number,
  earlier: ReadonlySet<RelationId>,
): Mismatch | null {
  const refusal = refusalOf(folding, major);
  if (done.error !== null) return null;
  if (refusal !== null)
    return { aspect: 'refusal', server: null, ours: folding.execution.refusals[0] ?? refusal };
  const { execution, start } = folding;
  const alone = execution.operations.some((operation) => autocommitOnly(start, operation));
  if (alone === done.inTransaction)
    return { aspect: 'transaction', server: done.inTransaction, ours: !alone };
  return (
    locksOf(folding, done, earlier) ?? compareWork(folding, done) ?? compareCatalog(folding, done, major)
  );
}

const CHECKS_KEYS = /-key\/scan$|\/check-keys/;

function locksOf(folding: Folding, done: Done, earlier: ReadonlySet<RelationId>): Mismatch | null {
  const found = compareLocks(folding, done, earlier);
  return found === null ? null : { aspect: 'locks', ...found };
}

function compareWork({ execution, start }: Folding, done: Done): Mismatch | null {
  const queries = new Set(['query', 'copy-from', 'copy-to', 'copy-table-to', 'analyze', 'explain']);
  if (!done.inTransaction || execution.operations.some(({ kind }) => queries.has(kind))) return null;
  const full = new Set(
    [...done.before.values()]
      .filter(({ oid, size, kind }) => size > 0 && kind !== 'index' && !done.emptied.has(oid))
      .map(({ name }) => name),
  );
  const own = new Set(created(start, execution.before.catalog.relations));
  const concerns = (name: string): boolean => full.has(name) && !own.has(name);
  const worked = (fits: (lock: LockFact) => boolean): readonly string[] =>
    execution.locks
      .filter(fits)
      .map(({ relation }) => shortName(relation.name))
      .filter(concerns);
  const rewrite = differingNames(
    done.work.rewrite.filter((name) => concerns(name) && done.work.scanned.includes(name)),
    worked(({ work }) => work === 'rewrite' || work === 'copy-file'),
  );
  if (rewrite !== null) return { aspect: 'rewrite', ...rewrite };
  // Which of the two ends a check of keys reads is the planner's choice, and the rows'.
  const missed = worked(({ work, effects }) => work !== 'none' && effects.some((id) => CHECKS_KEYS.test(id)));
  const seen = done.work.scanned.filter(concerns);
  const scan = differingNames(
    seen,
    worked(({ work }) => work !== 'none').filter((name) => seen.includes(name) || !missed.includes(name)),
  );
  // A check of two tables stops where one of them is empty.
  const touched = execution.locks
    .filter(({ relation }) => relation.kind === 'table')
    .map(({ relation }) => shortName(relation.name));
  if (
    scan !== null &&
    !((scan.server as readonly string[]).length === 0 && touched.some((name) => !full.has(name)))
  )
    return { aspect: 'scan', ...scan, touched };
  return null;
}

function compareCatalog({ after }: Folding, done: Done, major: number): Mismatch | null {
  const wrong = disagreements(done.catalog, objectsOf(describeCatalog(after.catalog, major)));
  if (wrong.length === 0) return null;
  const side = (key: 'server' | 'ours'): unknown =>
    Object.fromEntries(wrong.map((each) => [each.object, each[key]]));
  return { aspect: 'catalog', server: side('server'), ours: side('ours') };
}
