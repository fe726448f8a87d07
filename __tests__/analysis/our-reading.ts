import type { LockMode } from '../../src/postgres/lock-mode';
import { LOCK_MODES } from '../../src/postgres/lock-mode';
import { isHeldUp } from '../../src/postgres/effects/effects';
import type { Migration } from '../../src/analysis/analyze';
import { analyze, foldHistory } from '../../src/analysis/analyze';
import { autocommitOnly } from '../../src/analysis/autocommit-only';
import { lookUp } from '../../src/analysis/look-up';
import { emptySession } from '../../src/analysis/session';
import type { LockFact, RelationReference, Step } from '../../src/analysis/step';
import { verbatimFragment } from '../../src/sql/fragment';
import { lower } from '../../src/sql/lower/lower';
import type { ParsedStatement, Parser } from '../../src/sql/parse';
import { filePath } from '../../src/sql/source';

/** What we say that a server does for a statement, in the words of lock-facts.json. */
export interface Reading {
  /** The strongest mode per relation that existed before; empty after an error. */
  readonly locks: Readonly<Record<string, LockMode>>;
  /** Relations (no indexes) whose rows are copied into a new file. */
  readonly rewrite: readonly string[];
  /** Indexes with work of their own. */
  readonly indexRebuild: readonly string[];
  /** Whose rows are read. */
  readonly scanned: readonly string[];
  readonly error: string | null;
  readonly transaction: boolean | null;
  readonly blocks: { readonly read: readonly string[]; readonly write: readonly string[] };
  /** Per relation the modes with which others hold up the statement. */
  readonly heldUpBy: Readonly<Record<string, readonly LockMode[]>>;
  /** The lines of the effect table that apply. */
  readonly effects: readonly string[];
  /** What was taken for the worse. */
  readonly assumed: readonly string[];
}

/** Reads a statement after a setup that is the whole history of the database. */
export type Reader = (setup: string, statement: string, major: number) => Reading;

/** A reader that parses and lowers a text once for all majors, and keeps the session after each setup. */
export function readerWith(parser: Parser): Reader {
  const migration = kept((sql: string): Migration => {
    const source = { path: filePath('migration.sql'), text: sql };
    return { items: parser.parse(verbatimFragment(source, 'none')), transaction: 'none' };
  });
  const tools = { lower: kept((statement: ParsedStatement) => lower(statement, parser)), lookUp };
  const sessionAfter = kept((setup: string) =>
    kept((major: number) => foldHistory(emptySession(major, true), [migration(setup)], tools.lower)),
  );
  return (setup, statement, major) => {
    const session = sessionAfter(setup)(major);
    // Each file runs in a session of its own: what the setup sets has to be set again.
    const settings = SETTINGS.exec(setup)?.[0] ?? '';
    const { steps } = analyze(session, [migration(settings + statement)], tools, {
      knownChangeSet: false,
      historyIsWhole: true,
    });
    const step = steps.at(-1);
    if (step === undefined || steps.length > (settings === '' ? 1 : 2))
      throw new Error(`Not one statement: ${statement}`);
    return readingOf(step, major);
  };
}

/** The same function, which works each answer out once. */
function kept<K, V>(answer: (key: K) => V): (key: K) => V {
  const answers = new Map<K, V>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const value = answer(key);
    answers.set(key, value);
    return value;
  };
}

const SETTINGS = /^SET [^;]*;\n/;

function readingOf(step: Step, major: number): Reading {
  const unparsed = (step.requires ?? 0) > major;
  const error = unparsed ? '42601' : (step.refusals[0]?.sqlState ?? null);
  const transaction = unparsed
    ? null
    : !step.operations.some((operation) => autocommitOnly(step.before, operation));
  const locks = error === null ? step.locks.filter(({ visible }) => visible) : [];
  const stops = error === null ? step.stops : [];
  return {
    locks: Object.fromEntries(
      locks.map(({ relation, mode }) => [nameOf(relation), mode] as const).sort(byName),
    ),
    rewrite: named(
      locks.filter((lock) => !isIndex(lock) && (lock.work === 'rewrite' || lock.work === 'copy-file')),
    ),
    indexRebuild: named(locks.filter((lock) => isIndex(lock) && lock.work !== 'none')),
    scanned: named(
      locks.filter((lock) => (isIndex(lock) ? lock.work === 'copy-file' : lock.work !== 'none')),
    ),
    error,
    transaction,
    blocks: {
      read: named(stops.filter(({ reads }) => reads)),
      write: named(stops.filter(({ writes }) => writes)),
    },
    heldUpBy: Object.fromEntries(
      locks.map(({ relation, effects, mode }) => [
        nameOf(relation),
        LOCK_MODES.filter((held) => isHeldUp(effects, mode, held)),
      ]),
    ),
    effects: [...new Set(locks.flatMap(({ effects }) => effects))],
    assumed: locks.flatMap(({ relation, unless }) =>
      unless.map((clause) => `${nameOf(relation)}: unless ${clause}`),
    ),
  };
}

function isIndex({ relation }: LockFact): boolean {
  return relation.kind === 'index' || relation.kind === 'partitioned index';
}

function named(facts: readonly { readonly relation: RelationReference }[]): readonly string[] {
  return facts.map(({ relation }) => nameOf(relation)).sort();
}

function nameOf({ name }: RelationReference): string {
  return name.replace(/^public\./, '');
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
