import { api } from './api';
import type { GitHub } from './github';
import { type Fetch, following, httpFetch, LARGEST_ANSWER } from './http';
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

/**
 * GitHub by HTTP. The packages are loaded here and not at import: they exist as ES modules only, cost time, and the
 * command line needs none of them.
 */
export async function connect(connection: Connection): Promise<GitHub> {
  return api(patient(await carrier(connection), connection), connection);
}

async function carrier({ token, apiUrl, timeoutMilliseconds }: Connection): Promise<Carrier> {
  const [{ Octokit }, fetch] = await Promise.all([import('@octokit/rest'), fetchOf()]);
  const octokit = new Octokit({
    auth: token,
    baseUrl: apiUrl,
    userAgent: 'pgfence',
    request: { fetch: following(fetch, apiUrl), redirect: 'manual' },
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

/** The fetch of @actions/github where the runner names a proxy, which that one goes through. It is large, so else it is not loaded. */
async function fetchOf(): Promise<Fetch> {
  const proxied = Object.entries(process.env).some(([name, value]) => /^https?_proxy$/i.test(name) && value);
  if (!proxied) return httpFetch;
  const { defaults } = await import('@actions/github/lib/utils');
  return (defaults.request?.fetch as Fetch | undefined) ?? httpFetch;
}

const nothing = (): void => undefined;
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** The body of a raw answer: whole from our own fetch, a stream from one that goes through a proxy. */
async function bytesOf(body: unknown): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body;
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
