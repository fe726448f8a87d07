import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../config/user-error';
import { atLeastRisk } from '../findings/finding';
import { publishComment } from '../github/comment';
import { stateOf } from '../github/comment-state';
import type { Desk } from '../github/desk';
import type { Event, WorkflowRunEvent } from '../github/event';
import type { GitHub } from '../github/github';
import { noticeFor } from '../github/notices';
import { fitting, SUMMARY_BUDGET, utf8Length } from '../github/renderings';
import type { Runner } from '../github/runner';
import { json } from '../github/untrusted';
import { markdownRenderings } from '../report/markdown';
import type { MarkdownContext } from '../report/markdown/context';
import type { ShownReport } from '../report/markdown/shown';
import { commentContext, nothingLeft } from './comment-context';
import type { Inputs } from './inputs';
import { nothingFound } from './nothing-found';

/** What report mode needs. */
export interface ReportMode {
  readonly event: Event;
  readonly runner: Runner;
  readonly inputs: Inputs;
  readonly github: GitHub;
  readonly desk: Desk;
  readonly wait: (milliseconds: number) => Promise<void>;
}

const LARGEST_REPORT = 50 * 1024 * 1024;

/**
 * Publishes the report that an earlier run left behind, for a pull request whose own run may not write. The report is a
 * stranger's: it is read as data, shown escaped, and goes to the pull request that GitHub says the run was for, whatever it
 * says itself. It gates nothing: the earlier run did. Throws a UserError.
 */
export async function publishReport(mode: ReportMode, path: string): Promise<0> {
  const { event, desk, runner, inputs } = mode;
  if (event.kind !== 'workflow-run')
    throw new UserError(
      'the input publish-report is for workflows on workflow_run: on other events leave it out, and pgfence analyses itself',
    );
  const report = await readReport(resolve(runner.workspace, path), path);
  tellCounts(report, desk);
  const number = await pullRequestOf(event, mode);
  if (number === undefined) {
    desk.output('conclusion', 'neutral');
    return 0;
  }
  const noDiff = noDiffOf(report);
  const context = commentContext(event.headSha, runner, {
    updated: true,
    resolved: 0,
    noDiff,
    gates: noDiff === null,
  });
  if (inputs.channels.summary) {
    const forms =
      report.migrations.length === 0
        ? [() => `${nothingFound({ kind: noDiff === null ? 'changed' : 'all' }, [])}\n`]
        : markdownRenderings(report, { ...context, updated: false });
    const fit = fitting(forms, SUMMARY_BUDGET, utf8Length);
    if (fit !== undefined) desk.summary(fit.text);
  }
  const told =
    inputs.channels.comment === 'never'
      ? { outcome: 'off' }
      : await comment(mode, event, { number, report, context });
  desk.log([`The comment on pull request ${String(number)}: ${Object.values(told).join(', ')}`]);
  desk.output('channels', JSON.stringify({ comment: told }));
  desk.output('conclusion', 'success');
  return 0;
}

async function comment(
  { github, desk, runner, inputs, wait }: ReportMode,
  event: WorkflowRunEvent,
  {
    number,
    report,
    context,
  }: { readonly number: number; readonly report: ShownReport; readonly context: MarkdownContext },
): Promise<Readonly<Record<string, string>>> {
  const open = report.findings.filter(({ suppressed }) => suppressed === null);
  const outcome = await publishComment(
    github,
    {
      pullRequest: number,
      key: inputs.channels.commentKey,
      state: stateOf(
        event.headSha,
        Number(runner.runId),
        Number(runner.runAttempt),
        open.map(({ id }) => id),
      ),
      create:
        inputs.channels.comment === 'always' ||
        report.summary.gaps > 0 ||
        open.some(({ risk }) => atLeastRisk(risk, 'medium')),
      render: (progress) =>
        report.migrations.length === 0
          ? [() => nothingLeft(progress?.resolved ?? 0)]
          : markdownRenderings(report, { ...context, resolved: progress?.resolved ?? 0 }),
    },
    wait,
  );
  if ('place' in outcome) {
    desk.output('comment-id', String(outcome.place.id));
    desk.output('comment-url', outcome.place.url);
    desk.output('new-findings', String(outcome.progress.fresh));
    desk.output('resolved-findings', String(outcome.progress.resolved));
  }
  if (outcome.kind === 'refused') desk.annotate([noticeFor('comment', outcome.refusal, event)]);
  const why =
    outcome.kind === 'refused' ? outcome.refusal.kind : outcome.kind === 'skipped' ? outcome.why : undefined;
  return { outcome: outcome.kind, ...(why === undefined ? {} : { why }) };
}

/** Why the earlier run did not know what changed; null where it did. */
function noDiffOf({ scope }: ShownReport): string | null {
  return ['changed', 'all', 'paths'].includes(scope) ? null : scope;
}

async function readReport(file: string, path: string): Promise<ShownReport> {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat?.isFile() !== true)
    throw new UserError(`the input publish-report is "${path}", and there is no such file`);
  if (stat.size > LARGEST_REPORT) throw new UserError(`the report "${path}" is larger than 50 MB`);
  const { shownJson } = await import('../report/markdown/shown-json');
  const report = shownJson(json(readFileSync(file, 'utf8')));
  if (typeof report === 'string') throw new UserError(`"${path}" is no report of pgfence: ${report}`);
  return report;
}

/** The pull request whose head is the very commit that the earlier run was for. A fork's run names no number. */
async function pullRequestOf(
  event: WorkflowRunEvent,
  { github, desk }: ReportMode,
): Promise<number | undefined> {
  const { headOwner, headBranch, headSha } = event;
  const found = await github.pullRequestsFrom(headOwner, headBranch);
  if (found.kind === 'refused') {
    desk.annotate([noticeFor('comment', found.refusal, event)]);
    return undefined;
  }
  const pull = found.value.find((candidate) => candidate.open && candidate.headSha === headSha);
  if (pull === undefined)
    desk.annotate([
      {
        level: 'notice',
        title: 'pgfence',
        message: `No open pull request has the commit ${headSha.slice(0, 7)} as its head: nothing was published.`,
      },
    ]);
  return pull?.number;
}

function tellCounts({ summary, findings, migrations }: ShownReport, desk: Desk): void {
  const open = findings.filter(({ suppressed }) => suppressed === null);
  desk.output('risk', summary.risk);
  desk.output('findings', String(open.length));
  for (const risk of ['critical', 'high', 'medium', 'low'] as const)
    desk.output(risk, String(open.filter((finding) => finding.risk === risk).length));
  desk.output('files-analyzed', String(migrations.length));
  desk.output('statements-analyzed', String(migrations.reduce((sum, { steps }) => sum + steps.length, 0)));
  desk.output('gaps', String(summary.gaps));
}
