import { api } from './api';
import type { GitHub } from './github';
import type { Headers } from './refusal';
import { member } from './untrusted';
import { type Carrier, type Patience, patient } from './transport';

/** Where GitHub is and who asks. All of it is given by the runner, so that GitHub Enterprise Server works too. */
export interface Connection extends Patience {
  readonly token: string;
  readonly owner: string;
  readonly repo: string;
  /** `GITHUB_API_URL`, with its `/api/v3` on an Enterprise Server. */
  readonly apiUrl: string;
  /** `GITHUB_GRAPHQL_URL`. */
  readonly graphqlUrl: string;
  /** For one attempt. */
  readonly timeoutMilliseconds: number;
}

/** Answers above this many bytes are cut off: migrations beyond 10 MB are not read. */
const LARGEST_ANSWER = 48 * 1024 * 1024;

/**
 * GitHub by HTTP. The packages are loaded here and not at import: they exist as ES modules only, cost time, and the
 * command line needs none of them.
 */
export async function connect(connection: Connection): Promise<GitHub> {
  return api(patient(await carrier(connection), connection), connection);
}

async function carrier({ token, apiUrl, timeoutMilliseconds }: Connection): Promise<Carrier> {
  const [{ Octokit }, { defaults }] = await Promise.all([
    import('@octokit/rest'),
    import('@actions/github/lib/utils'),
  ]);
  const octokit = new Octokit({
    auth: token,
    baseUrl: apiUrl,
    userAgent: 'pgfence',
    // The request of @actions/github goes through the proxy that the runner names. A redirect would take the token along.
    request: { ...defaults.request, redirect: 'manual' },
    log: SILENT,
  });
  return async ({ method, path, parameters, accept }) => {
    const raw = accept === 'bytes';
    try {
      const response = await octokit.request({
        ...parameters,
        method,
        url: path,
        headers: {
          accept: raw ? 'application/vnd.github.raw+json' : 'application/vnd.github+json',
          'x-github-api-version': '2022-11-28',
        },
        // As bytes: the charset of a raw answer says UTF-8 whatever the file is.
        request: { signal: AbortSignal.timeout(timeoutMilliseconds), parseSuccessResponseBody: !raw },
      });
      const data: unknown = raw ? await bytesOf(response.data) : response.data;
      // Octokit hands out the text of what it cannot read as JSON, and an empty one where the connection broke.
      if (!raw && typeof data === 'string' && response.status === 200)
        throw new Error('the answer was cut off');
      return { status: response.status, headers: plain(response.headers), data };
    } catch (error) {
      const response = member(error, 'response');
      const status = member(response, 'status');
      if (typeof status !== 'number') throw error;
      return { status, headers: plain(member(response, 'headers')), data: member(response, 'data') };
    }
  };
}

const nothing = (): void => undefined;
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };

async function bytesOf(body: unknown): Promise<Uint8Array> {
  if (!(body instanceof ReadableStream)) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.byteLength;
    if (size > LARGEST_ANSWER) throw new Error('the answer is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function plain(headers: unknown): Headers {
  if (typeof headers !== 'object' || headers === null) return {};
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      value === undefined ? undefined : String(value),
    ]),
  );
}
