import { gunzipSync } from 'node:zlib';
import type { Repository } from '../../github/repository';

/** The state of the repository that the server plays: its git content lies in a real repository. */
export interface World {
  readonly owner: string;
  readonly repo: string;
  readonly origin: Repository;
  readonly pulls: Map<number, Pull>;
  readonly comments: Comment[];
  readonly reviewComments: ReviewComment[];
  readonly sarifs: SarifUpload[];
  /** What the token may do; what is not named is refused, but for reading in a public repository. */
  permissions: Permissions;
  private: boolean;
  codeScanning: boolean;
  /** What GitHub makes of an upload after it has taken it. */
  sarifOutcome: { processing_status: 'pending' | 'complete' | 'failed'; errors?: string[] };
  /** Bytes of gzip above which an upload is refused. */
  sarifLimit: number;
  /** Lines of a file's diff above which no patch is shown. */
  patchLimit: number;
}

export interface Permissions {
  readonly contents?: 'read' | 'write';
  readonly 'pull-requests'?: 'read' | 'write';
  readonly 'security-events'?: 'read' | 'write';
}

export interface Pull {
  head: string;
  baseBranch: string;
  open: boolean;
  /** Overrides what git tells, for lists too long to be made with git. */
  files?: readonly unknown[];
}

export interface Comment {
  readonly id: number;
  readonly pull: number;
  body: string;
  readonly author: string;
  minimized: boolean;
}

export interface ReviewComment {
  readonly pull: number;
  readonly body: string;
  readonly path: string;
  readonly line: number;
  readonly startLine?: number;
}

export interface SarifUpload {
  readonly commit: string;
  readonly ref: string;
  readonly text: string;
}

/** The account of GITHUB_TOKEN. */
export const BOT = 'github-actions[bot]';

export function world(origin: Repository, change: Partial<World> = {}): World {
  return {
    owner: 'acme',
    repo: 'shop',
    origin,
    pulls: new Map(),
    comments: [],
    reviewComments: [],
    sarifs: [],
    permissions: { contents: 'read', 'pull-requests': 'write', 'security-events': 'write' },
    private: true,
    codeScanning: true,
    sarifOutcome: { processing_status: 'complete' },
    sarifLimit: 10 * 1024 * 1024,
    patchLimit: 3000,
    ...change,
  };
}

export function addComment(state: World, pull: number, body: string, author = BOT): Comment {
  // Beyond 32 bits, as GitHub's have been for years.
  const id = Math.max(4_299_999_999, ...state.comments.map((comment) => comment.id)) + 1;
  const comment = { id, pull, body, author, minimized: false };
  state.comments.push(comment);
  return comment;
}

export function sarifText(encoded: string): string {
  return gunzipSync(Buffer.from(encoded, 'base64')).toString('utf8');
}
