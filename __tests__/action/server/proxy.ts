import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** A proxy on this machine, and the hosts behind it that nobody else knows. */
export interface Proxy {
  readonly url: string;
  /** What it was asked: `CONNECT github.example:443`, and what came with it. */
  readonly asked: readonly { readonly line: string; readonly headers: Readonly<Record<string, unknown>> }[];
  readonly stop: () => Promise<void>;
}

/** Starts a proxy that leads each `host:port` to a port of this machine, and refuses the others. */
export async function startProxy(
  hosts: Readonly<Record<string, number>>,
  credentials?: string,
): Promise<Proxy> {
  const asked: { line: string; headers: Readonly<Record<string, unknown>> }[] = [];
  const sockets = new Set<Socket>();
  const allowed = ({ 'proxy-authorization': given }: NodeJS.Dict<string | string[]>): boolean =>
    credentials === undefined || given === `Basic ${Buffer.from(credentials).toString('base64')}`;
  const server: Server = createServer((request, response) => {
    asked.push({ line: `${request.method ?? ''} ${request.url ?? ''}`, headers: request.headers });
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket: Socket, head: Buffer) => {
    asked.push({ line: `CONNECT ${request.url ?? ''}`, headers: request.headers });
    const port = hosts[request.url ?? ''];
    if (!allowed(request.headers))
      return void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    if (port === undefined) return void socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    const target = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.write(head);
      socket.pipe(target).pipe(socket);
    });
    for (const one of [socket, target]) {
      sockets.add(one);
      one.on('error', () => undefined);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${credentials === undefined ? '' : `${credentials}@`}127.0.0.1:${String(port)}`,
    asked,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
