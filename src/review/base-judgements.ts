import type { ReviewInput, SequenceInput, Starts } from '../review';
import { judge } from '../rules/judge';
import { analyzeOne } from './analyze-sequence';

/**
 * What the base versions of edited migrations are told, analysed in the same way: the change set introduced only what is not
 * among it. By judged migration; null for files that were not there.
 */
export function baseJudgements(
  sequence: SequenceInput,
  starts: Starts,
  input: ReviewInput,
): readonly (ReadonlySet<string> | null)[] {
  return sequence.migrations
    .filter((migration) => migration.judged !== null)
    .map((migration, index) => {
      const base = migration.judged?.base ?? null;
      const start = starts[index];
      if (base === null || start === undefined) return null;
      const run = analyzeOne(start, { ...migration, extract: base }, input);
      return new Set(
        judge({ ...run, options: input.options }, input.rules).map((judgement) =>
          introductionKey(
            judgement.rule,
            judgement.step === null ? '' : (run.steps[judgement.step]?.statement.text ?? ''),
          ),
        ),
      );
    });
}

/** Equal for the same rule on the same statement, whatever the white space. */
export function introductionKey(rule: string, statement: string): string {
  return `${rule}\u0000${statement.replace(/\s+/g, ' ')}`;
}
