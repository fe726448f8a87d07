import { diffEntries } from './diff';
import { FORBIDDEN, mayDo, NOT_FOUND, number, type Operations } from './rest';
import { addComment, sarifText, type World } from './world';

/** What is published: comments, reviews and uploads to code scanning. */
export function writingOperations({ on, register }: Operations): void {
  on('issues/create-comment', ['pull-requests', 'write'], (context, { state, answer, example }) => {
    const { body } = context.request.requestBody as { body: string };
    if (body.length > 65_536)
      return {
        status: 422,
        body: {
          message: 'Validation Failed',
          errors: [{ message: 'body is too long (maximum is 65536 characters)' }],
        },
      };
    const comment = addComment(state, number(context, 'issue_number'), body);
    return answer(201, commentJson(example(), comment.id, body));
  });
  on('issues/update-comment', ['pull-requests', 'write'], (context, { state, answer, example }) => {
    const comment = state.comments.find(({ id }) => id === number(context, 'comment_id'));
    const { body } = context.request.requestBody as { body: string };
    if (comment === undefined) return NOT_FOUND;
    comment.body = body;
    return answer(200, commentJson(example(), comment.id, body));
  });
  on('issues/delete-comment', ['pull-requests', 'write'], (context, { state }) => {
    const index = state.comments.findIndex(({ id }) => id === number(context, 'comment_id'));
    if (index < 0) return NOT_FOUND;
    state.comments.splice(index, 1);
    return { status: 204, body: undefined };
  });
  on('pulls/create-review', ['pull-requests', 'write'], (context, { state, answer, example }) => {
    const { comments = [] } = context.request.requestBody as { comments?: ReviewJson[] };
    const pull = number(context, 'pull_number');
    if (comments.some((comment) => !isInDiff(state, pull, comment))) {
      return {
        status: 422,
        body: {
          message: 'Unprocessable Entity',
          errors: ['Pull request review thread line must be part of the diff'],
        },
      };
    }
    for (const comment of comments) state.reviewComments.push(reviewComment(pull, comment));
    return answer(200, example());
  });
  on('pulls/create-review-comment', ['pull-requests', 'write'], (context, { state, answer, example }) => {
    const comment = context.request.requestBody as ReviewJson;
    const pull = number(context, 'pull_number');
    if (!isInDiff(state, pull, comment))
      return {
        status: 422,
        body: {
          message: 'Validation Failed',
          errors: [{ message: 'pull_request_review_thread.line must be part of the diff' }],
        },
      };
    state.reviewComments.push(reviewComment(pull, comment));
    return answer(201, example());
  });

  register('code-scanning/upload-sarif', (context, { state, answer }) => {
    if (!state.codeScanning)
      return {
        status: 403,
        body: {
          message: 'Code Security must be enabled for this repository to use code scanning.',
          documentation_url: 'https://docs.github.com/rest',
        },
      };
    if (!mayDo(state, 'security-events', 'write')) return FORBIDDEN;
    const {
      commit_sha: commit,
      ref,
      sarif,
    } = context.request.requestBody as { commit_sha: string; ref: string; sarif: string };
    if (Buffer.from(sarif, 'base64').length > state.sarifLimit)
      return { status: 413, body: { message: 'Payload too large' } };
    state.sarifs.push({ commit, ref, text: sarifText(sarif) });
    return answer(202, {
      id: '47177e22-5596-11eb-80a1-c1e54ef945c6',
      url: 'https://api.github.com/x',
    });
  });
  on('code-scanning/get-sarif', ['security-events', 'read'], (context, { state, answer }) =>
    answer(200, { ...state.sarifOutcome, analyses_url: 'https://api.github.com/x' }),
  );
}

function commentJson(shape: object, id: number, body: string): object {
  return { ...shape, id, body, html_url: `https://github.com/acme/shop/pull/12#issuecomment-${String(id)}` };
}

interface ReviewJson {
  readonly path: string;
  readonly body: string;
  readonly line: number;
  readonly start_line?: number;
}

const reviewComment = (pull: number, { path, body, line, start_line: startLine }: ReviewJson) => ({
  pull,
  path,
  body,
  line,
  ...(startLine === undefined ? {} : { startLine }),
});

/** As GitHub: all lines within one hunk, and a start before the end. */
function isInDiff(
  state: World,
  number: number,
  { path, line, start_line: start = line }: ReviewJson,
): boolean {
  const pull = state.pulls.get(number);
  if (pull === undefined) return false;
  const file = diffEntries(state.origin, pull.baseBranch, pull.head, state.patchLimit).find(
    ({ filename }) => filename === path,
  );
  const hunks = [...(file?.patch ?? '').matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm)];
  return (
    hunks.some(([, first, count = '1']) => start >= Number(first) && line < Number(first) + Number(count)) &&
    start <= line
  );
}
