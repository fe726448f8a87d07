import type { Report } from '../findings/report';

/**
 * The report with one line a sequence whose runner is not recognised, where that matters: with several statements in a file,
 * somebody decides which of them share a transaction.
 */
export function withUnrecognisedRunners(report: Report): Report {
  const sequences = new Set(
    report.migrations.flatMap(({ transaction, steps, sequence }) =>
      transaction === 'unknown' && steps.length > 1 ? [sequence] : [],
    ),
  );
  const notes = [...sequences].map(
    (sequence) =>
      `The runner of ${sequence === '' ? 'these files' : sequence} is not recognised, so what shares a transaction is assumed; "tool" or "transaction" in the configuration says it.`,
  );
  return { ...report, notes: [...notes, ...report.notes] };
}
