import { refusalOf, type RefusalKind } from '../../src/github/refusal';

const now = new Date('2026-11-21T10:00:00Z');

test.each<[number, string, RefusalKind]>([
  [401, 'Bad credentials', 'unauthenticated'],
  [403, 'Resource not accessible by integration', 'permission'],
  [403, 'Advanced Security must be enabled for this repository to use code scanning.', 'feature-off'],
  [403, 'Code Security must be enabled for this repository to use code scanning.', 'feature-off'],
  [
    403,
    'Code scanning is not enabled for this repository. Please enable code scanning in the repository settings.',
    'feature-off',
  ],
  [403, 'Repository was archived so is read-only.', 'archived'],
  [403, 'Unable to create comment because issue is locked.', 'locked'],
  [
    403,
    'Although you appear to have the correct authorization credentials, the `acme` organization has an IP allow list enabled',
    'policy',
  ],
  [
    403,
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    'rate-limited',
  ],
  [403, 'API rate limit exceeded for installation ID 1.', 'rate-limited'],
  [404, 'Not Found', 'not-found'],
  [406, 'Sorry, the diff exceeded the maximum number of files (300).', 'too-large'],
  [413, '', 'too-large'],
  [422, 'Validation Failed; body is too long (maximum is 65536 characters)', 'too-large'],
  [422, 'Unprocessable Entity; Pull request review thread line must be part of the diff', 'invalid'],
  [400, 'rejecting SARIF, as there are more runs than allowed', 'invalid'],
  [429, 'too many requests', 'rate-limited'],
  [502, 'Bad gateway: the archived page is too large', 'unavailable'],
  [301, 'moved', 'not-found'],
])('%i %s is %s', (status, message, kind) => {
  expect(refusalOf(status, {}, message, now)).toEqual({ kind, status, message });
});

test('a 403 is a rate limit when a header says so', () => {
  const retry = refusalOf(403, { 'retry-after': '7', 'x-github-request-id': 'A1:B2' }, 'Forbidden', now);
  expect(retry).toEqual({
    kind: 'rate-limited',
    status: 403,
    message: 'Forbidden',
    retryAfter: 7,
    requestId: 'A1:B2',
  });
  const reset = String(now.getTime() / 1000 + 42);
  const spent = refusalOf(
    403,
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset },
    'Forbidden',
    now,
  );
  expect(spent).toEqual({ kind: 'rate-limited', status: 403, message: 'Forbidden', retryAfter: 42 });
});
