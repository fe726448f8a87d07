import type { RunMigration } from '../analysis/run';
import { commentLike, findSuppressions } from '../findings/suppression';
import type { Suppression } from '../findings/suppression';
import { suppress } from '../findings/suppress';
import type { ReviewInput } from '../review';
import type { Judgement } from '../rules/judge';
import { judgeSuppressions } from '../rules/pipeline-judgements';
import { comments } from '../sql/comments';
import type { Gap } from '../sql/gap';
import { isSqlFile } from '../sql/sql-file';

/** What the suppressions of one migration do. */
export interface Suppressed {
  /** By judgement. */
  readonly by: readonly (Suppression | undefined)[];
  readonly ofGaps: readonly ({ readonly reason: string; readonly line: number } | null)[];
  /** What is said of the suppressions themselves. */
  readonly own: readonly Judgement[];
}

/** Finds the suppressions of a migration, and what each of them accepts. */
export function suppressionsOf(
  migration: RunMigration,
  judgements: readonly Judgement[],
  gaps: readonly Gap[],
  input: ReviewInput,
): Suppressed {
  const { source } = migration;
  if (!source.text.includes('pgfence')) return { by: [], ofGaps: [], own: [] };
  const ranges = isSqlFile(source.path) ? comments(source.text) : commentLike(source.text);
  const suppressions = findSuppressions(source, ranges);
  if (suppressions.length === 0) return { by: [], ofGaps: [], own: [] };
  const targets = [
    ...judgements.map(({ rule, at }) => ({ rule, start: at.start, end: at.end })),
    ...gaps.map(({ reason, at }) => ({
      rule: reason === 'syntax-error' ? 'syntax-error' : 'unread-sql',
      start: at.start,
      end: at.end,
    })),
  ];
  const statements = [...migration.steps.map((step) => step.statement.at), ...gaps.map((gap) => gap.at)]
    .filter((span) => span.file === source.path)
    .sort((a, b) => a.start - b.start);
  const { by, ...result } = suppress(targets, suppressions, statements);
  return {
    by: by.slice(0, judgements.length),
    ofGaps: by
      .slice(judgements.length)
      .map((one) => (one === undefined ? null : { reason: one.reason, line: one.line })),
    own: judgeSuppressions(suppressions, result, input.rules, input.knownRules, {
      file: source.path,
      migration: migration.index,
    }),
  };
}
