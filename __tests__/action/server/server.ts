import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Request } from 'openapi-backend';
import { runQuery } from './graphql';
import { type Answer, restAnswer } from './rest';
import type { World } from './world';

/** A GitHub on this machine, with the paths of an Enterprise Server. */
export interface GitHubServer {
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  /** All requests so far: `POST /repos/acme/shop/issues/12/comments`. */
  readonly requests: RecordedRequest[];
  /** What does not agree with GitHub's descriptions. Every test wants this to be empty. */
  readonly violations: string[];
  /** Answers the next requests that match with these, instead of doing what is asked. */
  readonly script: (matching: RegExp, ...answers: readonly Scripted[]) => void;
  /** Forgets scripts and violations, for the next run. */
  readonly forget: () => void;
  readonly stop: () => Promise<void>;
}

export interface RecordedRequest {
  readonly line: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

export type Scripted =
  | (Partial<Answer> & { readonly status: number })
  /** Closes the connection without an answer; `late` after doing what is asked, `half` in the middle of an answer. */
  | 'drop'
  | 'drop late'
  | 'drop half'
  /** Answers, after so many milliseconds. */
  | { readonly delay: number };

export const TOKEN = 'ghs_test0123456789';

export async function startServer(state: World): Promise<GitHubServer> {
  const violations: string[] = [];
  const requests: RecordedRequest[] = [];
  const scripts: { matching: RegExp; answers: Scripted[] }[] = [];
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      violations.push(`the server failed: ${String(error)}`);
      response.destroy();
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const url = request.url ?? '';
    if (url.startsWith(`/${state.owner}/${state.repo}/`)) {
      requests.push({
        line: `git ${request.method ?? ''} ${url.split('?')[0] ?? ''}`,
        authorization: request.headers.authorization,
        body: undefined,
      });
      gitBackend(state, request, body, response);
      return;
    }
    const path = url.replace(/^\/api(\/v3)?/, '');
    const line = `${request.method ?? ''} ${decodeURIComponent(path.split('?')[0] ?? '')}`;
    const json: unknown = body.length === 0 ? undefined : JSON.parse(body.toString('utf8'));
    requests.push({ line, authorization: request.headers.authorization, body: json });
    const scripted = scripts
      .find(({ matching, answers }) => matching.test(line) && answers.length > 0)
      ?.answers.shift();
    if (scripted === 'drop') return void response.destroy();
    if (typeof scripted === 'object' && 'delay' in scripted)
      await new Promise((resolve) => setTimeout(resolve, scripted.delay));
    const answer =
      typeof scripted === 'object' && 'status' in scripted
        ? { body: { message: 'scripted' }, ...scripted }
        : await real(request, path, json);
    if (scripted === 'drop late') return void response.destroy();
    send(response, answer, scripted === 'drop half');
  }

  async function real(request: IncomingMessage, path: string, body: unknown): Promise<Answer> {
    if (request.headers.authorization !== `token ${TOKEN}`)
      return { status: 401, body: { message: 'Bad credentials' } };
    if (path === '/graphql') {
      const { query, variables } = body as { query: string; variables: Record<string, unknown> };
      return { status: 200, body: await runQuery(state, query, variables, violations) };
    }
    const asked: Request = {
      method: request.method ?? 'GET',
      path: path.split('?')[0] ?? '',
      query: path.split('?')[1] ?? '',
      body,
      headers: request.headers as Record<string, string | string[]>,
    };
    return restAnswer(asked, { state, violations });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const serverUrl = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    serverUrl,
    apiUrl: `${serverUrl}/api/v3`,
    graphqlUrl: `${serverUrl}/api/graphql`,
    requests,
    violations,
    script: (matching, ...answers) => void scripts.push({ matching, answers: [...answers] }),
    forget: () => {
      scripts.length = 0;
      violations.length = 0;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, { status, body, headers }: Answer, half: boolean): void {
  const content =
    body === undefined ? Buffer.alloc(0) : Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'x-github-request-id': 'C0DE:1:2:3',
    ...(status === 204 ? {} : { 'content-length': String(content.length) }),
    ...headers,
  });
  if (!half) return void response.end(content);
  response.write(content.subarray(0, content.length >> 1), () => response.destroy());
}

/** Serves fetches from the origin as GitHub does; a private repository wants the token. */
function gitBackend(state: World, request: IncomingMessage, body: Buffer, response: ServerResponse): void {
  const basic = Buffer.from(`x-access-token:${TOKEN}`).toString('base64');
  if (state.private && request.headers.authorization !== `basic ${basic}`) {
    response.writeHead(401, { 'www-authenticate': 'Basic realm="GitHub"' }).end();
    return;
  }
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const backend = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env['PATH'],
      GIT_PROJECT_ROOT: `${state.origin.folder}/.git`,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: path.slice(`/${state.owner}/${state.repo}`.length),
      QUERY_STRING: query,
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      CONTENT_LENGTH: String(body.length),
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REMOTE_USER: 'x',
    },
  });
  const chunks: Buffer[] = [];
  backend.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  backend.on('close', () => {
    const output = Buffer.concat(chunks);
    const end = output.indexOf('\r\n\r\n');
    const fields = output
      .toString('latin1', 0, Math.max(0, end))
      .split('\r\n')
      .map((field) => field.split(': ') as [string, string]);
    const status = Number(/^\d+/.exec(fields.find(([name]) => name === 'Status')?.[1] ?? '200')?.[0]);
    response
      .writeHead(status, Object.fromEntries(fields.filter(([name]) => name !== 'Status')))
      .end(output.subarray(end + 4));
  });
  // A backend that has its answer closes its input early; what it says on its output is the answer then too.
  backend.stdin.on('error', () => undefined);
  backend.stdin.end(body);
}
