import { objectId } from './untrusted';

/** What the runner says about the run, from its environment variables. */
export interface Runner {
  readonly owner: string;
  readonly repo: string;
  /** `GITHUB_SHA`: for a pull request the merge commit. */
  readonly sha: string;
  readonly ref: string;
  readonly eventName: string;
  readonly eventPath: string;
  readonly workspace: string;
  /** For files that the run leaves behind. */
  readonly temp: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  readonly runId: string;
  readonly runAttempt: string;
  readonly runNumber: string;
  /** Files of the runner's protocol; absent where it is not the runner that starts us. */
  readonly outputFile?: string;
  readonly summaryFile?: string;
  readonly debug: boolean;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The runner's variables, or the names of those that are missing or unusable. */
export function readRunner(
  env: Environment,
): Runner | { readonly kind: 'incomplete'; readonly missing: readonly string[] } {
  const [owner, repo, rest] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
  const missing = REQUIRED.filter((name) => (env[name] ?? '') === '');
  if (objectId(env['GITHUB_SHA']) === undefined && !missing.includes('GITHUB_SHA'))
    missing.push('GITHUB_SHA');
  if (owner === undefined || repo === undefined || repo === '' || rest !== undefined || missing.length > 0) {
    return { kind: 'incomplete', missing: missing.length > 0 ? missing : ['GITHUB_REPOSITORY'] };
  }
  const value = (name: string): string => env[name] ?? '';
  const apiUrl = (env['GITHUB_API_URL'] ?? 'https://api.github.com').replace(/\/+$/, '');
  return {
    owner,
    repo,
    sha: value('GITHUB_SHA'),
    ref: value('GITHUB_REF'),
    eventName: value('GITHUB_EVENT_NAME'),
    eventPath: value('GITHUB_EVENT_PATH'),
    workspace: value('GITHUB_WORKSPACE'),
    temp: env['RUNNER_TEMP'] ?? value('GITHUB_WORKSPACE'),
    serverUrl: (env['GITHUB_SERVER_URL'] ?? 'https://github.com').replace(/\/+$/, ''),
    apiUrl,
    graphqlUrl: env['GITHUB_GRAPHQL_URL'] ?? `${apiUrl.replace(/\/v3$/, '')}/graphql`,
    runId: value('GITHUB_RUN_ID'),
    runAttempt: env['GITHUB_RUN_ATTEMPT'] ?? '1',
    runNumber: value('GITHUB_RUN_NUMBER'),
    debug: env['RUNNER_DEBUG'] === '1',
    ...(env['GITHUB_OUTPUT'] === undefined ? {} : { outputFile: env['GITHUB_OUTPUT'] }),
    ...(env['GITHUB_STEP_SUMMARY'] === undefined ? {} : { summaryFile: env['GITHUB_STEP_SUMMARY'] }),
  };
}

const REQUIRED = [
  'GITHUB_REPOSITORY',
  'GITHUB_SHA',
  'GITHUB_EVENT_NAME',
  'GITHUB_EVENT_PATH',
  'GITHUB_WORKSPACE',
];
