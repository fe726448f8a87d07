import type { Edition } from '../../src/action/artifacts-of';
import { artifactsOf } from '../../src/action/artifacts-of';
import { readInputs } from '../../src/action/inputs';
import { reviewChanges } from '../../src/action/review-changes';
import type { Artifacts } from '../../src/github/artifacts';
import type { ChangeSet } from '../../src/github/change-set';
import type { ChangedFile } from '../../src/github/changed-file';
import type { Event } from '../../src/github/event';
import type { FileTree } from '../../src/github/file-tree';
import type { ChangedLines } from '../../src/github/patch';
import { WHOLE } from '../../src/github/patch';
import type { Runner } from '../../src/github/runner';
import { RULES } from '../../src/rules/registry.generated';
import type { Report } from '../../src/findings/report';

type Files = Readonly<Record<string, string>>;

/** A pull request, as the parts of the action that know nothing of GitHub see it. */
export interface Proposal {
  readonly base?: Files;
  /** Null deletes. */
  readonly change: Readonly<Record<string, string | null>>;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Rules that look; all of them by default. With a list, later rules leave the outcome as it is. */
  readonly rules?: readonly string[];
  /** No change set was to be had. */
  readonly noDiff?: string;
  readonly event?: Event;
}

/** Everything that the action makes of a pull request, without a process and without a server. */
export interface Reviewed {
  readonly report: Report;
  readonly artifacts: Artifacts;
}

export const HEAD = 'def5678'.padEnd(40, '0');
const BASE = 'abc1234'.padEnd(40, '0');

const PULL_REQUEST: Event = {
  kind: 'pull-request',
  number: 12,
  headSha: HEAD,
  baseSha: BASE,
  baseBranch: 'main',
  origin: 'same-repository',
  privileged: false,
};

const RUNNER: Runner = {
  owner: 'acme',
  repo: 'shop',
  sha: HEAD,
  ref: 'refs/pull/12/merge',
  eventName: 'pull_request',
  eventPath: '/event.json',
  workspace: '/workspace',
  temp: '/temp',
  serverUrl: 'https://github.com',
  apiUrl: 'https://api.github.com',
  graphqlUrl: 'https://api.github.com/graphql',
  runId: '9001',
  runAttempt: '1',
  runNumber: '42',
  debug: false,
};

export async function reviewed(proposal: Proposal): Promise<Reviewed> {
  const { base = {}, change, rules, noDiff, event = PULL_REQUEST } = proposal;
  const inputs = readInputs(
    Object.fromEntries(
      Object.entries(proposal.inputs ?? {}).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
  );
  const head = Object.fromEntries(
    Object.entries({ ...base, ...change }).filter((entry): entry is [string, string] => entry[1] !== null),
  );
  const configured = rules === undefined ? head : { ...head, 'pgfence.config.json': only(rules) };
  const changes: ChangeSet =
    noDiff === undefined
      ? { kind: 'changed', files: changedFiles(base, change), base: BASE, head: HEAD, notes: [] }
      : { kind: 'all', head: HEAD, why: noDiff };
  const { report, failOn, globs } = await reviewChanges({
    changes,
    head: treeOf(configured),
    base: noDiff === undefined ? treeOf(base) : undefined,
    trusted: treeOf(configured),
    inputs,
    gates: true,
    notes: [],
  });
  const edition: Edition = { event, changes, runner: RUNNER, inputs, failOn, globs };
  const stable = { ...report, pgfence: '1.0.0' };
  return { report: stable, artifacts: await artifactsOf(stable, edition) };
}

function only(rules: readonly string[]): string {
  const off = RULES.filter(({ id }) => !rules.includes(id)).map(({ id }) => [id, 'off'] as const);
  return JSON.stringify({ rules: Object.fromEntries(off) });
}

function treeOf(files: Files): FileTree {
  return {
    paths: Object.keys(files).sort(),
    read: (path) => {
      const text = files[path];
      return text === undefined ? { kind: 'absent' } : { kind: 'bytes', bytes: Buffer.from(text, 'utf8') };
    },
    load: () => Promise.resolve(),
  };
}

function changedFiles(base: Files, change: Proposal['change']): readonly ChangedFile[] {
  return Object.entries(change).map(([path, text]): ChangedFile => {
    const before = base[path];
    if (text === null) return { path, status: 'deleted', lines: { added: [], removedAfter: [] } };
    if (before === undefined) return { path, status: 'added', lines: WHOLE };
    return { path, status: 'modified', lines: changedLines(before.split('\n'), text.split('\n')) };
  });
}

/** All between the first and the last line that differ. */
function changedLines(before: readonly string[], after: readonly string[]): ChangedLines {
  let start = 0;
  while (start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end))
    end++;
  const last = after.length - end;
  const added = last > start ? [{ start: start + 1, end: last }] : [];
  return { added, removedAfter: before.length - end > start ? [start] : [] };
}
