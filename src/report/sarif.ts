import type { Finding } from '../findings/finding';
import type { Report, ReportedGap, ReportedMigration } from '../findings/report';
import type { Place } from '../sql/line-map';
import { lineHashes } from './line-hash';
import { escapeCode, escapeText } from './markdown/escape';
import { repairSteps } from './markdown/repairs';
import type { ReportContext } from './reporter';
import { sentence } from './words';

/** What the pages of a rule say, as far as code scanning shows it. */
export interface RuleDescription {
  readonly title: string;
  /** Plain text; cut at 1,024 characters. */
  readonly problem: string;
  readonly solution: string;
  readonly severity: 'error' | 'warning' | 'notice';
}

/** What the SARIF report depends on. */
export interface SarifContext extends ReportContext {
  /** `pgfence`, or `pgfence/<key>`: `automationDetails.id` is this with `/` behind it. */
  readonly category: string;
  describe(rule: string): RuleDescription;
  /** An alert shows in a pull request only if every line of its region is in the diff: the first run of added lines inside the place. */
  clip(path: string, place: Place): Place;
  /** Whether a gap fails the run, and so is an error. */
  isGating(gap: ReportedGap): boolean;
  /** The branch's own analysis: no results, which closes the alerts of merged migrations. */
  readonly empty: boolean;
  /**
   * Accepted findings: marked as SARIF does it, or left out. GitHub does not read `suppressions`; what an upload holds is
   * an open alert, however it is marked, and what it leaves out is closed.
   */
  readonly accepted: 'marked' | 'left out';
}

/** GitHub's limits: results kept a run, characters of a description. */
const MAX_RESULTS = 5000;
const MAX_DESCRIPTION = 1024;
/** The help of a rule writes out so many repairs. */
const MAX_REPAIRS = 3;

/** The report as SARIF 2.1.0 for code scanning: only what GitHub reads. */
export function sarif(report: Report, context: SarifContext): string {
  const results = context.empty ? [] : resultsOf(report, context).slice(0, MAX_RESULTS);
  const rules = [...new Set(results.map((result) => result.ruleId))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'pgfence',
            semanticVersion: report.pgfence,
            version: report.pgfence,
            informationUri: 'https://github.com/flvmnt/pgfence',
            rules: rules.map((rule) => ruleOf(rule, report, context)),
          },
        },
        automationDetails: { id: `${context.category}/` },
        columnKind: 'utf16CodeUnits',
        results: results.map((result) => ({ ...result, ruleIndex: rules.indexOf(result.ruleId) })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

interface SarifResult {
  readonly ruleId: string;
  readonly level: Level;
  readonly message: { readonly text: string };
  readonly locations: readonly unknown[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions?: readonly unknown[];
}

type Level = 'error' | 'warning' | 'note';

function resultsOf(report: Report, context: SarifContext): readonly SarifResult[] {
  const levels: readonly Level[] = ['error', 'warning', 'note'];
  return report.migrations
    .flatMap((migration, index) => resultsOfMigration(migration, index, report, context))
    .filter(({ suppressions }) => suppressions === undefined || context.accepted === 'marked')
    .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
}

function resultsOfMigration(
  migration: ReportedMigration,
  index: number,
  report: Report,
  context: SarifContext,
): readonly SarifResult[] {
  const findings = report.findings.filter((finding) => finding.migration === index);
  if (findings.length === 0 && migration.gaps.length === 0) return [];
  const hashes = lineHashes(migration.source.text);
  return [
    ...findings.map((finding) => resultOf(finding, migration, hashes, context)),
    ...migration.gaps.map((gap) => resultOfGap(gap, migration, hashes, context)),
  ];
}

function resultOf(
  finding: Finding,
  migration: ReportedMigration,
  hashes: readonly string[],
  context: SarifContext,
): SarifResult {
  const place = context.clip(finding.at.file, finding.place);
  return {
    ruleId: finding.rule,
    level: levelOf(finding),
    message: { text: `${sentence(finding.message)} ${finding.help}` },
    locations: [location(finding.at.file, place)],
    partialFingerprints: {
      primaryLocationLineHash: lineHash(finding.at.file, migration, hashes, place) ?? `${finding.id}:1`,
      pgfenceFinding: finding.id,
    },
    ...(finding.suppressed === null
      ? {}
      : { suppressions: [{ kind: 'inSource', justification: finding.suppressed.reason }] }),
  };
}

function resultOfGap(
  reported: ReportedGap,
  migration: ReportedMigration,
  hashes: readonly string[],
  context: SarifContext,
): SarifResult {
  const { gap, suppressed } = reported;
  const place = context.clip(gap.at.file, reported.place);
  return {
    ruleId: gap.reason === 'syntax-error' ? 'syntax-error' : 'unread-sql',
    level: context.isGating(reported) ? 'error' : 'note',
    message: { text: `Not read, so nothing is said about it: ${gap.detail}` },
    locations: [location(gap.at.file, place)],
    partialFingerprints: {
      primaryLocationLineHash:
        lineHash(gap.at.file, migration, hashes, place) ??
        String(lineHashes(`${gap.at.file} ${gap.detail}`)[0]),
    },
    ...(suppressed === null
      ? {}
      : { suppressions: [{ kind: 'inSource', justification: suppressed.reason }] }),
  };
}

/** The hash of the line, where the finding stands in the migration's own file. */
function lineHash(
  path: string,
  migration: ReportedMigration,
  hashes: readonly string[],
  place: Place,
): string | undefined {
  return path === migration.path ? hashes[place.line - 1] : undefined;
}

/** A second gate hangs on the level (the check "Code scanning results"), so it follows the user's gate. */
function levelOf(finding: Finding): Level {
  if (finding.gating) return 'error';
  return finding.risk === 'low' || finding.risk === 'safe' ? 'note' : 'warning';
}

function location(path: string, place: Place): unknown {
  const { line, column, endLine, endColumn } = place;
  return {
    physicalLocation: {
      artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/') },
      region: {
        startLine: line,
        startColumn: column,
        endLine,
        endColumn: endLine === line && endColumn <= column ? column + 1 : endColumn,
      },
    },
  };
}

function ruleOf(id: string, report: Report, context: SarifContext): unknown {
  const { title, problem, solution, severity } = context.describe(id);
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: cut(title) },
    fullDescription: { text: cut(problem) },
    help: {
      text: `${problem}\n\n${solution}`,
      markdown: [problem, solution, ...repairsOf(id, report), `[${id}](${context.ruleUrl(id)})`].join('\n\n'),
    },
    helpUri: context.ruleUrl(id),
    defaultConfiguration: { level: severity === 'notice' ? 'note' : severity },
    properties: {
      precision: 'high',
      'problem.severity': severity === 'notice' ? 'recommendation' : severity,
      tags: ['postgresql', 'migration', 'availability'],
    },
  };
}

/** GitHub reads no `fixes`: the safe way of what this report found stands in the help of its rule, once where it is the same. */
function repairsOf(id: string, report: Report): readonly string[] {
  const repairs = new Map<string, readonly string[]>();
  let left = 0;
  for (const { rule, repair, suppressed, at, place } of report.findings) {
    if (rule !== id || repair === null || suppressed !== null) continue;
    if (repairs.size === MAX_REPAIRS) {
      left++;
      continue;
    }
    const steps = repairSteps(repair.steps);
    const written = steps.join('\n\n');
    const where = `**${escapeText(repair.summary)}** (${escapeCode(at.file, 200)} line ${String(place.line)})`;
    if (!repairs.has(written)) repairs.set(written, [where, ...steps]);
  }
  return [
    ...[...repairs.values()].flat(),
    ...(left > 0 ? [`…and ${String(left)} more: see the job summary.`] : []),
  ];
}

/** A name that is the id says nothing (SARIF1001), and by custom it is written like this (SARIF2012). */
function pascalCase(id: string): string {
  return id.replace(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase());
}

function cut(text: string): string {
  return text.length <= MAX_DESCRIPTION ? text : `${text.slice(0, MAX_DESCRIPTION - 1)}…`;
}
