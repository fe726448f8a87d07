import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { newRepository, type Repository, repositoryIn } from '../github/repository';
import { mergeGroupPayload, pullRequestPayload, pushPayload, workflowRunPayload } from './payloads';
import { type Outcome, runAction, type Step } from './run-action';
import { type GitHubServer, startServer } from './server/server';
import { world, type World } from './server/world';

type Files = Readonly<Record<string, string | null>>;

/** A repository with a pull request, a server over it, and checkouts as actions/checkout makes them. */
export interface Scenario {
  readonly state: World;
  readonly server: GitHubServer;
  readonly origin: Repository;
  readonly base: string;
  head: string;
  merge: string;
  /** Runs the action on the pull request. */
  readonly pullRequest: (
    change?: Partial<Step> & { readonly checkout?: Checkout; readonly origin?: 'fork' | 'dependabot' },
  ) => Promise<Outcome>;
  readonly push: (ref: string, before: string, after: string, change?: Partial<Step>) => Promise<Outcome>;
  readonly mergeGroup: (change?: Partial<Step>) => Promise<Outcome>;
  /** The companion workflow, with a report that it has downloaded. */
  readonly workflowRun: (
    name: string,
    report: string,
    inputs?: Readonly<Record<string, string>>,
  ) => Promise<Outcome>;
  /** Adds a commit to the pull request. */
  readonly amend: (files: Files) => void;
  /** A checkout of its own, to be changed. */
  readonly checkout: (commit: string) => Repository;
  /** The folder of a checkout that runs share. */
  readonly workspace: (commit: string) => string;
  readonly stop: () => Promise<void>;
}

export type Checkout = 'merge' | 'head' | 'none';

export interface Setting {
  /** What the base branch holds when the pull request is opened. */
  readonly base: Readonly<Record<string, string>>;
  readonly change: Files;
  /** What the base branch gains afterwards. */
  readonly later?: Files;
  readonly world?: Partial<World>;
}

export async function scenario({
  base: start,
  change,
  later = {},
  world: with_ = {},
}: Setting): Promise<Scenario> {
  const origin = newRepository();
  origin.commit(start);
  origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  origin.git('checkout', '--quiet', '-b', 'orders');
  const head = origin.commit(change);
  origin.git('checkout', '--quiet', 'main');
  const base = Object.keys(later).length === 0 ? origin.git('rev-parse', 'HEAD') : origin.commit(later);
  const state = world(origin, with_);
  const server = await startServer(state);
  const clones: Repository[] = [];
  const pristine = new Map<string, Repository>();
  const checkout = (commit: string): Repository => {
    const clone = pristine.get(commit) ?? shallowClone(origin, commit);
    pristine.set(commit, clone);
    const copy = repositoryIn(mkdtempSync(join(tmpdir(), 'pgfence-test-')));
    cpSync(clone.folder, copy.folder, { recursive: true });
    clones.push(copy);
    return copy;
  };
  // The workspace of a run. A run changes nothing in it but for what it fetches, so the next one gets it too, until one has fetched.
  const workspaces = new Map<string, { readonly folder: string; readonly since: number }>();
  const workspace = (commit: string): string => {
    const used = workspaces.get(commit);
    if (used !== undefined && !server.requests.slice(used.since).some(({ line }) => line.startsWith('git ')))
      return used.folder;
    const { folder } = checkout(commit);
    workspaces.set(commit, { folder, since: server.requests.length });
    return folder;
  };
  const merged = (): string => {
    origin.git('checkout', '--quiet', '--detach', 'main');
    origin.git('merge', '--quiet', '--no-ff', '--message', 'merge', 'orders');
    const merge = origin.git('rev-parse', 'HEAD');
    origin.git('update-ref', 'refs/pull/12/merge', merge);
    origin.git('checkout', '--quiet', 'main');
    return merge;
  };
  state.pulls.set(12, { head, baseBranch: 'main', open: true });
  const made: Scenario = {
    state,
    server,
    origin,
    base,
    head,
    merge: merged(),
    checkout,
    workspace,
    pullRequest: ({ checkout: kind = 'merge', origin: from, ...change_ } = {}) => {
      const facts = {
        number: 12,
        head: made.head,
        base: origin.read('rev-list', '--max-parents=0', 'main'),
        ...(from === undefined ? {} : { origin: from }),
      };
      const place =
        kind === 'none' ? {} : { workspace: workspace(kind === 'merge' ? made.merge : made.head) };
      return runAction({
        state,
        server,
        event: 'pull_request',
        payload: pullRequestPayload(facts),
        sha: made.merge,
        ref: 'refs/pull/12/merge',
        ...place,
        ...change_,
      });
    },
    push: (ref, before, after, change_ = {}) =>
      runAction({
        state,
        server,
        event: 'push',
        payload: pushPayload({ ref, before, after }),
        sha: after,
        ref,
        workspace: workspace(after),
        ...change_,
      }),
    mergeGroup: (change_ = {}) =>
      runAction({
        state,
        server,
        event: 'merge_group',
        payload: mergeGroupPayload(base, made.merge),
        sha: made.merge,
        ref: 'refs/heads/gh-readonly-queue/main/pr-12',
        workspace: workspace(made.merge),
        ...change_,
      }),
    workflowRun: async (name, report, inputs = {}) => {
      const workspace = mkdtempSync(join(tmpdir(), 'pgfence-workspace-'));
      mkdirSync(dirname(join(workspace, name)), { recursive: true });
      writeFileSync(join(workspace, name), report);
      const run = await runAction({
        state,
        server,
        event: 'workflow_run',
        payload: workflowRunPayload(made.head, 'orders', 'ada'),
        sha: base,
        ref: 'refs/heads/main',
        workspace,
        inputs: { 'publish-report': name, ...inputs },
      });
      rmSync(workspace, { recursive: true, force: true });
      return run;
    },
    amend: (files) => {
      origin.git('checkout', '--quiet', 'orders');
      made.head = origin.commit(files);
      const pull = state.pulls.get(12);
      if (pull !== undefined) pull.head = made.head;
      made.merge = merged();
    },
    stop: async () => {
      await server.stop();
      for (const repository of [origin, ...pristine.values(), ...clones]) repository.remove();
    },
  };
  return made;
}

/** As actions/checkout makes it: one commit. */
function shallowClone(origin: Repository, commit: string): Repository {
  const clone = newRepository();
  clone.git('fetch', '--quiet', '--depth=1', `file://${origin.folder}`, commit);
  clone.git('checkout', '--quiet', '--detach', 'FETCH_HEAD');
  return clone;
}
