import type { ReviewInput } from '../review';
import { judge } from '../rules/judge';
import type { AnalyzedGroup } from './analyze-sequence';
import { analyzeGroup } from './analyze-sequence';

/**
 * What the base versions of edited migrations are told, analysed in the same way: the change set introduced only what is not
 * among it. By judged migration; null for files that were not there.
 */
export function baseJudgements(
  { inputs, start }: AnalyzedGroup,
  input: ReviewInput,
): readonly (ReadonlySet<string> | null)[] {
  return inputs.map((migration) => {
    const extract = migration.judged?.base ?? null;
    if (extract === null) return null;
    const { run } = analyzeGroup(start, [{ ...migration, extract }], input, []);
    const told = judge({ ...run, options: input.options }, input.rules).map(({ rule, step }) =>
      introductionKey(rule, step === null ? '' : (run.steps[step]?.statement.text ?? '')),
    );
    return new Set(told);
  });
}

/** Equal for the same rule on the same statement, whatever the white space. */
export function introductionKey(rule: string, statement: string): string {
  return `${rule}\u0000${statement.replace(/\s+/g, ' ')}`;
}
