import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** What Octokit gives to a fetch. */
export interface HttpRequest {
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/** What Octokit reads of an answer. */
export interface HttpAnswer {
  readonly status: number;
  readonly url: string;
  readonly headers: Iterable<[string, string]> & {
    readonly get: (name: string) => string | null | undefined;
  };
  readonly body: unknown;
  readonly text: () => Promise<string>;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
}

export type Fetch = (url: string, request: HttpRequest) => Promise<HttpAnswer>;

/** Answers above this many bytes are cut off: migrations beyond 10 MB are not read. */
export const LARGEST_ANSWER = 48 * 1024 * 1024;
const MOST_REDIRECTS = 3;

/**
 * Follows redirects as they stand, with method and body, but inside the API alone: GitHub asks its clients to follow them (docs:
 * best practices for using the REST API; a repository that was renamed answers with one), and elsewhere the token would
 * travel with the request.
 */
export function following(fetch: Fetch, apiUrl: string): Fetch {
  return async (url, request) => {
    let from = url;
    for (let redirects = 0; ; redirects++) {
      const answer = await fetch(from, request);
      const to = redirects < MOST_REDIRECTS ? nextOf(answer, from, apiUrl) : undefined;
      if (to === undefined) return answer;
      from = to;
    }
  };
}

function nextOf({ status, headers }: HttpAnswer, from: string, apiUrl: string): string | undefined {
  const location = headers.get('location') ?? '';
  if (![301, 302, 307, 308].includes(status) || location === '' || !URL.canParse(location, from))
    return undefined;
  const to = new URL(location, from).href;
  return to.startsWith(`${new URL(apiUrl).href.replace(/\/$/, '')}/`) ? to : undefined;
}

/** One exchange, without the fetch of Node, which takes as long to load as a small review. Rejects where no whole answer arrived. */
export const httpFetch: Fetch = async (url, request) => {
  const message = await send(url, request);
  const content = await contentOf(message);
  const bytes =
    message.headers['content-encoding'] === 'gzip'
      ? await promisify(gunzip)(content, { maxOutputLength: LARGEST_ANSWER })
      : content;
  return {
    status: message.statusCode ?? 0,
    url,
    headers: new Map(
      Object.entries(message.headers).map(([name, value]): [string, string] => [name, String(value)]),
    ),
    body: bytes,
    text: () => Promise.resolve(bytes.toString('utf8')),
    arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer),
  };
};

async function send(
  url: string,
  { method = 'GET', headers = {}, body, signal }: HttpRequest,
): Promise<IncomingMessage> {
  const { request } = await (url.startsWith('http:') ? import('node:http') : import('node:https'));
  const content = typeof body === 'string' ? Buffer.from(body, 'utf8') : undefined;
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method,
      headers: {
        ...headers,
        'accept-encoding': 'gzip',
        ...(content === undefined ? {} : { 'content-length': content.length }),
      },
      ...(signal === undefined ? {} : { signal }),
    });
    sent.on('response', resolve);
    sent.on('error', reject);
    sent.end(content);
  });
}

/** An answer that breaks off rejects: it must not pass for a short one. */
async function contentOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > LARGEST_ANSWER) throw new Error('the answer is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
