import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { httpFetch } from '../../src/github/http';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serving(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((started.address() as AddressInfo).port)}/orders`;
}

test('carries method, headers and body, and brings the whole answer', async () => {
  const url = await serving((request, response) => {
    let body = '';
    request.on('data', (text: Buffer) => (body += text.toString('utf8')));
    request.on('end', () => {
      const { authorization, 'content-length': length } = request.headers;
      response.writeHead(201, { 'content-type': 'application/json', 'x-request': '7' });
      response.end(JSON.stringify([request.method, authorization, length, body]));
    });
  });
  const headers = { authorization: 'token t', 'content-type': 'application/json' };
  const answer = await httpFetch(url, { method: 'POST', headers, body: '"ü"' });
  expect([answer.status, answer.url, answer.headers.get('x-request')]).toEqual([201, url, '7']);
  expect(JSON.parse(await answer.text())).toEqual(['POST', 'token t', '4', '"ü"']);
});

test('unpacks what the server packs, and hands out bytes as they are', async () => {
  const url = await serving((request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip', 'x-asked': request.headers['accept-encoding'] });
    response.end(gzipSync(Buffer.from([0, 255, 10])));
  });
  const answer = await httpFetch(url, {});
  expect([answer.headers.get('x-asked'), answer.body]).toEqual(['gzip', Buffer.from([0, 255, 10])]);
  expect(await answer.arrayBuffer()).toEqual(new Uint8Array([0, 255, 10]).buffer);
});

test('an answer that breaks off is none', async () => {
  const url = await serving((_, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('{"half":', () => response.destroy());
  });
  await expect(httpFetch(url, {})).rejects.toThrow('aborted');
});

test('packed bytes that break off are none either', async () => {
  const url = await serving((_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' });
    response.end(gzipSync('{"orders": 1}').subarray(0, 12));
  });
  await expect(httpFetch(url, {})).rejects.toThrow('unexpected end of file');
});

test('gives up when it is told to', async () => {
  const url = await serving(() => undefined);
  await expect(httpFetch(url, { signal: AbortSignal.timeout(20) })).rejects.toThrow('aborted');
});
