import type { Report, ReportedStep } from '../findings/report';
import { printable } from './printable';
import { table } from './table';
import { paintRisk, widthOf } from './terminal/context';
import type { TerminalContext } from './terminal/context';
import { findingLines, gapLines, hanging } from './terminal/finding-lines';
import { HELD_IN_WORDS, oneLine, shortName } from './words';

/** What an explanation depends on beside the report. */
export interface ExplanationContext extends TerminalContext {
  /** Whether the harm that a rule speaks of is a lock. */
  isAboutLocks(rule: string): boolean;
}

/** What statements lock, one line a relation, everyday locks too; what that stops and for how long; what is found in them. */
export function explanation(report: Report, context: ExplanationContext): string {
  const lines = report.migrations.flatMap((migration) => [
    ...migration.steps.flatMap((step) => [...stepLines(step, report, context), '']),
    ...migration.gaps.flatMap((gap) => [...gapLines(gap, migration.path, context), '']),
  ]);
  const { dim } = context.colors;
  return [...lines, dim(`PostgreSQL ${report.postgres}, of tables that hold rows`), ''].join('\n');
}

function stepLines(reported: ReportedStep, report: Report, context: ExplanationContext): readonly string[] {
  const { bold } = context.colors;
  const findings = reported.findings.flatMap((index) => report.findings[index] ?? []);
  // A finding may tell of locks on tables that the statement does not name and the catalog does not know: those of a domain, of a whole database.
  const isTold = findings.some(({ rule }) => context.isAboutLocks(rule));
  const path = reported.step.statement.at.file;
  return [
    ...hanging(printable(oneLine(reported.step.statement.text)), 0, context).map(bold),
    ...lockTable(reported, isTold, context),
    ...hanging(stopped(reported, isTold, context), 2, context),
    ...findings.flatMap((finding) => ['', ...findingLines(finding, path, context)]),
  ];
}

function lockTable({ step }: ReportedStep, isTold: boolean, context: TerminalContext): readonly string[] {
  const { locks } = step;
  if (locks.length === 0 && isTold) return ['  locks tables that it does not name: see below'];
  if (locks.length === 0) return ['  locks nothing that it names and others can see'];
  const relation = Math.max(8, Math.min(widthOf(context) - 62, 40));
  const [head = '', ...rows] = table(
    [
      { head: 'relation', width: relation },
      { head: 'kind', width: 17 },
      { head: 'lock', width: 22 },
      { head: 'work', width: 11 },
    ],
    locks.map((lock) => [
      { text: printable(shortName(lock.relation.name)) },
      { text: lock.relation.kind },
      { text: lock.mode },
      { text: lock.work === 'none' ? '' : `${lock.work}${lock.certainty === 'assumed' ? ' (?)' : ''}` },
    ]),
    3,
  );
  return [`  ${context.colors.dim(head)}`, ...rows.map((row) => `  ${row}`)];
}

function stopped({ step, held, risk }: ReportedStep, isTold: boolean, { colors }: TerminalContext): string {
  const names = (stops: typeof step.stops): string =>
    stops.map(({ relation }) => printable(shortName(relation.name))).join(', ');
  const all = step.stops.filter(({ reads }) => reads);
  const writes = step.stops.filter((stop) => stop.writes && !stop.reads);
  const parts = [
    ...(all.length > 0 ? [`reads and writes of ${names(all)}`] : []),
    ...(writes.length > 0 ? [`writes to ${names(writes)}`] : []),
  ];
  const told = `risk: ${paintRisk(risk, risk, colors)}`;
  if (parts.length === 0) return isTold ? told : `stops nobody · ${told}`;
  return `stops ${parts.join(', ')}${held === null ? '' : ` · ${HELD_IN_WORDS[held]}`} · ${told}`;
}
