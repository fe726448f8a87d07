import type { Review } from '../../src/github/github';
import { ok, refused } from '../../src/github/refusal';
import {
  isWithinDiff,
  publishSuggestions,
  replacedLines,
  type Suggestion,
} from '../../src/github/suggestions';
import { fakeGitHub, HEAD, noWait, permission } from './fake-github';

const source = 'SELECT 1;\nCREATE INDEX orders_note_idx\n  ON orders (note);\n';

test('edits become whole lines', () => {
  const at = source.indexOf('INDEX ') + 6;
  expect(replacedLines(source, [{ start: at, end: at, text: 'CONCURRENTLY ' }])).toEqual({
    startLine: 2,
    endLine: 2,
    replacement: 'CREATE INDEX CONCURRENTLY orders_note_idx',
  });
  const note = source.indexOf('note)');
  const edits = [
    { start: note, end: note + 4, text: 'lower(note)' },
    { start: at, end: at, text: 'CONCURRENTLY ' },
  ];
  expect(replacedLines(source, edits)).toEqual({
    startLine: 2,
    endLine: 3,
    replacement: 'CREATE INDEX CONCURRENTLY orders_note_idx\n  ON orders (lower(note));',
  });
  expect(replacedLines('SELECT 1;', [{ start: 0, end: 6, text: 'VALUES' }])).toEqual({
    startLine: 1,
    endLine: 1,
    replacement: 'VALUES 1;',
  });
});

test.each([
  ['none', []],
  [
    'overlapping ones',
    [
      { start: 2, end: 6, text: '' },
      { start: 4, end: 8, text: '' },
    ],
  ],
  ['one outside', [{ start: 0, end: 999, text: '' }]],
])('edits that are no replacement: %s', (_, edits) => {
  expect(replacedLines(source, edits)).toBeUndefined();
});

const suggestion = (line: number, change: Partial<Suggestion> = {}): Suggestion => ({
  path: 'db/1.sql',
  startLine: line,
  endLine: line,
  replacement: 'SELECT 1;',
  message: 'Builds the index without blocking writes.',
  id: `${String(line)}`.padStart(16, '0'),
  ...change,
});

test('only lines within one run of added lines can be replaced', () => {
  const lines = { added: [{ start: 2, end: 4 }], removedAfter: [] };
  expect(isWithinDiff(suggestion(2, { endLine: 4 }), lines)).toBe(true);
  expect(isWithinDiff(suggestion(2, { endLine: 5 }), lines)).toBe(false);
});

const place = { pullRequest: 12, headSha: HEAD };

test('one review holds them all, at most ten, each once', async () => {
  const reviews: Review[] = [];
  const github = fakeGitHub({
    ownReviewComments: async () => ok([`<!-- pgfence:suggestion v=1 id=${suggestion(1).id} -->\nold`]),
    createReview: async (_, review) => {
      reviews.push(review);
      return ok(null);
    },
  });
  const many = Array.from({ length: 14 }, (_, index) => suggestion(index + 1));
  expect(await publishSuggestions(github, place, many, noWait().wait)).toEqual({
    kind: 'posted',
    posted: 10,
    dropped: 0,
  });
  expect(reviews[0]?.comments.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(reviews[0]?.comments[0]).toEqual({
    path: 'db/1.sql',
    line: 2,
    body: '<!-- pgfence:suggestion v=1 id=0000000000000002 -->\nBuilds the index without blocking writes.\n\n```suggestion\nSELECT 1;\n```',
  });
});

test('the fence is longer than any in the text', async () => {
  const reviews: Review[] = [];
  const github = fakeGitHub({
    createReview: async (_, review) => {
      reviews.push(review);
      return ok(null);
    },
  });
  await publishSuggestions(
    github,
    place,
    [suggestion(2, { startLine: 1, replacement: "SELECT '````'" })],
    noWait().wait,
  );
  expect(reviews[0]?.comments[0]).toMatchObject({
    startLine: 1,
    line: 2,
    body: expect.stringContaining("\n`````suggestion\nSELECT '````'\n`````"),
  });
});

test('if one is invalid they are posted singly, without it', async () => {
  const invalid = { kind: 'invalid', message: 'line must be part of the diff' } as const;
  const { wait, waits } = noWait();
  const github = fakeGitHub({ createReview: async () => refused(invalid) });
  const { createReviewComment } = github;
  const picky = {
    ...github,
    createReviewComment: async (...args: Parameters<typeof createReviewComment>) =>
      args[2].line === 2 ? refused(invalid) : createReviewComment(...args),
  };
  expect(await publishSuggestions(picky, place, [suggestion(1), suggestion(2), suggestion(3)], wait)).toEqual(
    { kind: 'posted', posted: 2, dropped: 1 },
  );
  expect({ done: github.done, waits }).toEqual({
    done: ['review comment on line 1', 'review comment on line 3'],
    waits: [1000, 1000],
  });
});

test('a refusal ends it', async () => {
  const github = fakeGitHub({ createReview: async () => refused(permission) });
  expect(await publishSuggestions(github, place, [suggestion(1)], noWait().wait)).toEqual({
    kind: 'refused',
    refusal: permission,
  });
  expect(github.done).toEqual([]);
});
