import { type Answer, type Headers, ok, type Refusal, refused, refusalOf, unavailable } from './refusal';

/** One request to GitHub's API, before it is known how it is carried. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** A path template as in GitHub's API description, or a whole URL. */
  readonly path: string;
  /** Values of the template, of the query and of the body. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly accept: 'json' | 'bytes';
  /** Whether doing it twice does no harm. Requests that create something are never repeated after an answer that may have been lost. */
  readonly repeatable: boolean;
}

/** Any answer, refusing ones included. */
export interface ApiResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly data: unknown;
}

/** Carries one request, once. Rejects only when no answer arrived. */
export type Carrier = (request: ApiRequest) => Promise<ApiResponse>;

/** Sends a request as often as it may be sent. */
export type Transport = (request: ApiRequest) => Promise<Answer<ApiResponse>>;

export interface Patience {
  /** Waits; a test gives one that returns at once. */
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly now: () => Date;
}

/** A rate limit that lasts longer is not waited for. */
const LONGEST_WAIT_SECONDS = 60;
const PAUSES_SECONDS = [1, 4];

/**
 * Repeats what may be repeated: once after a rate limit (nothing was done then, so this holds for creating requests
 * too), twice after a failure of the server or the network. An own loop instead of Octokit's retry and throttling
 * plugins, which repeat creating requests and hide their waits in timers that no test can shorten.
 */
export function patient(carry: Carrier, { wait, now }: Patience): Transport {
  return async (request) => {
    let limited = false;
    let failures = 0;
    for (;;) {
      const answer = await attempt(carry, request, now);
      if (answer.kind === 'ok') return answer;
      const { refusal } = answer;
      if (refusal.kind === 'rate-limited') {
        const seconds = refusal.retryAfter ?? LONGEST_WAIT_SECONDS;
        if (limited || seconds > LONGEST_WAIT_SECONDS) return answer;
        limited = true;
        await wait(Math.max(1, seconds) * 1000);
        continue;
      }
      const pause = PAUSES_SECONDS[failures++];
      if (refusal.kind !== 'unavailable' || !request.repeatable || pause === undefined) return answer;
      await wait(Math.min(LONGEST_WAIT_SECONDS, Math.max(pause, refusal.retryAfter ?? 0)) * 1000);
    }
  };
}

async function attempt(carry: Carrier, request: ApiRequest, now: () => Date): Promise<Answer<ApiResponse>> {
  try {
    const response = await carry(request);
    if (response.status >= 200 && response.status < 300) return ok(response);
    return refused(refusalOf(response.status, response.headers, messageOf(response), now()));
  } catch (error) {
    return refused(noAnswer(error));
  }
}

/** The words of a network failure lie in the error's cause. */
function noAnswer(error: unknown): Refusal {
  if (!(error instanceof Error)) return unavailable('no answer');
  const told = error.cause instanceof Error ? error.cause.message : error.message;
  const cause = told === error.message ? '' : `: ${told}`;
  return unavailable(`${error.message}${cause}`);
}

function messageOf({ status, data }: ApiResponse): string {
  if (status >= 300 && status < 400)
    return 'the API answered with a redirect to a place outside of it, which is not followed because the token would travel with it';
  if (typeof data === 'string' && data !== '') return data.slice(0, 500);
  if (typeof data !== 'object' || data === null || !('message' in data)) return `status ${String(status)}`;
  const details = 'errors' in data && Array.isArray(data.errors) ? data.errors.slice(0, 5).map(detailOf) : [];
  return [String(data.message), ...details].join('; ').slice(0, 1000);
}

function detailOf(error: unknown): string {
  if (typeof error === 'string') return error;
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return JSON.stringify(error);
}
