import type { Finding } from './finding';
import { worstRisk } from './finding';
import type { ReportedMigration, ReportSummary } from './report';

/** The counts of a report. A statement that became a gap is in `gaps`, every other one is understood; a placeholder in a name counts in both. */
export function summaryOf(
  migrations: readonly ReportedMigration[],
  findings: readonly Finding[],
): ReportSummary {
  const statements = { safe: 0, low: 0, medium: 0, high: 0, critical: 0 };
  let understood = 0;
  let gaps = 0;
  let suppressed = 0;
  for (const migration of migrations) {
    for (const { risk, step } of migration.steps) {
      statements[risk] += 1;
      if (step.isUnderstood) understood += 1;
    }
    for (const gap of migration.gaps) {
      if (gap.suppressed === null) gaps += 1;
      else suppressed += 1;
    }
  }
  const open = findings.filter((finding) => finding.suppressed === null);
  const count = { error: 0, warning: 0, notice: 0 };
  for (const finding of open) count[finding.severity] += 1;
  return {
    risk: worstRisk([
      ...open.map((finding) => finding.risk),
      ...migrations.flatMap((migration) => migration.steps.map((step) => step.risk)),
    ]),
    statements,
    findings: count,
    gating: open.filter((finding) => finding.gating).length,
    understood,
    gaps,
    suppressed: suppressed + findings.length - open.length,
  };
}
