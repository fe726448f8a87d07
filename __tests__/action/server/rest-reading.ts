import { type DiffEntry, diffEntries } from './diff';
import { type Answer, NOT_FOUND, number, type Operations, param } from './rest';
import type { Pull, World } from './world';

/** What is read: pull requests, comparisons, commits, trees and contents. */
export function readingOperations({ on }: Operations): void {
  on('pulls/get', ['pull-requests', 'read'], (context, { state, answer, example }) => {
    const pull = state.pulls.get(number(context, 'pull_number'));
    return pull === undefined
      ? NOT_FOUND
      : answer(200, pullJson(example(), state, number(context, 'pull_number'), pull));
  });
  on('pulls/list', ['pull-requests', 'read'], (context, { state, answer, example }) => {
    const [first] = example() as unknown as object[];
    const open = [...state.pulls]
      .filter(([, { open }]) => open)
      .map(([id, pull]) => pullJson(first ?? {}, state, id, pull));
    return answer(200, open);
  });
  on('pulls/list-files', ['pull-requests', 'read'], (context, { state, answer }) => {
    const pull = state.pulls.get(number(context, 'pull_number'));
    if (pull === undefined) return NOT_FOUND;
    const files =
      (pull.files as DiffEntry[] | undefined) ??
      diffEntries(state.origin, pull.baseBranch, pull.head, state.patchLimit);
    const { per_page: size = 30, page = 1 } = context.request.query as { per_page?: string; page?: string };
    const from = (Number(page) - 1) * Number(size);
    return answer(
      200,
      files
        .slice(0, 3000)
        .slice(from, from + Number(size))
        .map((file) => withUrls(file)),
    );
  });
  on('repos/compare-commits-with-basehead', ['contents', 'read'], (context, { state, answer, example }) => {
    const [base = '', head = ''] = param(context, 'basehead').split('...');
    try {
      const files = diffEntries(state.origin, base, head, state.patchLimit).slice(0, 300);
      const shape = example() as { merge_base_commit: object };
      const ancestor = { ...shape.merge_base_commit, sha: state.origin.read('merge-base', base, head) };
      return answer(200, {
        ...shape,
        merge_base_commit: ancestor,
        files: files.map((file) => withUrls(file)),
      });
    } catch {
      return NOT_FOUND;
    }
  });
  on('git/get-commit', ['contents', 'read'], (context, { state, answer, example }) => {
    const sha = param(context, 'commit_sha');
    try {
      const parents = state.origin.read('rev-list', '--parents', '--max-count=1', sha).split(' ').slice(1);
      return answer(200, {
        ...example(),
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
  on('git/get-tree', ['contents', 'read'], (context, { state, answer }) => {
    const recursive = context.request.query['recursive'] !== undefined;
    try {
      const listed = state.origin
        .read('ls-tree', '-z', '-l', '-t', ...(recursive ? ['-r'] : []), param(context, 'tree_sha'))
        .split('\0')
        .filter(Boolean);
      return answer(200, {
        sha: param(context, 'tree_sha'),
        url: 'https://api.github.com/x',
        truncated: false,
        tree: listed.map(treeEntry),
      });
    } catch {
      return NOT_FOUND;
    }
  });
  on('git/get-blob', ['contents', 'read'], (context, { state }) =>
    raw(() => state.origin.content('cat-file', 'blob', param(context, 'file_sha'))),
  );
  on('repos/get-content', ['contents', 'read'], (context, { state }) =>
    raw(() =>
      state.origin.content('show', `${String(context.request.query['ref'])}:${param(context, 'path')}`),
    ),
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
  const base = { ...baseShape, sha: state.origin.read('rev-parse', baseBranch), ref: baseBranch };
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
