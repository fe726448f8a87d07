import type { Event } from './event';
import type { Runner } from './runner';
import type { SarifTarget } from './sarif-upload';

/**
 * The commit and ref that findings are reported for: those of the content that was analysed. Undefined where code
 * scanning gets nothing: in a merge queue, on a privileged event, on other branches than the default one.
 *
 * @param merged whether the merge commit holds the very versions that were analysed
 */
export function sarifTarget(
  event: Event,
  merged: boolean,
  runner: Runner,
  startedAt: Date,
): SarifTarget | undefined {
  const common = { startedAt: startedAt.toISOString() };
  switch (event.kind) {
    case 'pull-request':
      if (event.privileged) return undefined;
      return merged
        ? { ...common, commit: runner.sha, ref: `refs/pull/${String(event.number)}/merge` }
        : { ...common, commit: event.headSha, ref: `refs/pull/${String(event.number)}/head` };
    case 'push':
      return event.toDefaultBranch ? { ...common, commit: event.after, ref: event.ref } : undefined;
    case 'merge-group':
    case 'workflow-run':
    case 'other':
      return undefined;
  }
}
