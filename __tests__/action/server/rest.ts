import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import addFormats from 'ajv-formats';
import { type Context, OpenAPIBackend } from 'openapi-backend';
import { addComment, type Pull, sarifText, type World } from './world';
import { type DiffEntry, diffEntries } from './diff';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const definition = JSON.parse(
  readFileSync(join(__dirname, '../../../fixtures/github/api-slice.json'), 'utf8'),
);

export const FORBIDDEN: Answer = {
  status: 403,
  body: {
    message: 'Resource not accessible by integration',
    documentation_url: 'https://docs.github.com/rest',
  },
};
const NOT_FOUND: Answer = {
  status: 404,
  body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest' },
};

/**
 * GitHub's REST API over a world. Each request, and each answer of ours, is checked against GitHub's description; what
 * does not agree with it is written down in `violations`.
 */
export function restApi(state: World, violations: string[]): OpenAPIBackend {
  const api = new OpenAPIBackend({
    definition,
    quick: true,
    strict: false,
    coerceTypes: true,
    ajvOpts: { strict: false },
    customizeAjv: (ajv) => {
      addFormats(ajv);
      return ajv;
    },
  });
  const { git } = state.origin;
  const answer = (
    context: Context,
    status: number,
    body: unknown,
    headers?: Record<string, string>,
  ): Answer => {
    const { errors } = api.validateResponse(body, context.operation, status);
    if (errors)
      violations.push(`our answer to ${context.operation.operationId}: ${JSON.stringify(errors[0])}`);
    return { status, body, ...(headers === undefined ? {} : { headers }) };
  };
  const example = (context: Context): object =>
    api.mockResponseForOperation(context.operation.operationId ?? '').mock;
  const on = (
    operation: string,
    needs: readonly [keyof World['permissions'], 'read' | 'write'],
    handle: (context: Context) => Answer,
  ): void => {
    api.register(operation, (context) =>
      mayDo(state, ...needs) ? handle(context) : state.private && needs[1] === 'read' ? NOT_FOUND : FORBIDDEN,
    );
  };
  const param = (context: Context, name: string): string => String(context.request.params[name]);
  const number = (context: Context, name: string): number => Number(param(context, name));

  api.register('validationFail', (context) => {
    violations.push(
      `${context.operation.operationId ?? '?'}: ${JSON.stringify(context.validation.errors?.[0])}`,
    );
    return { status: 422, body: { message: 'Validation Failed', errors: [] } };
  });
  api.register('notFound', (context) => {
    violations.push(`no such operation: ${context.request.method} ${context.request.path}`);
    return NOT_FOUND;
  });

  on('pulls/get', ['pull-requests', 'read'], (context) => {
    const pull = state.pulls.get(number(context, 'pull_number'));
    return pull === undefined
      ? NOT_FOUND
      : answer(context, 200, pullJson(example(context), state, number(context, 'pull_number'), pull));
  });
  on('pulls/list', ['pull-requests', 'read'], (context) => {
    const [first] = example(context) as unknown as object[];
    const open = [...state.pulls]
      .filter(([, { open }]) => open)
      .map(([id, pull]) => pullJson(first ?? {}, state, id, pull));
    return answer(context, 200, open);
  });
  on('pulls/list-files', ['pull-requests', 'read'], (context) => {
    const pull = state.pulls.get(number(context, 'pull_number'));
    if (pull === undefined) return NOT_FOUND;
    const files =
      (pull.files as DiffEntry[] | undefined) ??
      diffEntries(state.origin, pull.baseBranch, pull.head, state.patchLimit);
    const { per_page: size = 30, page = 1 } = context.request.query as { per_page?: string; page?: string };
    const from = (Number(page) - 1) * Number(size);
    return answer(
      context,
      200,
      files
        .slice(0, 3000)
        .slice(from, from + Number(size))
        .map((file) => withUrls(file)),
    );
  });
  on('repos/compare-commits-with-basehead', ['contents', 'read'], (context) => {
    const [base = '', head = ''] = param(context, 'basehead').split('...');
    try {
      const files = diffEntries(state.origin, base, head, state.patchLimit).slice(0, 300);
      const shape = example(context) as { merge_base_commit: object };
      const ancestor = { ...shape.merge_base_commit, sha: git('merge-base', base, head) };
      return answer(context, 200, {
        ...shape,
        merge_base_commit: ancestor,
        files: files.map((file) => withUrls(file)),
      });
    } catch {
      return NOT_FOUND;
    }
  });
  on('git/get-commit', ['contents', 'read'], (context) => {
    const sha = param(context, 'commit_sha');
    try {
      const parents = git('rev-list', '--parents', '--max-count=1', sha).split(' ').slice(1);
      return answer(context, 200, {
        ...example(context),
        sha,
        parents: parents.map((parent) => ({
          sha: parent,
          url: 'https://api.github.com/x',
          html_url: 'https://github.com/x',
        })),
      });
    } catch {
      return NOT_FOUND;
    }
  });
  on('git/get-tree', ['contents', 'read'], (context) => {
    const recursive = context.request.query['recursive'] !== undefined;
    try {
      const listed = git(
        'ls-tree',
        '-z',
        '-l',
        '-t',
        ...(recursive ? ['-r'] : []),
        param(context, 'tree_sha'),
      )
        .split('\0')
        .filter(Boolean);
      return answer(context, 200, {
        sha: param(context, 'tree_sha'),
        url: 'https://api.github.com/x',
        truncated: false,
        tree: listed.map(treeEntry),
      });
    } catch {
      return NOT_FOUND;
    }
  });
  on('git/get-blob', ['contents', 'read'], (context) =>
    raw(() => state.origin.content('cat-file', 'blob', param(context, 'file_sha'))),
  );
  on('repos/get-content', ['contents', 'read'], (context) =>
    raw(() =>
      state.origin.content('show', `${String(context.request.query['ref'])}:${param(context, 'path')}`),
    ),
  );

  on('issues/create-comment', ['pull-requests', 'write'], (context) => {
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
    return answer(context, 201, commentJson(example(context), comment.id, body));
  });
  on('issues/update-comment', ['pull-requests', 'write'], (context) => {
    const comment = state.comments.find(({ id }) => id === number(context, 'comment_id'));
    const { body } = context.request.requestBody as { body: string };
    if (comment === undefined) return NOT_FOUND;
    comment.body = body;
    return answer(context, 200, commentJson(example(context), comment.id, body));
  });
  on('issues/delete-comment', ['pull-requests', 'write'], (context) => {
    const index = state.comments.findIndex(({ id }) => id === number(context, 'comment_id'));
    if (index < 0) return NOT_FOUND;
    state.comments.splice(index, 1);
    return { status: 204, body: undefined };
  });
  on('pulls/create-review', ['pull-requests', 'write'], (context) => {
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
    return answer(context, 200, example(context));
  });
  on('pulls/create-review-comment', ['pull-requests', 'write'], (context) => {
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
    return answer(context, 201, example(context));
  });

  api.register('code-scanning/upload-sarif', (context) => {
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
    return answer(context, 202, {
      id: '47177e22-5596-11eb-80a1-c1e54ef945c6',
      url: 'https://api.github.com/x',
    });
  });
  on('code-scanning/get-sarif', ['security-events', 'read'], (context) =>
    answer(context, 200, { ...state.sarifOutcome, analyses_url: 'https://api.github.com/x' }),
  );
  return api;
}

function mayDo(state: World, scope: keyof World['permissions'], access: 'read' | 'write'): boolean {
  const given = state.permissions[scope];
  return (
    given === 'write' ||
    given === access ||
    (access === 'read' && !state.private && scope !== 'security-events')
  );
}

function raw(read: () => Buffer): Answer {
  try {
    return {
      status: 200,
      body: read(),
      headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' },
    };
  } catch {
    return NOT_FOUND;
  }
}

function pullJson(shape: object, state: World, number: number, { head, baseBranch, open }: Pull): object {
  const { head: headShape, base: baseShape } = shape as { head: object; base: object };
  const base = { ...baseShape, sha: state.origin.git('rev-parse', baseBranch), ref: baseBranch };
  return {
    ...shape,
    number,
    state: open ? 'open' : 'closed',
    requested_teams: [],
    head: { ...headShape, sha: head },
    base,
  };
}

function withUrls(file: DiffEntry): object {
  const url = `https://github.com/acme/shop/blob/${file.sha}/file`;
  return { ...file, blob_url: url, raw_url: url, contents_url: url };
}

function treeEntry(record: string): object {
  const [, mode, type, sha, size, path] = /^(\d+) (\w+) ([0-9a-f]+) +(\S+)\t(.*)$/s.exec(record) ?? [];
  return {
    path,
    mode,
    type,
    sha,
    url: 'https://api.github.com/x',
    ...(size === '-' ? {} : { size: Number(size) }),
  };
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
