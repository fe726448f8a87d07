import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { INDEX, messages, ORDERS, requestLines } from './expectations';
import { type Outcome, removeAction } from './run-action';
import { type Scenario, scenario } from './scenario';
import { type Proxy, startProxy } from './server/proxy';
import { TOKEN } from './server/server';

/** A name that only the proxy knows: what reaches the server went through it. */
const HOST = 'github.example';

let at: Scenario;
let proxy: Proxy;
beforeEach(async () => {
  at = await scenario({
    base: { 'migrations/001_orders.sql': ORDERS },
    change: { 'migrations/002_index.sql': INDEX },
  });
});
afterEach(async () => {
  await proxy.stop();
  await at.stop();
  expect(at.server.violations).toEqual([]);
});
afterAll(removeAction);

const portOf = (url: string): number => Number(new URL(url).port);

/** The addresses of the server under the name that only the proxy knows. */
function addresses(origin: string): Readonly<Record<string, string>> {
  const as = (url: string): string => url.replace(at.server.serverUrl, origin);
  const { serverUrl, apiUrl, graphqlUrl } = at.server;
  return {
    GITHUB_SERVER_URL: as(serverUrl),
    GITHUB_API_URL: as(apiUrl),
    GITHUB_GRAPHQL_URL: as(graphqlUrl),
  };
}

async function behindProxy(
  more: Readonly<Record<string, string>> = {},
  credentials?: string,
): Promise<Outcome> {
  const port = portOf(at.server.serverUrl);
  proxy = await startProxy({ [`${HOST}:${String(port)}`]: port }, credentials);
  return at.pullRequest({
    checkout: 'none',
    environment: { ...addresses(`http://${HOST}:${String(port)}`), HTTP_PROXY: proxy.url, ...more },
  });
}

const ALL = [
  'GET /repos/acme/shop/git/commits/<sha>',
  'GET /repos/acme/shop/pulls/12/files',
  'GET /repos/acme/shop/git/trees/<sha>',
  'GET /repos/acme/shop/git/blobs/<sha>',
  'GET /repos/acme/shop/git/blobs/<sha>',
  'POST /repos/acme/shop/code-scanning/sarifs',
  'POST /graphql',
  'POST /repos/acme/shop/issues/12/comments',
  'POST /graphql',
  'GET /repos/acme/shop/code-scanning/sarifs/47177e22-5596-11eb-80a1-c1e54ef945c6',
];

test('every request goes through the proxy of the runner, which never sees the token', async () => {
  const run = await behindProxy();
  expect(run).toMatchObject({ status: 1, stderr: '', outputs: { conclusion: 'failure', risk: 'high' } });
  expect(requestLines(run)).toEqual(ALL);
  const lines = proxy.asked.map(({ line }) => line);
  expect([...new Set(lines)]).toEqual([`CONNECT ${HOST}:${String(portOf(at.server.serverUrl))}`]);
  expect(JSON.stringify(proxy.asked)).not.toContain(TOKEN);
});

test('a proxy that asks who it is gets its own credentials, and wrong ones get nowhere', async () => {
  expect((await behindProxy({}, 'ada:secret')).status).toBe(1);
  const origin = `http://${HOST}:${String(portOf(at.server.serverUrl))}`;
  const wrong = proxy.url.replace('secret', 'wrong');
  const run = await at.pullRequest({
    checkout: 'none',
    environment: { ...addresses(origin), HTTP_PROXY: wrong },
  });
  expect([run.status, run.requests]).toEqual([2, []]);
});

test('a host that NO_PROXY names is asked directly', async () => {
  const run = await behindProxy({ NO_PROXY: `example.com,${HOST}` });
  expect([proxy.asked, run.requests]).toEqual([[], []]);
  expect([run.status, run.outputs['conclusion']]).toEqual([2, 'failure']);
  expect(messages(run, 'error')).toBe(
    'the files of the repository are not to be had: add actions/checkout before this step, or give the job the permission contents: read',
  );
});

test('behind a proxy no redirect is followed out of the API either', async () => {
  at.server.script(/pulls\/12\/files$/, { status: 302, headers: { location: 'http://elsewhere.example/' } });
  await behindProxy();
  expect(proxy.asked.filter(({ line }) => line.includes('elsewhere'))).toEqual([]);
});

test('TLS goes through HTTPS_PROXY, end to end', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pgfence-proxy-'));
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const subject = ['-subj', `/CN=${HOST}`, '-addext', `subjectAltName=DNS:${HOST}`];
  const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
  const files = ['-keyout', key, '-out', certificate];
  execFileSync('openssl', ['req', '-x509', '-nodes', '-days', '2', ...ec, ...subject, ...files], {
    stdio: 'ignore',
  });
  const front = createServer(
    { key: readFileSync(key), cert: readFileSync(certificate) },
    (socket) => void socket.pipe(connect(portOf(at.server.serverUrl), '127.0.0.1')).pipe(socket),
  );
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  proxy = await startProxy({ [`${HOST}:443`]: (front.address() as AddressInfo).port });
  const run = await at.pullRequest({
    checkout: 'none',
    environment: {
      ...addresses(`https://${HOST}`),
      HTTPS_PROXY: proxy.url,
      HTTP_PROXY: 'http://127.0.0.1:1',
      NODE_EXTRA_CA_CERTS: certificate,
    },
  });
  front.close();
  rmSync(folder, { recursive: true });
  expect([run.status, requestLines(run)]).toEqual([1, ALL]);
  expect([...new Set(proxy.asked.map(({ line }) => line))]).toEqual([`CONNECT ${HOST}:443`]);
});
