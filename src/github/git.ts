import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import type { Environment } from './runner';

/** The git of the runner, in one folder. */
export interface Git {
  readonly run: (args: readonly string[], input?: string) => Promise<GitAnswer>;
  /** Fetches commits that are not there yet. */
  readonly fetch: (commits: readonly string[]) => Promise<GitAnswer>;
}

export type GitAnswer =
  { readonly kind: 'ok'; readonly output: Buffer } | { readonly kind: 'failed'; readonly message: string };

/** From where, and with what, missing commits may be fetched. */
export interface Remote {
  readonly serverUrl: string;
  readonly owner: string;
  readonly repo: string;
  readonly token: string;
}

const TIMEOUT_MILLISECONDS = 120_000;
const MOST_OUTPUT = 256 * 1024 * 1024;

/**
 * Runs git without a shell, and without whatever the repository's configuration would make it run. A container may run as
 * another user than the one who checked out: the folder is declared safe for these calls alone.
 */
export function gitIn(folder: string, remote: Remote, environment: Environment): Git {
  const settings = [
    'core.quotePath=false',
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    `safe.directory=${folder}`,
  ];
  const plain = {
    ...environment,
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_CEILING_DIRECTORIES: dirname(folder),
    LC_ALL: 'C',
  };
  const run = (args: readonly string[], env: Environment, input?: string): Promise<GitAnswer> =>
    new Promise((resolve) => {
      const all = ['--no-pager', ...settings.flatMap((setting) => ['-c', setting]), ...args];
      const options = {
        cwd: folder,
        env,
        encoding: 'buffer',
        maxBuffer: MOST_OUTPUT,
        timeout: TIMEOUT_MILLISECONDS,
      } as const;
      const child = execFile('git', all, options, (error, output, errors) => {
        if (error === null) resolve({ kind: 'ok', output });
        else
          resolve({
            kind: 'failed',
            message: errors.toString('utf8').trim().split('\n').at(-1) || error.message,
          });
      });
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(input ?? '');
    });
  return {
    run: (args, input) => run(args, { ...plain, GIT_NO_LAZY_FETCH: '1' }, input),
    fetch: async (commits) => {
      const shallow = await run(['rev-parse', '--is-shallow-repository'], plain);
      const depth =
        shallow.kind === 'ok' && shallow.output.toString('utf8').startsWith('true') ? ['--depth=1'] : [];
      const url = `${remote.serverUrl}/${remote.owner}/${remote.repo}`;
      const args = [
        'fetch',
        '--quiet',
        '--no-tags',
        '--no-recurse-submodules',
        '--no-write-fetch-head',
        ...depth,
        '--',
        url,
        ...commits,
      ];
      return run(args, { ...plain, ...credentials(remote, environment) });
    },
  };
}

/**
 * The token as configuration in the environment: neither in the arguments nor on disk, and bound to the server. The empty
 * value first takes away what actions/checkout left in the repository's own configuration: two headers are refused.
 */
function credentials({ serverUrl, token }: Remote, environment: Environment): Environment {
  if (token === '') return {};
  const count = Number(environment['GIT_CONFIG_COUNT'] ?? 0) || 0;
  const key = `http.${serverUrl}/.extraheader`;
  const basic = Buffer.from(`x-access-token:${token}`, 'utf8').toString('base64');
  return {
    GIT_CONFIG_COUNT: String(count + 2),
    [`GIT_CONFIG_KEY_${String(count)}`]: key,
    [`GIT_CONFIG_VALUE_${String(count)}`]: '',
    [`GIT_CONFIG_KEY_${String(count + 1)}`]: key,
    [`GIT_CONFIG_VALUE_${String(count + 1)}`]: `AUTHORIZATION: basic ${basic}`,
  };
}
