import { channels } from './api-channels';
import { contents } from './api-contents';
import type { GitHub } from './github';
import { type Answer, ok, refused, unavailable } from './refusal';
import { list, member, text } from './untrusted';
import type { ApiRequest, ApiResponse, Transport } from './transport';

/** What the requests are about. */
export interface Target {
  readonly owner: string;
  readonly repo: string;
  readonly graphqlUrl: string;
}

/** Asks the API of one repository, and reads the answers with suspicion: a cut-off one must not pass for an empty one. */
export interface Asker {
  /** `read` returns undefined for an answer that is not what GitHub describes. */
  readonly get: <T>(
    path: string,
    parameters: Parameters,
    read: (response: ApiResponse) => T | undefined,
  ) => Promise<Answer<T>>;
  readonly bytes: (path: string, parameters: Parameters) => Promise<Answer<Uint8Array>>;
  /** For what creates something: never sent twice. */
  readonly create: <T>(
    path: string,
    parameters: Parameters,
    read: (response: ApiResponse) => T | undefined,
  ) => Promise<Answer<T>>;
  readonly change: <T>(
    method: 'PATCH' | 'DELETE',
    path: string,
    parameters: Parameters,
    read: (response: ApiResponse) => T | undefined,
  ) => Promise<Answer<T>>;
  readonly query: <T>(
    query: string,
    variables: Parameters,
    read: (data: unknown) => T | undefined,
  ) => Promise<Answer<T>>;
}

type Parameters = Readonly<Record<string, unknown>>;

/** The port over a transport. */
export function api(send: Transport, target: Target): GitHub {
  const ask = asker(send, target);
  return { ...contents(ask), ...channels(ask) };
}

function asker(send: Transport, { owner, repo, graphqlUrl }: Target): Asker {
  const json = async <T>(
    request: Omit<ApiRequest, 'accept'>,
    read: (response: ApiResponse) => T | undefined,
  ): Promise<Answer<T>> => {
    const answer = await send({ ...request, accept: 'json' });
    if (answer.kind === 'refused') return answer;
    return orUnread(read(answer.value));
  };
  const within = (path: string): string => `/repos/{owner}/{repo}${path}`;
  return {
    get: (path, parameters, read) =>
      json(
        { method: 'GET', path: within(path), parameters: { ...parameters, owner, repo }, repeatable: true },
        read,
      ),
    create: (path, parameters, read) =>
      json(
        { method: 'POST', path: within(path), parameters: { ...parameters, owner, repo }, repeatable: false },
        read,
      ),
    change: (method, path, parameters, read) =>
      json(
        { method, path: within(path), parameters: { ...parameters, owner, repo }, repeatable: true },
        read,
      ),
    bytes: async (path, parameters) => {
      const request = {
        method: 'GET',
        path: within(path),
        parameters: { ...parameters, owner, repo },
      } as const;
      const answer = await send({ ...request, accept: 'bytes', repeatable: true });
      if (answer.kind === 'refused') return answer;
      return orUnread(answer.value.data instanceof Uint8Array ? answer.value.data : undefined);
    },
    query: async (query, variables, read) => {
      const parameters = { query, variables: { ...variables, owner, repo } };
      const answer = await send({
        method: 'POST',
        path: graphqlUrl,
        parameters,
        accept: 'json',
        repeatable: true,
      });
      if (answer.kind === 'refused') return answer;
      const { data } = answer.value;
      const [error] = list(member(data, 'errors'));
      // Beside an error GitHub gives null for what it would not tell, which must not pass for "there is none".
      return error === undefined ? orUnread(read(member(data, 'data'))) : refused(graphqlRefusal(error));
    },
  };
}

function orUnread<T>(value: T | undefined): Answer<T> {
  return value === undefined
    ? refused(unavailable('the answer was cut off or is not what GitHub describes'))
    : ok(value);
}

function graphqlRefusal(error: unknown): ReturnType<typeof unavailable> {
  const message = text(member(error, 'message')) ?? 'the query was refused';
  const type = text(member(error, 'type')) ?? '';
  if (type === 'NOT_FOUND') return { kind: 'not-found', message };
  if (type === 'FORBIDDEN' || type === 'INSUFFICIENT_SCOPES') return { kind: 'permission', message };
  if (type === 'RATE_LIMITED') return { kind: 'rate-limited', message };
  return { kind: 'unavailable', message };
}
