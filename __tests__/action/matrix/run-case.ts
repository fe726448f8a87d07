import { marker, stateLine } from '../../../src/github/comment-state';
import { dispatchPayload, pullRequestPayload } from '../payloads';
import { type Outcome, runAction, type Step } from '../run-action';
import { type Scenario, scenario } from '../scenario';
import { addComment } from '../server/world';
import { type Case, scriptOf, TOKENS } from './cases';
import { CONTENTS, type ContentName } from './contents';

/** Runs cases of one content, one after the other: they share its repository and its server. */
export async function runCases(
  content: ContentName,
  cases: readonly (readonly [string, Case])[],
  tell: (name: string, run: Outcome, at: Scenario) => void,
): Promise<void> {
  const at = await scenario(CONTENTS[content]);
  for (const [name, one] of cases) tell(name, await runCase(at, one), at);
  await at.stop();
}

async function runCase(at: Scenario, one: Case): Promise<Outcome> {
  reset(at);
  await prepare(at, one);
  at.state.permissions = TOKENS[one.token];
  const script = scriptOf(one.answer);
  if (script !== undefined) at.server.script(script.matching, ...script.answers);
  return start(at, one, one.earlier === 'the same run' ? { runAttempt: 2 } : {});
}

function reset({ state, server, head }: Scenario): void {
  for (const list of [state.comments, state.reviewComments, state.sarifs]) list.length = 0;
  Object.assign(state.pulls.get(12) ?? {}, { open: true, head });
  server.forget();
}

const GONE = { runId: 1, runAttempt: 1, findings: ['0123456789abcdef'.slice(0, 8)] };

async function prepare(at: Scenario, one: Case): Promise<void> {
  const { state, head } = at;
  const ours = (more: object = {}): string =>
    `${marker('default')}\n${stateLine({ headSha: at.base, ...GONE, ...more })}\n## 🛑 of an earlier push\n`;
  switch (one.earlier) {
    case 'nothing':
      return;
    case 'a finding that is gone':
      addComment(state, 12, ours());
      return;
    case 'the same run':
      state.permissions = TOKENS[one.token];
      await start(at, one, {});
      return;
    case 'a minimized comment':
      addComment(state, 12, ours()).minimized = true;
      return;
    case 'two comments of ours':
      addComment(state, 12, ours());
      addComment(state, 12, ours());
      return;
    case 'a comment that somebody forged':
      addComment(state, 12, ours(), 'mallory');
      return;
    case '500 comments of others before ours':
      for (let index = 0; index < 500; index++) addComment(state, 12, `+${String(index)}`, 'ada');
      addComment(state, 12, ours());
      return;
    case 'a newer run':
      addComment(state, 12, ours({ headSha: head, runId: 9999 }));
      return;
    case 'a closed pull request':
      Object.assign(state.pulls.get(12) ?? {}, { open: false });
      return;
    case 'a newer commit':
      Object.assign(state.pulls.get(12) ?? {}, {
        head: at.origin.git('commit-tree', `${head}^{tree}`, '-p', head, '-m', 'newer'),
      });
  }
}

const ZERO = '0'.repeat(40);

function start(at: Scenario, { event, checkout }: Case, more: Partial<Step>): Promise<Outcome> {
  const workspace = (commit: string): Partial<Step> =>
    checkout === 'none' ? {} : { workspace: at.workspace(commit) };
  const main = { sha: at.merge, ref: 'refs/heads/main', state: at.state, server: at.server };
  switch (event) {
    case 'pull_request':
      return at.pullRequest({ checkout, ...more });
    case 'pull_request from a fork':
      return at.pullRequest({ checkout, origin: 'fork', ...more });
    case 'pull_request of Dependabot':
      return at.pullRequest({ checkout, origin: 'dependabot', ...more });
    case 'pull_request_target':
      return runAction({
        ...main,
        event,
        payload: pullRequestPayload({ number: 12, head: at.head, base: at.base, origin: 'fork' }),
        sha: at.base,
        ...workspace(at.base),
      });
    case 'merge_group':
      return at.mergeGroup(checkout === 'none' ? { bare: true } : {});
    case 'push to the default branch':
      return at.push('refs/heads/main', at.base, at.merge, checkout === 'none' ? { bare: true } : {});
    case 'push to a branch':
      return at.push('refs/heads/orders', at.base, at.head, checkout === 'none' ? { bare: true } : {});
    case 'push of a new branch':
      return at.push('refs/heads/orders', ZERO, at.head, checkout === 'none' ? { bare: true } : {});
    case 'push of a tag':
      return at.push('refs/tags/v1.0.0', ZERO, at.head, checkout === 'none' ? { bare: true } : {});
    case 'workflow_dispatch':
      return runAction({ ...main, event, payload: dispatchPayload(), ...workspace(at.merge) });
    case 'schedule':
      return runAction({ ...main, event, payload: { schedule: '0 3 * * *' }, ...workspace(at.merge) });
    case 'issue_comment':
      return runAction({ ...main, event, payload: { action: 'created' }, ...workspace(at.merge) });
  }
}
