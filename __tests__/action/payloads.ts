import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** What a test says about an event; the rest is one of GitHub's own examples. */
export interface PullRequestFacts {
  readonly number: number;
  readonly head: string;
  readonly base: string;
  readonly baseBranch?: string;
  readonly origin?: 'same-repository' | 'fork' | 'dependabot';
}

const packages = join(__dirname, 'node_modules/@octokit');
const examples = JSON.parse(
  readFileSync(join(packages, 'webhooks-examples/api.github.com/index.json'), 'utf8'),
) as { name: string; examples: Json[] }[];
const schema = JSON.parse(readFileSync(join(packages, 'webhooks-schemas/schema.json'), 'utf8')) as {
  readonly definitions: object;
};

type Json = Record<string, unknown>;

let ajv: Ajv | undefined;

/** What is wrong with a payload in the eyes of GitHub's schemas; empty if nothing is. */
export function payloadProblems(definition: string, payload: unknown): readonly string[] {
  // The definitions alone: the root of the schema, which is one of everything, takes ten seconds to compile.
  ajv ??= addFormats(
    new Ajv({ strict: false, schemas: [{ $id: 'webhooks', definitions: schema.definitions }] }),
  );
  const validate = ajv.getSchema(`webhooks#/definitions/${definition}`) as ValidateFunction;
  validate(payload);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

/** The first of GitHub's examples of an event that their own schema accepts; some are old. */
function example(event: string, definition: string, action?: string): Json {
  const all = examples.find(({ name }) => name === event)?.examples ?? [];
  const found = all.find(
    (payload) =>
      (action === undefined || payload['action'] === action) &&
      payloadProblems(definition, payload).length === 0,
  );
  if (found === undefined) throw new Error(`no valid example of ${event}`);
  return structuredClone(found);
}

/** A payload, checked. */
function checked(definition: string, payload: Json): Json {
  const problems = payloadProblems(definition, payload);
  if (problems.length > 0)
    throw new Error(`the payload is none of GitHub's: ${problems.slice(0, 3).join('; ')}`);
  return payload;
}

export function pullRequestPayload({
  number,
  head,
  base,
  baseBranch = 'main',
  origin = 'same-repository',
}: PullRequestFacts): Json {
  const payload = example('pull_request', 'pull_request$opened', 'opened');
  const pull = payload['pull_request'] as Json & {
    head: Json & { repo: Json };
    base: Json & { repo: Json };
    user: Json;
  };
  const repo = origin === 'fork' ? { ...pull.base.repo, id: 999, fork: true } : pull.base.repo;
  const user = origin === 'dependabot' ? { ...pull.user, login: 'dependabot[bot]', type: 'Bot' } : pull.user;
  const change = {
    number,
    user,
    head: { ...pull.head, sha: head, repo },
    base: { ...pull.base, sha: base, ref: baseBranch },
  };
  return checked('pull_request$opened', { ...payload, number, pull_request: { ...pull, ...change } });
}

export function pushPayload(change: {
  readonly ref: string;
  readonly before: string;
  readonly after: string;
}): Json {
  const payload = example('push', 'push$event');
  const repository = { ...(payload['repository'] as Json), default_branch: 'main' };
  return checked('push$event', { ...payload, ...change, repository, deleted: false });
}

export function mergeGroupPayload(base: string, head: string): Json {
  const payload = example('merge_group', 'merge_group$checks_requested');
  const group = { ...(payload['merge_group'] as Json), base_sha: base, head_sha: head };
  return checked('merge_group$checks_requested', { ...payload, merge_group: group });
}

export function dispatchPayload(): Json {
  return example('workflow_dispatch', 'workflow_dispatch$event');
}

export function workflowRunPayload(head: string, branch: string, owner: string): Json {
  const payload = example('workflow_run', 'workflow_run$completed', 'completed');
  const run = payload['workflow_run'] as Json & { head_repository: Json & { owner: Json } };
  const repository = { ...run.head_repository, owner: { ...run.head_repository.owner, login: owner } };
  return checked('workflow_run$completed', {
    ...payload,
    workflow_run: { ...run, head_sha: head, head_branch: branch, head_repository: repository },
  });
}
