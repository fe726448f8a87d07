import { type ApiRequest, type ApiResponse, patient } from '../../src/github/transport';

const request = (repeatable: boolean): ApiRequest => ({
  method: 'POST',
  path: '/x',
  parameters: {},
  accept: 'json',
  repeatable,
});
const answer = (
  status: number,
  headers = {},
  data: unknown = { message: `status ${String(status)}` },
): ApiResponse => ({ status, headers, data });

/** Sends one request to a server that gives these answers in turn. */
async function send(answers: readonly (ApiResponse | Error)[], repeatable = true) {
  const waits: number[] = [];
  let asked = 0;
  const transport = patient(
    () => {
      const next = answers[asked++];
      return next instanceof Error || next === undefined
        ? Promise.reject(next ?? new Error('one request too many'))
        : Promise.resolve(next);
    },
    {
      wait: (milliseconds) => {
        waits.push(milliseconds);
        return Promise.resolve();
      },
      now: () => new Date(0),
    },
  );
  return { result: await transport(request(repeatable)), waits, asked };
}

const unavailable = (status: number) => ({
  kind: 'refused',
  refusal: { kind: 'unavailable', status, message: `status ${String(status)}` },
});
const fetchFailed = Object.assign(new Error('fetch failed'), { cause: new Error('socket hang up') });

test('an answer is handed on', async () => {
  expect(await send([answer(200)])).toEqual({
    result: { kind: 'ok', value: answer(200) },
    waits: [],
    asked: 1,
  });
});

test('failures of the server are tried three times, with growing waits', async () => {
  expect(await send([answer(502), answer(503), answer(500)])).toEqual({
    result: unavailable(500),
    waits: [1000, 4000],
    asked: 3,
  });
  expect(await send([fetchFailed, answer(200)])).toEqual({
    result: { kind: 'ok', value: answer(200) },
    waits: [1000],
    asked: 2,
  });
});

test('what creates something is not repeated, neither after a failure nor after a lost answer', async () => {
  expect(await send([answer(502)], false)).toEqual({ result: unavailable(502), waits: [], asked: 1 });
  const lost = { kind: 'refused', refusal: { kind: 'unavailable', message: 'fetch failed: socket hang up' } };
  expect(await send([fetchFailed], false)).toEqual({ result: lost, waits: [], asked: 1 });
});

test('a rate limit is waited for once, whatever the request does', async () => {
  expect(await send([answer(429, { 'retry-after': '9' }), answer(201)], false)).toEqual({
    result: { kind: 'ok', value: answer(201) },
    waits: [9000],
    asked: 2,
  });
  const twice = await send([answer(429, { 'retry-after': '9' }), answer(429, { 'retry-after': '9' })]);
  expect(twice).toMatchObject({ result: { refusal: { kind: 'rate-limited' } }, waits: [9000], asked: 2 });
});

test('a rate limit of more than a minute is not waited for; one without a time costs a minute', async () => {
  expect(await send([answer(429, { 'retry-after': '61' })])).toMatchObject({
    result: { refusal: { retryAfter: 61 } },
    waits: [],
    asked: 1,
  });
  expect(await send([answer(429), answer(200)])).toMatchObject({ result: { kind: 'ok' }, waits: [60_000] });
});

test('the details of an error are part of its message', async () => {
  const data = { message: 'Validation Failed', errors: [{ message: 'body is too long' }, 'odd'] };
  const { result } = await send([answer(422, {}, data)]);
  expect(result).toEqual({
    kind: 'refused',
    refusal: { kind: 'too-large', status: 422, message: 'Validation Failed; body is too long; odd' },
  });
});
