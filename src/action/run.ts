import { readFileSync, statSync } from 'node:fs';
import pc from 'picocolors';
import { ruleUrl } from '../cli/rule-links';
import { UserError } from '../config/user-error';
import type { ChangeSet } from '../github/change-set';
import { openCheckout } from '../github/checkout';
import type { Checkout } from '../github/checkout';
import type { Desk } from '../github/desk';
import { runnerDesk } from '../github/desk';
import { detectChanges } from '../github/detect-changes';
import type { Event } from '../github/event';
import { readEvent } from '../github/event';
import { gitIn } from '../github/git';
import type { GitHub } from '../github/github';
import { noticeFor, PRIVILEGED_NOTICE, scopeNotice, scopeOfNothing } from '../github/notices';
import { connect } from '../github/octokit';
import { publish } from '../github/publish';
import type { Environment, Runner } from '../github/runner';
import { readRunner } from '../github/runner';
import { sarifTarget } from '../github/sarif-target';
import { repositoryTrees } from '../github/trees';
import type { Trees } from '../github/trees';
import { json } from '../github/untrusted';
import type { Annotation } from '../github/workflow-command';
import { terminal } from '../report/terminal';
import { artifactsOf } from './artifacts-of';
import { tellThatNothingRan } from './could-not-run';
import type { Inputs } from './inputs';
import { nothingFound } from './nothing-found';
import { readInputs } from './inputs';
import { publishReport } from './publish-report';
import { reviewChanges } from './review-changes';

/** What the action gets from its surroundings. */
export interface Surroundings {
  readonly environment: Environment;
  readonly print: (text: string) => void;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly now: () => Date;
  /** A text that nobody can foresee. */
  readonly random: () => string;
}

/** Runs the action. Exit status: 0 passed, 1 the gate, 2 wrong set-up. What is our own fault flies. */
export async function run(surroundings: Surroundings): Promise<0 | 1 | 2> {
  const { environment, print, random } = surroundings;
  const runner = readRunner(environment);
  if ('kind' in runner) {
    print(
      `pgfence: this is the entry of the GitHub Action; ${runner.missing.join(', ')} is not set. On a command line run pgfence analyze.\n`,
    );
    return 2;
  }
  const desk = runnerDesk(runner, print, random);
  const event = readEvent(runner.eventName, payloadOf(runner));
  const connection = { ...runner, token: environment['INPUT_TOKEN'] ?? '', timeoutMilliseconds: 30_000 };
  const github = await connect({ ...connection, wait: surroundings.wait, now: surroundings.now });
  try {
    const inputs = readInputs(environment);
    const { publishReport: report } = inputs;
    if (report !== null)
      return await publishReport({ runner, desk, event, github, inputs, wait: surroundings.wait }, report);
    return await analyzeAndPublish({ runner, desk, event, github, inputs, surroundings });
  } catch (error) {
    const setUp = error instanceof UserError;
    const message = error instanceof Error ? error.message : String(error);
    desk.annotate([
      { level: 'error', title: 'pgfence', message: setUp ? message : `pgfence failed: ${message}` },
    ]);
    desk.output('conclusion', 'failure');
    if (!setUp && runner.debug && error instanceof Error) desk.log((error.stack ?? '').split('\n'));
    await tellThatNothingRan(github, event, runner, environment, surroundings.wait);
    return setUp ? 2 : 1;
  }
}

interface Run {
  readonly runner: Runner;
  readonly desk: Desk;
  readonly event: Event;
  readonly github: GitHub;
  readonly inputs: Inputs;
  readonly surroundings: Surroundings;
}

async function analyzeAndPublish({ runner, desk, event, github, inputs, surroundings }: Run): Promise<0 | 1> {
  const startedAt = surroundings.now();
  const checkout = await checkoutOf(event, runner, inputs, surroundings.environment);
  const privileged = 'privileged' in event && event.privileged;
  // On a privileged event the checkout is the default branch: good for the configuration, not for what is proposed.
  const proposed = privileged ? undefined : checkout;
  const changes = await detectChanges(event, { github, checkout: proposed, sha: runner.sha });
  const trees = await treesOf(github, proposed, changes);
  const trusted = privileged
    ? await treesOf(github, checkout, { kind: 'all', head: runner.sha, why: 'configuration' })
    : trees;
  const { report, failOn, globs, matchesNothing } = await reviewChanges({
    changes,
    head: trees.head,
    base: trees.base,
    trusted: trusted.head,
    inputs,
    gates: !(event.kind === 'push' && event.toDefaultBranch),
    notes: [...(changes.kind === 'changed' ? changes.notes : []), ...trees.notes],
  });
  if (report.migrations.length === 0) desk.log([nothingFound(changes, globs)]);
  desk.log(
    terminal(report, { ruleUrl, columns: 120, quiet: false, colors: pc.createColors(false) }).split('\n'),
  );
  const artifacts = await artifactsOf(report, { event, changes, runner, inputs, failOn, globs });
  return publish(
    {
      event,
      runner,
      settings: inputs.channels,
      artifacts,
      sarifTarget: sarifTarget(event, trees.merged && proposed?.head === runner.sha, runner, startedAt),
      messages: [
        ...messagesOf(changes, event),
        ...(matchesNothing ? [scopeOfNothing(globs, inputs.folder)] : []),
      ],
    },
    { github, desk, wait: surroundings.wait },
  );
}

const LARGEST_PAYLOAD = 50 * 1024 * 1024;

function payloadOf({ eventPath }: Runner): unknown {
  const size = statSync(eventPath, { throwIfNoEntry: false })?.size ?? 0;
  return size === 0 || size > LARGEST_PAYLOAD ? undefined : json(readFileSync(eventPath, 'utf8'));
}

async function checkoutOf(
  event: Event,
  runner: Runner,
  { token }: Inputs,
  environment: Environment,
): Promise<Checkout | undefined> {
  const git = gitIn(runner.workspace, { ...runner, token }, environment);
  return openCheckout(
    runner.workspace,
    git,
    event.kind === 'pull-request' && !event.privileged ? [runner.sha, event.headSha] : [runner.sha],
  );
}

/** Throws a UserError where neither a checkout nor the token gives the files. */
async function treesOf(github: GitHub, checkout: Checkout | undefined, changes: ChangeSet): Promise<Trees> {
  const trees = await repositoryTrees(github, checkout, changes);
  if (trees !== undefined) return trees;
  throw new UserError(
    'the files of the repository are not to be had: add actions/checkout before this step, or give the job the permission contents: read',
  );
}

function messagesOf(changes: ChangeSet, event: Event): readonly Annotation[] {
  const privileged = event.kind === 'pull-request' && event.privileged ? [PRIVILEGED_NOTICE] : [];
  if (changes.kind === 'changed') return privileged;
  if (changes.refusal === undefined) return privileged;
  return [
    ...privileged,
    changes.refusal.kind === 'rate-limited'
      ? noticeFor('diff', changes.refusal, event)
      : scopeNotice(changes.why, changes.refusal),
  ];
}
