import type { Report } from '../findings/report';
import type { Risk } from '../findings/finding';

const SEVERITY: Readonly<Record<Risk, string>> = {
  critical: 'blocker',
  high: 'critical',
  medium: 'major',
  low: 'minor',
  safe: 'info',
};

/** GitLab's code quality report: a list of issues, by the subset of the Code Climate format that GitLab reads. */
export function gitlab(report: Report): string {
  const issues = report.findings
    .filter((finding) => finding.suppressed === null)
    .map(({ rule, message, help, id, risk, at, place }) => ({
      description: `${message}. ${help}`,
      check_name: rule,
      fingerprint: id,
      severity: SEVERITY[risk],
      location: { path: at.file, lines: { begin: place.line, end: place.endLine } },
    }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}
