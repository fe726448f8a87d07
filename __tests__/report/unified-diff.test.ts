import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { unifiedDiff } from '../../src/report/unified-diff';

const folder = mkdtempSync(join(tmpdir(), 'pgfence-diff-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What git makes of the diff. */
function applied(before: string, diff: string): string {
  const path = join(folder, 'orders.sql');
  writeFileSync(path, before);
  execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: folder, input: diff });
  return readFileSync(path, 'utf8');
}

test('equal texts have no diff', () => {
  expect(unifiedDiff('orders.sql', 'SELECT 1;\n', 'SELECT 1;\n')).toBe('');
});

test('git arrives at the same text', () => {
  const line = fc.constantFrom('a\n', 'b\n', '\n', 'c\r\n', 'long line\n');
  const text = fc.tuple(fc.array(line, { minLength: 1, maxLength: 25 }), fc.constantFrom('', 'end'));
  const property = fc.property(text, text, ([lines, end], [others, otherEnd]) => {
    const before = lines.join('') + end;
    const after = others.join('') + otherEnd;
    fc.pre(before !== after);
    expect(applied(before, unifiedDiff('orders.sql', before, after))).toBe(after);
  });
  fc.assert(property, { numRuns: 40 });
});
