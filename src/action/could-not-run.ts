import { publishComment } from '../github/comment';
import { stateOf } from '../github/comment-state';
import type { Event } from '../github/event';
import type { GitHub } from '../github/github';
import type { Environment, Runner } from '../github/runner';

/**
 * Says in the comment of an earlier run that this one could not be made, so that its result is not taken for that of the
 * new commit. Where there is no comment, none is made. It must not fail: it is the last thing that a failed run does.
 */
export async function tellThatNothingRan(
  github: GitHub,
  event: Event,
  runner: Runner,
  environment: Environment,
  wait: (milliseconds: number) => Promise<void>,
): Promise<void> {
  if (event.kind !== 'pull-request' || environment['INPUT_COMMENT'] === 'never') return;
  const url = `${runner.serverUrl}/${runner.owner}/${runner.repo}/actions/runs/${runner.runId}`;
  await publishComment(
    github,
    {
      pullRequest: event.number,
      key: environment['INPUT_COMMENT-KEY'] || 'default',
      state: stateOf(event.headSha, Number(runner.runId), Number(runner.runAttempt), []),
      keepsFindings: true,
      create: false,
      render: () => [
        () =>
          `## ⚠️ pgfence could not run\n\nCommit ${event.headSha.slice(0, 7)} was not analysed. The [log of the run](${url}) says why.\n`,
      ],
    },
    wait,
  );
}
