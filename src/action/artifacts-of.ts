import { describeRule, ruleUrl } from '../cli/rule-links';
import type { Finding, Risk } from '../findings/finding';
import { atLeastRisk, RISKS } from '../findings/finding';
import type { Report, ReportedGap } from '../findings/report';
import type { Artifacts, Counts, Gate } from '../github/artifacts';
import { clip, isChanged } from '../github/changed-lines';
import type { ChangeSet } from '../github/change-set';
import type { Event } from '../github/event';
import { WHOLE } from '../github/patch';
import type { ChangedLines } from '../github/patch';
import type { Runner } from '../github/runner';
import { isWithinDiff, replacedLines } from '../github/suggestions';
import type { Suggestion } from '../github/suggestions';
import type { Annotation } from '../github/workflow-command';
import { json } from '../report/json';
import { markdownRenderings } from '../report/markdown';
import { escapeCode, escapeText } from '../report/markdown/escape';
import type { MarkdownContext } from '../report/markdown/context';
import { sarif } from '../report/sarif';
import { sentence } from '../report/words';
import type { Place } from '../sql/line-map';
import { commentContext, nothingLeft } from './comment-context';
import type { Inputs } from './inputs';
import { nothingFound } from './nothing-found';

/** What the forms of a report depend on besides the report. */
export interface Edition {
  readonly event: Event;
  readonly changes: ChangeSet;
  readonly runner: Runner;
  readonly inputs: Inputs;
  readonly failOn: Risk | 'never';
  /** What was looked for, where nothing was found. */
  readonly globs: readonly string[];
}

/** The report in all forms that the channels take. */
export async function artifactsOf(report: Report, edition: Edition): Promise<Artifacts> {
  const { event, changes, inputs } = edition;
  const linesOf = lineLookup(changes);
  const open = report.findings.filter(({ suppressed }) => suppressed === null);
  const gaps = report.migrations.flatMap((migration) =>
    migration.gaps.filter(({ suppressed }) => suppressed === null),
  );
  const empty = event.kind === 'push' && event.toDefaultBranch;
  const shown = showing(report, linesOf);
  const isGating = gapGate(edition, linesOf);
  return {
    json: json(report, { ruleUrl }),
    sarif: sarif(report, {
      ruleUrl,
      category:
        inputs.channels.commentKey === 'default'
          ? inputs.sarifCategory
          : `${inputs.sarifCategory}/${inputs.channels.commentKey}`,
      describe: await describeRule(),
      clip: shown,
      isGating,
      empty,
      accepted: 'left out',
    }),
    sarifHasFindings: !empty,
    comment: (progress) =>
      report.migrations.length === 0
        ? [() => nothingLeft(progress?.resolved ?? 0)]
        : markdownRenderings(
            report,
            contextOf(edition, { updated: true, resolved: progress?.resolved ?? 0 }),
          ),
    worthComment: gaps.length > 0 || open.some(({ risk }) => atLeastRisk(risk, 'medium')),
    summary:
      report.migrations.length === 0
        ? [() => `${nothingFound(changes, edition.globs, (glob) => escapeCode(glob, 200))}\n`]
        : markdownRenderings(report, contextOf(edition, { updated: false, resolved: 0 })),
    annotations: [...open]
      .sort(worstFirst)
      .map((finding) => annotationOf(finding, shown))
      .concat(gaps.map((gap) => annotationOfGap(gap, isGating, shown))),
    suggestions: open.flatMap((finding) => suggestionOf(finding, report, linesOf) ?? []),
    findingIds: open.map(({ id }) => id),
    counts: countsOf(report, open),
    gate: gateOf(report, gaps.filter(isGating).length, edition),
  };
}

type LineLookup = (path: string) => ChangedLines;

/** The changed lines of a file; of a file that no change set names, all. */
function lineLookup(changes: ChangeSet): LineLookup {
  const files = new Map(
    changes.kind === 'changed' ? changes.files.map(({ path, lines }) => [path, lines]) : [],
  );
  return (path) => files.get(path) ?? WHOLE;
}

/** The part of a place that a pull request can show, or the place where none of it can be. */
function showing(report: Report, linesOf: LineLookup): (path: string, place: Place) => Place {
  const sources = new Map(report.migrations.map(({ path, source }) => [String(path), source.text]));
  return (path, place) => {
    const text = sources.get(path);
    if (text === undefined) return place;
    const lengthOf = (line: number): number => text.split('\n')[line - 1]?.replace(/\r$/, '').length ?? 0;
    return clip(place, linesOf(path), lengthOf) ?? place;
  };
}

function contextOf(
  { runner, changes, event }: Edition,
  place: Pick<MarkdownContext, 'updated' | 'resolved'>,
): MarkdownContext {
  const head = event.kind === 'pull-request' ? event.headSha : changes.head;
  return commentContext(head, runner, {
    ...place,
    noDiff: changes.kind === 'all' ? changes.why : null,
    gates: changes.kind === 'changed' && !(event.kind === 'push' && event.toDefaultBranch),
  });
}

function worstFirst(a: Finding, b: Finding): number {
  return Number(b.gating) - Number(a.gating) || RISKS.indexOf(b.risk) - RISKS.indexOf(a.risk);
}

type Shown = (path: string, place: Place) => Place;

function annotationOf(finding: Finding, shown: Shown): Annotation {
  const { rule, message, help, at, risk } = finding;
  const level = finding.gating ? 'error' : risk === 'low' || risk === 'safe' ? 'notice' : 'warning';
  return {
    level,
    title: `pgfence: ${rule}`,
    message: `${message}\n${help}`,
    path: at.file,
    ...shown(at.file, finding.place),
  };
}

type GapGate = (gap: ReportedGap) => boolean;

/** With `fail-on-gaps`, a gap fails the step on the terms of a finding: it stands on changed lines of a known change set. */
function gapGate({ inputs, changes, event }: Edition, linesOf: LineLookup): GapGate {
  const gates =
    inputs.failOnGaps && changes.kind === 'changed' && !(event.kind === 'push' && event.toDefaultBranch);
  return ({ gap, place, suppressed }) =>
    gates && suppressed === null && isChanged(place, linesOf(gap.at.file));
}

function annotationOfGap(reported: ReportedGap, isGating: GapGate, shown: Shown): Annotation {
  const { gap, place } = reported;
  return {
    level: isGating(reported) ? 'error' : 'notice',
    title: 'pgfence: not read',
    message: `Not read, so nothing is said about it: ${gap.detail}`,
    path: gap.at.file,
    ...shown(gap.at.file, place),
  };
}

function suggestionOf(
  { repair, at, migration, message, id }: Finding,
  report: Report,
  linesOf: LineLookup,
): Suggestion | undefined {
  const source = report.migrations[migration]?.source;
  const edits = repair?.edits ?? [];
  if (source === undefined || edits.some((edit) => edit.at.file !== source.path)) return undefined;
  const lines = replacedLines(
    source.text,
    edits.map((edit) => ({ start: edit.at.start, end: edit.at.end, text: edit.text })),
  );
  if (lines === undefined) return undefined;
  const suggestion = {
    ...lines,
    path: at.file,
    message: `${escapeText(sentence(message))}\n\n${escapeText(repair?.summary ?? '')}`.trim(),
    id,
  };
  return isWithinDiff(suggestion, linesOf(at.file)) ? suggestion : undefined;
}

function countsOf(report: Report, open: readonly Finding[]): Counts {
  const findings: Record<Risk, number> = { safe: 0, low: 0, medium: 0, high: 0, critical: 0 };
  for (const { risk } of open) findings[risk]++;
  const { summary, migrations } = report;
  const statements = Object.values(summary.statements).reduce((sum, count) => sum + count, 0);
  return { risk: summary.risk, findings, files: migrations.length, statements, gaps: summary.gaps };
}

function gateOf(report: Report, unread: number, { changes, failOn }: Edition): Gate {
  const { gating } = report.summary;
  if (gating > 0 || unread > 0) {
    const findings =
      gating === 0
        ? []
        : [`${String(gating)} ${gating === 1 ? 'finding' : 'findings'} at or above ${failOn}`];
    const unreads =
      unread === 0
        ? []
        : [`${String(unread)} ${unread === 1 ? 'statement was' : 'statements were'} not read`];
    return { conclusion: 'failure', message: [...findings, ...unreads].join(', ') };
  }
  const neutral = report.migrations.length === 0 || changes.kind === 'all';
  return { conclusion: neutral ? 'neutral' : 'success', message: '' };
}
