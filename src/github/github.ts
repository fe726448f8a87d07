import type { Answer } from './refusal';

/** All that is asked of GitHub, for one repository. Nothing here throws: what GitHub refuses is a value of the answer. */
export interface GitHub {
  readonly pullRequest: (number: number) => Promise<Answer<PullRequest>>;
  /** The open pull requests whose head is this branch of this owner's repository (`workflow_run` tells no number for forks). */
  readonly pullRequestsFrom: (owner: string, branch: string) => Promise<Answer<readonly PullRequest[]>>;
  /** The files of a pull request, all pages. */
  readonly pullRequestFiles: (number: number) => Promise<Answer<FileList>>;
  /** What `head` adds since its merge base with `base`. */
  readonly compare: (base: string, head: string) => Promise<Answer<Comparison>>;
  /** The parents of a commit, first parent first. */
  readonly parents: (commit: string) => Promise<Answer<readonly string[]>>;
  /** A file as it stands at a commit. Symbolic links answer with their target's content: ask the tree first. */
  readonly readFile: (path: string, ref: string) => Promise<Answer<Uint8Array>>;
  readonly readBlob: (sha: string) => Promise<Answer<Uint8Array>>;
  /** Several blobs in one request: at most 50. */
  readonly readBlobs: (shas: readonly string[]) => Promise<Answer<ReadonlyMap<string, Blob>>>;
  /** A tree by commit or tree id. */
  readonly tree: (sha: string, depth: 'recursive' | 'one level') => Promise<Answer<Tree>>;

  /** The state of a pull request and those of its comments that this token wrote and that start with `marker`. Oldest first. */
  readonly ownComments: (pullRequest: number, marker: string) => Promise<Answer<Conversation>>;
  readonly createComment: (pullRequest: number, body: string) => Promise<Answer<CommentPlace>>;
  readonly updateComment: (id: number, body: string) => Promise<Answer<CommentPlace>>;
  readonly deleteComment: (id: number) => Promise<Answer<null>>;

  /** Review comments that this token wrote and that start with `marker`. */
  readonly ownReviewComments: (pullRequest: number, marker: string) => Promise<Answer<readonly string[]>>;
  readonly createReview: (pullRequest: number, review: Review) => Promise<Answer<null>>;
  readonly createReviewComment: (
    pullRequest: number,
    commit: string,
    comment: ReviewComment,
  ) => Promise<Answer<null>>;

  /** Answers the id of the upload. GitHub works on it afterwards. */
  readonly uploadSarif: (upload: SarifUpload) => Promise<Answer<string>>;
  readonly sarifStatus: (id: string) => Promise<Answer<SarifStatus>>;
}

export interface PullRequest {
  readonly number: number;
  readonly open: boolean;
  readonly headSha: string;
  readonly baseSha: string;
}

export type FileStatus = 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed' | 'unchanged';

/** A changed file as GitHub lists it. */
export interface ListedFile {
  readonly path: string;
  readonly previousPath?: string;
  readonly status: FileStatus;
  /** Of the version at the head; of the last version if the file was removed. */
  readonly blobSha?: string;
  readonly additions: number;
  readonly deletions: number;
  /** Hunks of a unified diff with three lines of context; absent for binary files, plain renames and large diffs. */
  readonly patch?: string;
}

export interface FileList {
  readonly files: readonly ListedFile[];
  /** False when GitHub's limit was reached, so that files may be missing. */
  readonly complete: boolean;
}

export interface Comparison extends FileList {
  readonly mergeBase: string;
}

export interface TreeEntry {
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'symlink' | 'submodule';
  readonly sha: string;
  /** Bytes; of files only. */
  readonly size?: number;
}

export interface Tree {
  readonly entries: readonly TreeEntry[];
  readonly complete: boolean;
}

/** A blob as GraphQL gives it. `cut` ones must be read singly. */
export type Blob =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binary' }
  | { readonly kind: 'cut'; readonly bytes: number };

export interface Conversation {
  readonly open: boolean;
  readonly headSha: string;
  readonly comments: readonly OwnComment[];
}

export interface OwnComment {
  readonly id: number;
  readonly url: string;
  readonly body: string;
  readonly minimized: boolean;
}

export interface CommentPlace {
  readonly id: number;
  readonly url: string;
}

/** A comment on lines of the head side. `startLine` is given only where it differs from `line`, the last one. */
export interface ReviewComment {
  readonly path: string;
  readonly body: string;
  readonly line: number;
  readonly startLine?: number;
}

export interface Review {
  readonly commit: string;
  readonly body: string;
  readonly comments: readonly ReviewComment[];
}

export interface SarifUpload {
  readonly commit: string;
  /** `refs/heads/…`, `refs/tags/…` or `refs/pull/…`. */
  readonly ref: string;
  /** Gzip, then base64 on one line. */
  readonly sarif: string;
  /** ISO 8601. */
  readonly startedAt?: string;
}

export interface SarifStatus {
  readonly state: 'pending' | 'complete' | 'failed';
  readonly errors: readonly string[];
}
