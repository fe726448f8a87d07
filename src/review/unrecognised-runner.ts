import type { Report } from '../findings/report';

/**
 * The report with one line a sequence whose runner is not recognised, where that matters: of several statements outside of
 * a transaction that the file opens itself, somebody decides which share one.
 */
export function withUnrecognisedRunners(report: Report): Report {
  const sequences = new Set(
    report.migrations.flatMap(({ transaction, steps, sequence }) => {
      const assumed = steps.filter(({ step }) => step.isTransactionAssumed);
      return transaction === 'unknown' && assumed.length > 1 ? [sequence] : [];
    }),
  );
  const notes = [...sequences].map(
    (sequence) =>
      `The runner of ${sequence === '' ? 'these files' : sequence} is not recognised, so what shares a transaction is assumed; "tool" or "transaction" in the configuration says it.`,
  );
  return { ...report, notes: [...notes, ...report.notes] };
}
