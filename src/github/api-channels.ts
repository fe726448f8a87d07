import type { Asker } from './api';
import type { CommentPlace, Conversation, GitHub, OwnComment, ReviewComment, SarifStatus } from './github';
import { type Answer, ok } from './refusal';
import { COMMENTS, REVIEW_COMMENTS } from './queries';
import { flag, list, member, objectId, text, whole } from './untrusted';

type Channels = Pick<
  GitHub,
  | 'ownComments'
  | 'createComment'
  | 'updateComment'
  | 'deleteComment'
  | 'ownReviewComments'
  | 'createReview'
  | 'createReviewComment'
  | 'uploadSarif'
  | 'sarifStatus'
>;

/** The half of the port that publishes. */
export function channels(ask: Asker): Channels {
  return {
    ownComments: (pullRequest, marker) => ownComments(ask, pullRequest, marker),
    createComment: (pullRequest, body) =>
      ask.create('/issues/{issue_number}/comments', { issue_number: pullRequest, body }, ({ data }) =>
        placeOf(data),
      ),
    updateComment: (id, body) =>
      ask.change('PATCH', '/issues/comments/{comment_id}', { comment_id: id, body }, ({ data }) =>
        placeOf(data),
      ),
    deleteComment: (id) =>
      ask.change('DELETE', '/issues/comments/{comment_id}', { comment_id: id }, () => null),
    ownReviewComments: (pullRequest, marker) => ownReviewComments(ask, pullRequest, marker),
    createReview: (pullRequest, { commit, body, comments }) =>
      ask.create(
        '/pulls/{pull_number}/reviews',
        {
          pull_number: pullRequest,
          commit_id: commit,
          body,
          event: 'COMMENT',
          comments: comments.map(onHeadSide),
        },
        () => null,
      ),
    createReviewComment: (pullRequest, commit, comment) =>
      ask.create(
        '/pulls/{pull_number}/comments',
        { pull_number: pullRequest, commit_id: commit, ...onHeadSide(comment) },
        () => null,
      ),
    uploadSarif: ({ commit, ref, sarif, startedAt }) =>
      ask.create(
        '/code-scanning/sarifs',
        {
          commit_sha: commit,
          ref,
          sarif,
          tool_name: 'pgfence',
          ...(startedAt === undefined ? {} : { started_at: startedAt }),
        },
        ({ data }) => text(member(data, 'id')),
      ),
    sarifStatus: (id) =>
      ask.get('/code-scanning/sarifs/{sarif_id}', { sarif_id: id }, ({ data }) => statusOf(data)),
  };
}

async function ownComments(ask: Asker, number: number, marker: string): Promise<Answer<Conversation>> {
  const comments: OwnComment[] = [];
  let after: string | null = null;
  for (;;) {
    const answer: Answer<CommentPage> = await ask.query(COMMENTS, { number, after }, commentPage);
    if (answer.kind === 'refused') return answer;
    const { open, headSha, nodes, next }: CommentPage = answer.value;
    comments.push(...nodes.filter(isOwn).flatMap((node) => ownComment(node) ?? []));
    if (next === undefined) {
      const ours = comments.filter(({ body }) => body.startsWith(marker));
      return ok({ open, headSha, comments: ours.sort((a, b) => a.id - b.id) });
    }
    after = next;
  }
}

interface CommentPage {
  readonly open: boolean;
  readonly headSha: string;
  readonly nodes: readonly unknown[];
  readonly next: string | undefined;
}

function commentPage(data: unknown): CommentPage | undefined {
  const pullRequest = member(data, 'repository', 'pullRequest');
  const headSha = objectId(member(pullRequest, 'headRefOid'));
  const nodes = member(pullRequest, 'comments', 'nodes');
  if (headSha === undefined || !Array.isArray(nodes)) return undefined;
  const open = member(pullRequest, 'state') === 'OPEN';
  return { open, headSha, nodes, next: nextPage(member(pullRequest, 'comments', 'pageInfo')) };
}

async function ownReviewComments(
  ask: Asker,
  number: number,
  marker: string,
): Promise<Answer<readonly string[]>> {
  const bodies: string[] = [];
  let after: string | null = null;
  for (;;) {
    const answer: Answer<{ nodes: readonly unknown[]; next: string | undefined }> = await ask.query(
      REVIEW_COMMENTS,
      { number, after },
      (data) => {
        const threads = member(data, 'repository', 'pullRequest', 'reviewThreads');
        const nodes = member(threads, 'nodes');
        return Array.isArray(nodes) ? { nodes, next: nextPage(member(threads, 'pageInfo')) } : undefined;
      },
    );
    if (answer.kind === 'refused') return answer;
    const first = answer.value.nodes.flatMap((thread) =>
      list(member(thread, 'comments', 'nodes')).slice(0, 1),
    );
    bodies.push(...first.filter(isOwn).flatMap((node) => text(member(node, 'body')) ?? []));
    if (answer.value.next === undefined) return ok(bodies.filter((body) => body.startsWith(marker)));
    after = answer.value.next;
  }
}

function nextPage(pageInfo: unknown): string | undefined {
  return flag(member(pageInfo, 'hasNextPage')) === true ? text(member(pageInfo, 'endCursor')) : undefined;
}

const isOwn = (node: unknown): boolean => flag(member(node, 'viewerDidAuthor')) === true;

function ownComment(node: unknown): OwnComment | undefined {
  const id = whole(Number(text(member(node, 'fullDatabaseId')) ?? Number.NaN));
  const body = text(member(node, 'body'));
  if (id === undefined || body === undefined) return undefined;
  return {
    id,
    body,
    url: text(member(node, 'url')) ?? '',
    minimized: flag(member(node, 'isMinimized')) === true,
  };
}

function placeOf(data: unknown): CommentPlace | undefined {
  const id = whole(member(data, 'id'));
  return id === undefined ? undefined : { id, url: text(member(data, 'html_url')) ?? '' };
}

function onHeadSide({ path, body, line, startLine }: ReviewComment): Readonly<Record<string, unknown>> {
  return {
    path,
    body,
    line,
    side: 'RIGHT',
    ...(startLine === undefined ? {} : { start_line: startLine, start_side: 'RIGHT' }),
  };
}

/** A state that GitHub may add one day counts as pending. */
function statusOf(data: unknown): SarifStatus | undefined {
  const told = text(member(data, 'processing_status'));
  if (told === undefined) return undefined;
  const state = told === 'complete' || told === 'failed' ? told : 'pending';
  return { state, errors: list(member(data, 'errors')).flatMap((error) => text(error) ?? []) };
}
