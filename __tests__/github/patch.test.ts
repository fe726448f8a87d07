import { clip, isChanged } from '../../src/github/changed-lines';
import { readPatch } from '../../src/github/patch';

const patch = `@@ -1,4 +1,5 @@
 CREATE TABLE orders (id bigint);
-SET lock_timeout = '2s';
+ALTER TABLE orders
+  ADD COLUMN note text;
 SELECT 1;
 SELECT 2;
@@ -10,3 +11,2 @@ SELECT 9;
 ALTER TABLE users
-  ADD COLUMN a int,
   ADD COLUMN b int;
\\ No newline at end of file`;

test('added lines and places of removed ones, on the head side', () => {
  expect(readPatch(patch)).toEqual({ added: [{ start: 2, end: 3 }], removedAfter: [1, 11] });
});

test('without context, as git gives it', () => {
  expect(readPatch('@@ -0,0 +1,3 @@\n+a\n+b\n+c')).toEqual({
    added: [{ start: 1, end: 3 }],
    removedAfter: [],
  });
  expect(readPatch('@@ -4,2 +3,0 @@\n-a\n-b\n@@ -9 +7 @@\n-c\n+d\n')).toEqual({
    added: [{ start: 7, end: 7 }],
    removedAfter: [3, 6],
  });
  expect(readPatch('@@ -1 +0,0 @@\n-a')).toEqual({ added: [], removedAfter: [0] });
});

test('content that looks like a header is content', () => {
  expect(readPatch('@@ -1 +1,2 @@\n @@ -1 +1 @@\n+++ b/orders.sql')).toEqual({
    added: [{ start: 2, end: 2 }],
    removedAfter: [],
  });
});

test.each([
  ['cut off', patch.slice(0, 60), undefined],
  ['other counts than GitHub tells', patch, { additions: 3, deletions: 2 }],
  ['no hunk', 'Binary files differ', undefined],
  ['a line without a mark', '@@ -1 +1 @@\nSELECT 1;', undefined],
])('a patch that is not to be believed: %s', (_, text, counts) => {
  expect(readPatch(text, counts)).toBeUndefined();
});

test('counts that agree', () => {
  expect(readPatch(patch, { additions: 2, deletions: 2 })).toBeDefined();
});

const region = (line: number, endLine: number, column = 3, endColumn = 9) => ({
  line,
  column,
  endLine,
  endColumn,
});
const lines = {
  added: [
    { start: 2, end: 3 },
    { start: 6, end: 6 },
  ],
  removedAfter: [10],
};

test.each([
  ['with an added line', region(3, 5), true],
  ['between added lines', region(4, 5), false],
  ['that ends before the first column of an added line', region(4, 6, 1, 1), false],
  ['in which lines were removed', region(10, 11), true],
  ['after which lines were removed', region(9, 10), false],
  ['before which lines were removed', region(11, 12), false],
])('a statement %s', (_, statement, changed) => {
  expect(isChanged(statement, lines)).toBe(changed);
  expect(isChanged(statement, { added: 'whole', removedAfter: [] })).toBe(true);
});

test('a region is clipped to its first run of added lines', () => {
  const lengthOf = (line: number): number => line * 10;
  expect(clip(region(1, 6), lines, lengthOf)).toEqual({ line: 2, column: 1, endLine: 3, endColumn: 31 });
  expect(clip(region(3, 4), lines, lengthOf)).toEqual({ line: 3, column: 3, endLine: 3, endColumn: 31 });
  expect(clip(region(2, 3), lines, lengthOf)).toEqual(region(2, 3));
  expect(clip(region(4, 5), lines, lengthOf)).toBeUndefined();
  expect(clip(region(4, 5), { added: 'whole', removedAfter: [] }, lengthOf)).toEqual(region(4, 5));
});
