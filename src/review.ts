import type { MigrationFacts } from './analysis/run';
import type { Risk } from './findings/finding';
import type { Report } from './findings/report';
import type { ActiveRule, Judgement } from './rules/judge';
import { judge } from './rules/judge';
import type { RuleOptions } from './rules/rule';
import type { Place } from './sql/line-map';
import type { Parser } from './sql/parse';
import type { Extraction } from './tools/tool';
import type { AnalyzedGroup } from './review/analyze-sequence';
import { analyzeSequence } from './review/analyze-sequence';
import { assemble } from './review/assemble';
import { baseJudgements } from './review/base-judgements';

/** One migration of a sequence, in its place in the order. */
export interface MigrationInput {
  readonly facts: MigrationFacts;
  /** Read when it is its turn, and let go of afterwards. */
  readonly extract: () => Extraction;
  /** Null: history, known and not judged. */
  readonly judged: JudgedInput | null;
}

/** What is known of a migration that is judged. */
export interface JudgedInput {
  /** The place is part of what the change set adds or changes. */
  readonly isChanged: (place: Place) => boolean;
  /** The version at the base, where the change set edits a file that was there; null otherwise. */
  readonly base: (() => Extraction) | null;
}

/** What one runner runs in one order, on one database. */
export interface SequenceInput {
  readonly sequence: string;
  /** The history begins at an empty database. */
  readonly complete: boolean;
  readonly migrations: readonly MigrationInput[];
}

/** All that a review depends on. */
export interface ReviewInput {
  readonly parser: Parser;
  /** The server's major, 11 to 18. */
  readonly major: number;
  readonly sequences: readonly SequenceInput[];
  /** The judged migrations ship together: a diff, or `--together`. */
  readonly knownChangeSet: boolean;
  readonly historySource: 'files' | 'snapshot' | 'none';
  /** `changed`, `paths`, `all`, or why the diff was not to be had. */
  readonly scope: string;
  readonly rules: readonly ActiveRule[];
  readonly knownRules: ReadonlySet<string>;
  readonly options: RuleOptions;
  readonly gate: Gate;
  /** Version of the program. */
  readonly version: string;
  readonly notes: readonly string[];
}

/** What fails. */
export interface Gate {
  readonly failOn: Risk | 'never';
  /** False without a change set to speak of, and on a push to the default branch. */
  readonly gates: boolean;
  /** Findings on statements that the change set did not introduce gate too. */
  readonly unchanged: boolean;
}

/** A group after judgement. */
export interface JudgedGroup extends AnalyzedGroup {
  readonly judgements: readonly Judgement[];
  /** By migration of the run: rule and statement of what its base version was already told. */
  readonly base: readonly (ReadonlySet<string> | null)[];
}

/** The whole pipeline: what the tools will run, folded, looked up and judged, as a report. */
export function review(input: ReviewInput): Report {
  return assemble(judgedGroups(input), input);
}

/** One after the other, so that what was folded and looked up for one can go before the next is read. */
function* judgedGroups(input: ReviewInput): Iterable<JudgedGroup> {
  for (const sequence of input.sequences) {
    for (const group of analyzeSequence(sequence, input)) {
      const judgements = judge({ ...group.run, options: input.options }, input.rules);
      yield { ...group, judgements, base: baseJudgements(group, input) };
    }
  }
}
