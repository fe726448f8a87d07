import type { GitHub } from '../../src/github/github';
import { connect } from '../../src/github/octokit';
import { type GitHubServer, startServer, TOKEN } from './server/server';
import { world, type World } from './server/world';
import { newRepository, type Repository } from '../github/repository';

/** A server over a repository with one pull request, and the adapter connected to it. */
export interface Connected {
  readonly github: GitHub;
  readonly server: GitHubServer;
  readonly state: World;
  readonly origin: Repository;
  readonly base: string;
  readonly head: string;
  /** Milliseconds that the adapter wanted to wait. */
  readonly waits: number[];
  readonly stop: () => Promise<void>;
}

const TABLE = 'CREATE TABLE orders (id bigint);\n';

export async function connected(
  change: Partial<World> = {},
  { token = TOKEN, timeout = 20_000 } = {},
): Promise<Connected> {
  const origin = newRepository();
  const base = origin.commit({
    'db/1.sql': TABLE,
    'db/2 ü.sql': 'SELECT 2;\nSELECT 3;\n',
    'data.bin': 'a\0b',
  });
  origin.git('checkout', '--quiet', '-b', 'orders');
  const head = origin.commit({
    'db/3.sql': 'ALTER TABLE orders ADD COLUMN note text;\n',
    'db/2 ü.sql': 'SELECT 2;\nSELECT 3;\nSELECT 4;\n',
  });
  const state = world(origin, change);
  state.pulls.set(12, { head, baseBranch: 'main', open: true });
  const server = await startServer(state);
  const waits: number[] = [];
  const github = await connect({
    token,
    owner: state.owner,
    repo: state.repo,
    apiUrl: server.apiUrl,
    graphqlUrl: server.graphqlUrl,
    timeoutMilliseconds: timeout,
    wait: async (milliseconds) => void waits.push(milliseconds),
    now: () => new Date(),
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    origin.remove();
  };
  return { github, server, state, origin, base, head, waits, stop };
}
