import { atLeastRisk } from '../../findings/finding';
import type { HeldFor } from '../../findings/held-for';
import { shortName } from '../words';
import { escapeCode, escapeText } from './escape';
import type { ShownFinding, ShownReport, ShownStep } from './shown';

const UNTIL: Readonly<Record<HeldFor, string>> = {
  'a moment, bounded': 'for a moment',
  'a moment, unbounded': 'behind the longest query',
  scan: 'until every row is read',
  'index build': 'until the index is built',
  rewrite: 'until the table is rewritten',
};

const MOST_WORDS = 12;

/** The verdict in at most twelve words, for people who know nothing of lock modes: which table, what stops, until when. */
export function headline(report: ShownReport): string {
  const icon = iconOf(report);
  const worst = worstStep(report);
  const failing = report.findings.find((finding) => finding.gating && isFailure(finding, report));
  if (worst !== null && (failing === undefined || atLeastRisk(worst.risk, failing.risk)))
    return `${icon} ${stopping(worst)}`;
  const loudest = failing ?? loudestFinding(report);
  if (loudest !== undefined) return `${icon} ${plain(loudest, report)}`;
  if (report.summary.gaps > 0)
    return `${icon} ${report.summary.gaps} ${report.summary.gaps === 1 ? 'statement' : 'statements'} could not be read`;
  return `${icon} Nothing here stops reads or writes`;
}

/** 🛑 something gates · 🟡 something to look at · ⚠️ only gaps · ✅ nothing. */
export function iconOf(report: ShownReport): string {
  if (report.summary.gating > 0) return '🛑';
  if (atLeastRisk(report.summary.risk, 'low')) return '🟡';
  return report.summary.gaps > 0 ? '⚠️' : '✅';
}

function worstStep(report: ShownReport): ShownStep | null {
  let worst: ShownStep | null = null;
  for (const step of report.migrations.flatMap((migration) => migration.steps)) {
    if (step.held === null || step.step.stops.length === 0) continue;
    if (worst === null || (step.risk !== worst.risk && atLeastRisk(step.risk, worst.risk))) worst = step;
  }
  return worst;
}

function stopping({ step, held }: ShownStep): string {
  const stop = step.stops.find((candidate) => candidate.reads) ?? step.stops[0];
  if (stop === undefined || held === null) return 'Nothing here stops reads or writes';
  const what = stop.reads ? 'Reads and writes' : 'Writes';
  const verb = held === 'a moment, bounded' || held === 'a moment, unbounded' ? 'may wait' : 'stop';
  return `${what} of ${escapeCode(shortName(stop.relation.name), 40)} ${verb} ${UNTIL[held]}`;
}

/** An effect rule's finding on a statement that stops nothing worse: what it says, as far as that is short. */
function plain(finding: ShownFinding, report: ShownReport): string {
  const short = [
    finding.message,
    ...finding.message.split(/(?<=\w"?)(?:[,:;.]| \(| because )/).slice(0, 1),
  ].find((text) => text.split(/\s+/).length <= MOST_WORDS && text.split(/\s+/).length > 2);
  if (short !== undefined) return escapeText(short.replace(/\.$/, ''));
  const name = report.migrations[finding.migration]?.path.split('/').pop() ?? '';
  const what = finding.severity === 'error' ? 'needs a change before it ships' : 'has something to look at';
  return `${escapeText(name)} ${what}`;
}

function isFailure(finding: ShownFinding, report: ShownReport): boolean {
  const step = finding.step === null ? undefined : report.migrations[finding.migration]?.steps[finding.step];
  return step === undefined || step.step.stops.length === 0;
}

function loudestFinding(report: ShownReport): ShownFinding | undefined {
  const open = report.findings.filter((finding) => finding.suppressed === null);
  return (
    open.find((finding) => finding.severity === 'error') ??
    open.find((finding) => finding.severity === 'warning') ??
    open[0]
  );
}
