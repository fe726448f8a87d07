import type { PullRequestEvent } from '../../src/github/event';
import type { GitHub, ListedFile, OwnComment } from '../../src/github/github';
import { ok, type Refusal, refused } from '../../src/github/refusal';

export const HEAD = 'a'.repeat(40);
export const BASE = 'b'.repeat(40);
export const MERGE = 'c'.repeat(40);

export const permission: Refusal = {
  kind: 'permission',
  status: 403,
  message: 'Resource not accessible by integration',
};

/** A GitHub that has nothing and refuses nothing, but for what a test puts in place. It writes down what changes it. */
export function fakeGitHub(
  change: Partial<GitHub> = {},
): GitHub & { readonly done: string[]; readonly comments: OwnComment[] } {
  const done: string[] = [];
  const comments: OwnComment[] = [];
  const notFound = (): ReturnType<typeof refused> =>
    refused({ kind: 'not-found', status: 404, message: 'Not Found' });
  const place = (id: number) => ({
    id,
    url: `https://github.com/acme/shop/pull/12#issuecomment-${String(id)}`,
  });
  const fake: GitHub = {
    pullRequest: async (number) => ok({ number, open: true, headSha: HEAD, baseSha: BASE }),
    pullRequestsFrom: async () => ok([]),
    pullRequestFiles: async () => ok({ files: [], complete: true }),
    compare: async () => notFound(),
    parents: async () => ok([BASE, HEAD]),
    readFile: async () => notFound(),
    readBlob: async () => notFound(),
    readBlobs: async () => ok(new Map()),
    tree: async () => ok({ entries: [], complete: true }),
    ownComments: async (_, marker) =>
      ok({ open: true, headSha: HEAD, comments: comments.filter(({ body }) => body.startsWith(marker)) }),
    createComment: async (_, body) => {
      const id = 100 + comments.length;
      done.push(`create ${String(id)}`);
      comments.push({ ...place(id), body, minimized: false });
      return ok(place(id));
    },
    updateComment: async (id, body) => {
      const index = comments.findIndex((comment) => comment.id === id);
      const comment = comments[index];
      if (comment === undefined) return notFound();
      done.push(`update ${String(id)}`);
      comments[index] = { ...comment, body };
      return ok(place(id));
    },
    deleteComment: async (id) => {
      done.push(`delete ${String(id)}`);
      comments.splice(
        comments.findIndex((comment) => comment.id === id),
        1,
      );
      return ok(null);
    },
    ownReviewComments: async () => ok([]),
    createReview: async (_, { comments: offered }) => {
      done.push(`review of ${String(offered.length)}`);
      return ok(null);
    },
    createReviewComment: async (_, __, { line }) => {
      done.push(`review comment on line ${String(line)}`);
      return ok(null);
    },
    uploadSarif: async ({ ref }) => {
      done.push(`sarif for ${ref}`);
      return ok('47177e22');
    },
    sarifStatus: async () => ok({ state: 'complete', errors: [] }),
  };
  return { ...fake, ...change, done, comments };
}

/** Waits for nothing and writes down for how long. */
export function noWait(): {
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly waits: number[];
} {
  const waits: number[] = [];
  return {
    waits,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
    },
  };
}

export const pullRequestEvent = (change: Partial<PullRequestEvent> = {}): PullRequestEvent => ({
  kind: 'pull-request',
  number: 12,
  headSha: HEAD,
  baseSha: 'e'.repeat(40),
  baseBranch: 'main',
  origin: 'same-repository',
  privileged: false,
  ...change,
});
/** A file with one added line, shown or not: of large diffs GitHub lists the counts alone. */
export const listedFile = (path: string, change: Partial<ListedFile> = {}, shown = true): ListedFile => ({
  path,
  status: 'modified',
  additions: 1,
  deletions: 0,
  blobSha: BASE,
  ...(shown ? { patch: '@@ -1 +1,2 @@\n a\n+b' } : {}),
  ...change,
});
