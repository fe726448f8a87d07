import type { Report } from '../findings/report';
import { printable } from './printable';

/** One line a finding or gap: `file:line:col: severity: message [rule]`, as editors and grep read it. */
export function compact(report: Report): string {
  const findings = report.findings
    .filter((finding) => finding.suppressed === null)
    .map(
      ({ at, place, severity, message, rule }) =>
        `${printable(at.file)}:${place.line}:${place.column}: ${severity}: ${printable(message)} [${rule}]`,
    );
  const gaps = report.migrations.flatMap((migration) =>
    migration.gaps
      .filter(({ gap, suppressed }) => suppressed === null && gap.reason !== 'syntax-error')
      .map(
        ({ gap, place }) =>
          `${printable(gap.at.file)}:${place.line}:${place.column}: notice: not read: ${printable(gap.detail)} [unread-sql]`,
      ),
  );
  return [...findings, ...gaps].map((line) => `${line}\n`).join('');
}
