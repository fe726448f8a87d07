import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** A browser that nobody sees, spoken to through pipes. */
export interface Browser {
  /** The page as a PNG, as high as it is, in a window of this width. Opens the `<details>` numbered in `open`. */
  readonly photograph: (html: string, width: number, open?: readonly number[]) => Promise<Buffer>;
  readonly close: () => Promise<void>;
}

interface Reply {
  readonly id?: number;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

/** Starts a Chromium. Its protocol is JSON with a NUL behind each message (Chrome DevTools Protocol). */
export async function openBrowser(program: string): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'pgfence-looks-'));
  const child = spawn(
    program,
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--hide-scrollbars',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const input = child.stdio[3] as Writable;
  const output = child.stdio[4] as Readable;
  const waiting = new Map<number, (reply: Reply) => void>();
  let rest = '';
  output.setEncoding('utf8').on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) {
      const reply = JSON.parse(message) as Reply;
      if (reply.id !== undefined) waiting.get(reply.id)?.(reply);
    }
  });
  let last = 0;
  const send = (
    method: string,
    params: object,
    sessionId?: string,
  ): Promise<Readonly<Record<string, unknown>>> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      const timer = setTimeout(() => reject(new Error(`${program} does not answer ${method}`)), 60_000);
      waiting.set(id, ({ result = {}, error }) => {
        clearTimeout(timer);
        if (error === undefined) resolve(result);
        else reject(new Error(`${method}: ${error.message}`));
      });
      input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const tell = (method: string, params: object): Promise<Readonly<Record<string, unknown>>> =>
    send(method, params, String(sessionId));
  const { frameTree } = await tell('Page.getFrameTree', {});
  const frameId = (frameTree as { frame: { id: string } }).frame.id;
  return {
    photograph: async (html, width, open = []) => {
      await tell('Emulation.setDeviceMetricsOverride', {
        width,
        height: 100,
        deviceScaleFactor: 1,
        mobile: false,
      });
      await tell('Page.setDocumentContent', { frameId, html });
      const expression = `${JSON.stringify(open)}.forEach((index) => { const fold = document.querySelectorAll('details')[index]; if (fold) fold.open = true; }); Math.min(4000, document.documentElement.scrollHeight)`;
      const { result } = await tell('Runtime.evaluate', { expression });
      const height = (result as { value: number }).value;
      await tell('Emulation.setDeviceMetricsOverride', {
        width,
        height,
        deviceScaleFactor: 1,
        mobile: false,
      });
      const { data } = await tell('Page.captureScreenshot', { format: 'png' });
      return Buffer.from(String(data), 'base64');
    },
    close: async () => {
      const closed = new Promise((resolve) => child.on('close', resolve));
      await send('Browser.close', {}).catch(() => child.kill());
      await closed;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
