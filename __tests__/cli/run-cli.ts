import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../src/cli/run';
import type { JsonReport } from '../../src/report/json-report';

/** What a command printed, and its exit status. */
export interface Result {
  readonly status: number;
  readonly out: string;
  readonly error: string;
}

/** What surrounds a command beside its folder. */
export interface Around {
  readonly input?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
  readonly columns?: number;
  /** Standard output is a terminal. */
  readonly colors?: boolean;
}

/** A folder with files for commands to run in. */
export interface Folder {
  readonly path: string;
  write(name: string, content: string | Uint8Array): void;
  pgfence(args: readonly string[], around?: Around): Promise<Result>;
  /** `analyze … --output json`, read. */
  report(args: readonly string[], around?: Around): Promise<JsonReport>;
}

/** The first command of a file loads the whole program, on a machine that may be busy. */
jest.setTimeout(60_000);

const made: string[] = [];

afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true });
});

/** Makes a folder of its own, with these files, outside of any repository. It is removed when the tests of the file are done. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'pgfence-cli-')));
  made.push(path);
  const write = (name: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  };
  for (const [name, content] of Object.entries(files)) write(name, content);
  const pgfence: Folder['pgfence'] = (args, around) => runIn(path, args, around);
  return {
    path,
    write,
    pgfence,
    report: async (args, around) => {
      const { out, error } = await pgfence(['analyze', ...args, '--output', 'json'], around);
      expect(error).toBe('');
      return JSON.parse(out) as JsonReport;
    },
  };
}

/** Runs a command in a folder, in this process. */
export async function runIn(cwd: string, args: readonly string[], around: Around = {}): Promise<Result> {
  let out = '';
  let error = '';
  const status = await run(args, {
    cwd,
    environment: around.environment ?? {},
    columns: around.columns ?? 80,
    colors: around.colors ?? false,
    readStandardInput: () => Promise.resolve(Buffer.from(around.input ?? '')),
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
  });
  return { status, out, error };
}
