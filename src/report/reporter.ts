import type { Report } from '../findings/report';

/** What a rendering depends on beside the report. */
export interface ReportContext {
  /** The page of a rule. */
  ruleUrl(rule: string): string;
}

/** Turns a report into text. Who writes it where is the caller's business. */
export type Reporter<Context extends ReportContext = ReportContext> = (
  report: Report,
  context: Context,
) => string;
