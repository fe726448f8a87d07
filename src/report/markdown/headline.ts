import type { Risk } from '../../findings/finding';
import { atLeastRisk, RISKS } from '../../findings/finding';
import type { HeldFor } from '../../findings/held-for';
import { shortName } from '../words';
import type { MarkdownContext } from './context';
import { escapeCode, escapeText } from './escape';
import type { ShownFinding, ShownReport, ShownStep } from './shown';
import { waitingRisk } from './waiting-risk';

const UNTIL: Readonly<Record<HeldFor, string>> = {
  'a moment, bounded': 'for a moment',
  'a moment, unbounded': 'behind the longest query',
  scan: 'until every row is read',
  'index build': 'until the index is built',
  'unbounded write': 'until many rows are written',
  rewrite: 'until the table is rewritten',
};

const MOST_WORDS = 12;
/** Fewer are no sentence. */
const FEWEST_WORDS = 5;

/** The verdict in at most twelve words, for people who know nothing of lock modes: which table, what stops, until when. */
export function headline(report: ShownReport, context: MarkdownContext): string {
  const icon = iconOf(report);
  const worst = worstStop(report);
  const told = loudestFinding(report);
  if (worst !== null && (told === undefined || atLeastRisk(worst.risk, told.risk)))
    return `${icon} ${stopping(worst.step)}`;
  if (told !== undefined) return `${icon} ${plain(told, report, context)}`;
  const { gaps, risk } = report.summary;
  if (gaps > 0) return `${icon} ${gaps} ${gaps === 1 ? 'statement' : 'statements'} could not be read`;
  return `${icon} ${risk === 'safe' ? NOTHING : NOTHING_NEW}`;
}

const NOTHING = 'Nothing here stops reads or writes';
const NOTHING_NEW = 'Nothing new here stops reads or writes';

/** What the change set brings: steps that it adds or changes, and those whose findings gate. */
function isFresh(step: ShownStep, report: ShownReport): boolean {
  return step.changed || step.findings.some((index) => report.findings[index]?.gating === true);
}

/** 🛑 something gates · 🟡 something to look at · ⚠️ only gaps · ✅ nothing. */
export function iconOf(report: ShownReport): string {
  if (report.summary.gating > 0) return '🛑';
  if (atLeastRisk(report.summary.risk, 'low')) return '🟡';
  return report.summary.gaps > 0 ? '⚠️' : '✅';
}

interface WorstStop {
  readonly step: ShownStep;
  readonly risk: Risk;
}

/** The fresh step whose waiting alone does most harm. */
function worstStop(report: ShownReport): WorstStop | null {
  let worst: WorstStop | null = null;
  for (const step of report.migrations.flatMap((migration) => migration.steps)) {
    const risk = waitingRisk(step);
    if (risk === 'safe' || !isFresh(step, report)) continue;
    if (worst === null || (risk !== worst.risk && atLeastRisk(risk, worst.risk))) worst = { step, risk };
  }
  return worst;
}

function stopping({ step, held }: ShownStep): string {
  const stop = step.stops.find((candidate) => candidate.reads) ?? step.stops[0];
  if (stop === undefined || held === null) return NOTHING;
  const what = stop.reads ? 'Reads and writes of' : 'Writes to';
  const verb = held === 'a moment, bounded' || held === 'a moment, unbounded' ? 'may wait' : 'stop';
  return `${what} ${escapeCode(shortName(stop.relation.name), 40)} ${verb} ${UNTIL[held]}`;
}

/** What a finding says of more than waiting, as far as that is short. */
function plain(finding: ShownFinding, report: ShownReport, context: MarkdownContext): string {
  const [clause = ''] = finding.message.split(' (');
  const afterColon = clause.slice(clause.indexOf(': ') + 1).trim();
  const [untilMark = ''] = clause.split(/(?<=\w"?)(?:[,:;.]| because )/);
  const short = [finding.message, clause, afterColon, context.ruleTitle(finding.rule), untilMark].find(
    (text) => wordsOf(text) <= MOST_WORDS && wordsOf(text) >= FEWEST_WORDS,
  );
  if (short !== undefined) return escapeText(short.replace(/\.$/, ''));
  const name = report.migrations[finding.migration]?.path.split('/').pop() ?? '';
  const what = finding.severity === 'error' ? 'needs a change before it ships' : 'has something to look at';
  return `${escapeText(name)} ${what}`;
}

const wordsOf = (text: string): number => text.split(/\s+/).length;

/** The worst that a change set brings beside waiting: what gates first, then the risk. */
function loudestFinding(report: ShownReport): ShownFinding | undefined {
  const [loudest] = report.findings
    .filter((finding) => finding.suppressed === null && tellsMore(finding, report))
    .sort((a, b) => Number(b.gating) - Number(a.gating) || RISKS.indexOf(b.risk) - RISKS.indexOf(a.risk));
  return loudest;
}

function tellsMore({ step, migration, risk }: ShownFinding, report: ShownReport): boolean {
  const at = step === null ? undefined : report.migrations[migration]?.steps[step];
  if (at === undefined) return true;
  const waiting = waitingRisk(at);
  return isFresh(at, report) && (waiting === 'safe' || !atLeastRisk(waiting, risk));
}
