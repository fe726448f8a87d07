/** What GitHub, or the way to it, answered instead of doing what was asked. A value, never an exception. */
export interface Refusal {
  readonly kind: RefusalKind;
  /** The status of the answer; absent when none arrived. */
  readonly status?: number;
  /** GitHub's own words, or those of the network. Foreign text: escape it before it is shown. */
  readonly message: string;
  /** `x-github-request-id`, which GitHub's support asks for. */
  readonly requestId?: string;
  /** Seconds to wait before another try, as the answer says. */
  readonly retryAfter?: number;
}

export type RefusalKind =
  | 'unauthenticated' // the token is missing, expired or wrong
  | 'permission' // the token lacks a scope, or is read-only (fork, Dependabot)
  | 'policy' // the organisation forbids it: IP allow list, SAML
  | 'feature-off' // code scanning is not enabled
  | 'archived'
  | 'locked' // the conversation of the pull request is locked
  | 'not-found'
  | 'too-large'
  | 'invalid' // GitHub did not accept the request's content
  | 'rate-limited'
  | 'unavailable'; // 5xx, network, timeout, an answer cut short

/** The answer to a question: a value, or the reason why there is none. */
export type Answer<T> =
  { readonly kind: 'ok'; readonly value: T } | { readonly kind: 'refused'; readonly refusal: Refusal };

export const ok = <T>(value: T): Answer<T> => ({ kind: 'ok', value });

export const refused = (refusal: Refusal): { readonly kind: 'refused'; readonly refusal: Refusal } => ({
  kind: 'refused',
  refusal,
});

/** Header names in lower case. */
export type Headers = Readonly<Record<string, string | undefined>>;

/**
 * Classifies a refusing answer. A 403 is a rate limit when a header or the text says so, and a missing permission only
 * when nothing else explains it. The texts are GitHub's (codeql-action: api-client.ts; docs: troubleshooting SARIF uploads).
 */
export function refusalOf(status: number, headers: Headers, message: string, now: Date): Refusal {
  const requestId = headers['x-github-request-id'];
  const retryAfter = secondsToWait(headers, now);
  return {
    kind: kindOf(status, headers, message),
    status,
    message,
    ...(requestId === undefined ? {} : { requestId }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

/** The refusal for an answer that never came, broke off, or is not what GitHub describes. */
export const unavailable = (message: string): Refusal => ({ kind: 'unavailable', message });

function kindOf(status: number, headers: Headers, message: string): RefusalKind {
  if (status === 429 || (status === 403 && isRateLimit(headers, message))) return 'rate-limited';
  const told = WORDINGS.find(([wording]) => wording.test(message));
  if (told !== undefined && status >= 400 && status < 500) return told[1];
  if (status >= 300 && status < 400) return 'not-found';
  if (status >= 500) return 'unavailable';
  return BY_STATUS[status] ?? 'invalid';
}

const WORDINGS: readonly (readonly [RegExp, RefusalKind])[] = [
  [
    /(advanced security|code security|code scanning).{0,80}(enabled|blocked|policy|available)/i,
    'feature-off',
  ],
  [/archived/i, 'archived'],
  [/\blocked\b/i, 'locked'],
  [/ip allow list|saml/i, 'policy'],
  [/too long|too[ _]large|too big|exceeded max|over the limit/i, 'too-large'],
  [/commit not found|ref .{0,200}not found|no commit found/i, 'not-found'],
];

const BY_STATUS: Readonly<Record<number, RefusalKind>> = {
  401: 'unauthenticated',
  403: 'permission',
  404: 'not-found',
  406: 'too-large',
  408: 'unavailable',
  409: 'not-found',
  410: 'not-found',
  413: 'too-large',
};

function isRateLimit(headers: Headers, message: string): boolean {
  return (
    headers['retry-after'] !== undefined ||
    headers['x-ratelimit-remaining'] === '0' ||
    /secondary rate limit|rate limit exceeded/i.test(message)
  );
}

function secondsToWait(headers: Headers, now: Date): number | undefined {
  const after = Number(headers['retry-after'] ?? Number.NaN);
  if (Number.isFinite(after)) return Math.max(0, Math.ceil(after));
  if (headers['x-ratelimit-remaining'] !== '0') return undefined;
  const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN);
  return Number.isFinite(reset) ? Math.max(0, Math.ceil(reset - now.getTime() / 1000)) : undefined;
}
