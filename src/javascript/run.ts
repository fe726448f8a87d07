import type { Node, Program } from '@babel/types';
import type { GapReason } from '../sql/gap';
import { notSo } from '../sql/question';
import type { Question } from '../sql/question';
import type { Span } from '../sql/source';
import type { Journal } from './journal';
import type { ModuleRecord } from './modules';
import type { BabelParser, SyntaxFailure } from './parse';
import type { Scope } from './scope';
import type { Value } from './value';
import type { PackageFolder } from './workspace';

/** In the words of the source, and as far as the catalog may answer it. */
export interface Condition {
  readonly condition: string;
  readonly question?: Question | undefined;
}

/** The condition that holds where another does not. */
export function negated({ condition, question }: Condition): Condition {
  return {
    condition: `not (${condition})`,
    ...(question !== undefined && { question: notSo(question) }),
  };
}

/** A condition that is not known and that decides whether the code that is being read runs. */
export interface Guard extends Condition {
  readonly parent: Guard | undefined;
}

/** Something that may reach the database and could not be read. */
export interface Unread {
  readonly at: Span;
  readonly reason: GapReason;
  readonly detail: string;
}

/** Text of the files next to the one that is read: the change set first, then the tree. `null`: there is none. */
export type LoadText = (path: string) => string | null;

/** The names in a folder, sorted; `null`: there is no such folder, or nobody can tell. */
export type ListFolder = (path: string) => readonly string[] | null;

/** Modules that were parsed because others import them; one such map serves all files of a tree. */
export type ParsedModules = Map<string, Program | SyntaxFailure>;

/** One reading of one file, with what changes while it is read. */
export interface Run {
  readonly parser: BabelParser;
  readonly load: LoadText;
  readonly list: ListFolder;
  readonly packageFolder: PackageFolder;
  readonly parsed: ParsedModules;
  /** What importing a package by its name gives. */
  readonly packages: ReadonlyMap<string, Value>;
  /** What a runner puts into the global scope. */
  readonly globals: ReadonlyMap<string, Value>;
  readonly report: (unread: Unread) => void;
  readonly modules: Map<string, ModuleRecord>;
  steps: number;
  depth: number;
  guard: Guard | undefined;
  journal: Journal | undefined;
  /** Inside of a `catch`: what stands there answers a failure. */
  handling: boolean;
  /** The first call of code that could not be read and that was given nothing by which it could reach the database. */
  unfollowed: Unread | undefined;
}

/** The most nodes that are evaluated for one file. Real migrations stay below a hundredth of it. */
export const MAX_STEPS = 400_000;
/** The most calls within calls. */
export const MAX_DEPTH = 60;

/** Ends the reading of a file that asks for too much; the entry makes it a gap. */
export class OutOfBudget extends Error {
  constructor(readonly at: Span) {
    super('The file computes more than is worth following');
  }
}

export function countStep(run: Run, node: Node, scope: Scope): void {
  run.steps += 1;
  if (run.steps > MAX_STEPS) throw new OutOfBudget(spanOf(node, scope));
}

export function spanOf(node: Node, scope: Scope): Span {
  return { file: scope.module.path, start: node.start ?? 0, end: node.end ?? 0 };
}

/** The source of a node on one line, cut to a length that fits a message. */
export function excerpt(node: Node, scope: Scope, length = 60): string {
  const start = node.start ?? 0;
  const text = scope.module.text
    .slice(start, Math.min(node.end ?? 0, start + length * 4))
    .replace(/\s+/g, ' ');
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

/** Runs with a condition in force, and takes it off afterwards. */
export function withGuard<Result>(run: Run, condition: Condition | string, body: () => Result): Result {
  const outer = run.guard;
  run.guard = typeof condition === 'string' ? { condition, parent: outer } : { ...condition, parent: outer };
  try {
    return body();
  } finally {
    run.guard = outer;
  }
}
