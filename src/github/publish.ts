import { withinBudget } from './annotation-budget';
import type { Artifacts } from './artifacts';
import { type CommentOutcome, publishComment } from './comment';
import { stateOf } from './comment-state';
import type { Desk } from './desk';
import type { Event, PullRequestEvent } from './event';
import type { GitHub } from './github';
import { noticeFor, processingWarning, TRIMMED_NOTICE } from './notices';
import { fitting, SUMMARY_BUDGET, utf8Length } from './renderings';
import type { Runner } from './runner';
import { sarifProblem, type SarifTarget, uploadSarif } from './sarif-upload';
import { publishSuggestions } from './suggestions';
import type { Annotation } from './workflow-command';

/** What the inputs say about the channels. */
export interface ChannelSettings {
  readonly comment: 'auto' | 'always' | 'never';
  readonly commentKey: string;
  readonly sarif: 'auto' | 'require' | 'off';
  readonly annotations: 'auto' | 'always' | 'off';
  readonly suggestions: boolean;
  readonly summary: boolean;
}

export interface Publication {
  readonly event: Event;
  readonly runner: Runner;
  readonly settings: ChannelSettings;
  readonly artifacts: Artifacts;
  /** The content that was analysed; absent where the event's findings are none of code scanning's. */
  readonly sarifTarget: SarifTarget | undefined;
  /** What went wrong before, said once. */
  readonly messages: readonly Annotation[];
}

export interface Means {
  readonly github: GitHub;
  readonly desk: Desk;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** Milliseconds before each look at what GitHub made of an upload. */
const POLLS = [3000, 6000, 12_000];

/** What a channel did, for the `channels` output. */
type Told = Readonly<Record<string, string | number | boolean>>;

/**
 * Carries a report to all channels, in the order of what must not be lost. A channel that fails says so in one message
 * and changes nothing else; the exit status is the gate's, but for `sarif: require`.
 */
export async function publish(publication: Publication, means: Means): Promise<0 | 1> {
  const { artifacts, settings } = publication;
  const { desk } = means;
  const messages: Annotation[] = [...publication.messages];
  const channels: Record<string, Told> = {};
  const channel = async (name: string, carry: () => Promise<Told>): Promise<void> => {
    try {
      channels[name] = await carry();
    } catch (error) {
      // A defect in one channel must not take the others, or the gate, along.
      const why = error instanceof Error ? error.message : String(error);
      channels[name] = { outcome: 'failed', why };
      messages.push({
        level: 'warning',
        title: 'pgfence',
        message: `The ${name} could not be published: ${why}`,
      });
    }
  };

  desk.output('report-path', desk.file('report.json', artifacts.json));
  desk.output('sarif-path', desk.file('report.sarif', artifacts.sarif));
  tellCounts(publication, desk);
  await channel('summary', () => Promise.resolve(summary(publication, desk)));
  await channel('sarif', () => sarif(publication, means, messages));
  await channel('comment', () => comment(publication, means, messages));
  await channel('suggestions', () => suggestions(publication, means, messages));
  await channel('sarif-status', () => sarifStatus(channels['sarif'], means, messages));

  const carried = channels['sarif']?.['outcome'] === 'carried' && artifacts.sarifHasFindings;
  const shown =
    settings.annotations === 'always' || (settings.annotations === 'auto' && !carried)
      ? artifacts.annotations
      : [];
  desk.annotate(withinBudget(messages, shown));
  channels['annotations'] = { outcome: shown.length > 0 ? 'carried' : 'none', offered: shown.length };
  desk.output('channels', JSON.stringify(channels));

  const missing =
    settings.sarif === 'require' &&
    publication.sarifTarget !== undefined &&
    channels['sarif']?.['outcome'] !== 'carried';
  const failed = missing || artifacts.gate.conclusion === 'failure';
  desk.output('conclusion', failed ? 'failure' : artifacts.gate.conclusion);
  if (artifacts.gate.conclusion === 'failure')
    desk.annotate([{ level: 'error', title: 'pgfence', message: artifacts.gate.message }]);
  else if (missing)
    desk.annotate([
      {
        level: 'error',
        title: 'pgfence',
        message: 'Code scanning did not take the findings, and sarif is set to require.',
      },
    ]);
  return failed ? 1 : 0;
}

function tellCounts({ artifacts: { counts } }: Publication, desk: Desk): void {
  const { findings } = counts;
  desk.output('risk', counts.risk);
  desk.output('findings', String(findings.critical + findings.high + findings.medium + findings.low));
  for (const risk of ['critical', 'high', 'medium', 'low'] as const)
    desk.output(risk, String(findings[risk]));
  desk.output('files-analyzed', String(counts.files));
  desk.output('statements-analyzed', String(counts.statements));
  desk.output('gaps', String(counts.gaps));
}

function summary({ artifacts, settings }: Publication, desk: Desk): Told {
  if (!settings.summary) return { outcome: 'off' };
  const fit = fitting(artifacts.summary, SUMMARY_BUDGET, utf8Length);
  if (fit === undefined) return { outcome: 'failed', why: 'too large' };
  desk.summary(fit.text);
  return { outcome: 'carried' };
}

async function sarif(
  { artifacts, settings, sarifTarget, event }: Publication,
  { github, wait }: Means,
  messages: Annotation[],
): Promise<Told> {
  if (settings.sarif === 'off') return { outcome: 'off' };
  if (sarifTarget === undefined) return { outcome: 'not for this event' };
  const outcome = await uploadSarif(github, artifacts.sarif, sarifTarget, wait);
  if (outcome.kind === 'carried') {
    if (outcome.trimmed) messages.push(TRIMMED_NOTICE);
    return { outcome: 'carried', id: outcome.id, trimmed: outcome.trimmed };
  }
  messages.push(noticeFor('sarif', outcome.refusal, event));
  return { outcome: 'refused', why: outcome.refusal.kind };
}

async function sarifStatus(
  uploaded: Told | undefined,
  { github, desk, wait }: Means,
  messages: Annotation[],
): Promise<Told> {
  const id = uploaded?.['id'];
  if (typeof id !== 'string') return { outcome: 'none' };
  desk.output('sarif-id', id);
  const errors = await sarifProblem(github, id, POLLS, wait);
  if (errors === undefined) return { outcome: 'accepted' };
  messages.push(processingWarning(errors));
  return { outcome: 'rejected' };
}

async function comment(
  publication: Publication,
  { github, desk, wait }: Means,
  messages: Annotation[],
): Promise<Told> {
  const { event, runner, settings, artifacts } = publication;
  const [fullest] = artifacts.comment(undefined);
  if (fullest !== undefined) desk.output('comment-path', desk.file('comment.md', fullest()));
  if (settings.comment === 'never') return { outcome: 'off' };
  if (event.kind !== 'pull-request') return { outcome: 'not for this event' };
  const outcome = await publishComment(
    github,
    {
      pullRequest: event.number,
      key: settings.commentKey,
      state: stateOf(event.headSha, Number(runner.runId), Number(runner.runAttempt), artifacts.findingIds),
      create: settings.comment === 'always' || artifacts.worthComment,
      render: artifacts.comment,
    },
    wait,
  );
  return tellComment(outcome, event, desk, messages);
}

function tellComment(
  outcome: CommentOutcome,
  event: PullRequestEvent,
  desk: Desk,
  messages: Annotation[],
): Told {
  switch (outcome.kind) {
    case 'created':
    case 'updated':
    case 'unchanged':
      desk.output('comment-id', String(outcome.place.id));
      desk.output('comment-url', outcome.place.url);
      desk.output('new-findings', String(outcome.progress.fresh));
      desk.output('resolved-findings', String(outcome.progress.resolved));
      return { outcome: outcome.kind, id: outcome.place.id };
    case 'not needed':
      return { outcome: 'not needed' };
    case 'skipped':
      return { outcome: 'skipped', why: outcome.why };
    case 'refused':
      messages.push(noticeFor('comment', outcome.refusal, event));
      return { outcome: 'refused', why: outcome.refusal.kind };
  }
}

async function suggestions(
  { event, settings, artifacts }: Publication,
  { github, wait }: Means,
  messages: Annotation[],
): Promise<Told> {
  if (!settings.suggestions) return { outcome: 'off' };
  if (event.kind !== 'pull-request' || event.privileged) return { outcome: 'not for this event' };
  const outcome = await publishSuggestions(
    github,
    { pullRequest: event.number, headSha: event.headSha },
    artifacts.suggestions,
    wait,
  );
  if (outcome.kind === 'posted')
    return { outcome: 'carried', posted: outcome.posted, dropped: outcome.dropped };
  messages.push(noticeFor('suggestions', outcome.refusal, event));
  return { outcome: 'refused', why: outcome.refusal.kind };
}
