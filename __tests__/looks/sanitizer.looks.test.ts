import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../../fixtures/comments');
const names = readdirSync(folder);
const markdown = Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

/** The comments as HTML, after GitHub's sanitizer. */
function rendered(): Readonly<Record<string, string>> {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(__dirname, 'render.mjs')], {
    input: JSON.stringify(markdown),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 60_000,
  });
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Readonly<Record<string, string>>;
}

let html: Readonly<Record<string, string>> = {};
beforeAll(() => {
  html = rendered();
});

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const MEANT =
  /^(h2|h4|p|strong|code|table|thead|tbody|tr|th|td|a|br|pre|ol|ul|li|details|summary|b|sub|wbr)$/;

describe.each(names)('%s', (name) => {
  test('has the tags that were meant, and none that a migration wrote', () => {
    const tags = [...(html[name] ?? '').matchAll(/<([a-z0-9]+)/g)].map(([, tag]) => tag ?? '');
    expect(tags.filter((tag) => !MEANT.test(tag))).toEqual([]);
  });

  test('loses nothing: each fold, each row, each block of SQL arrives', () => {
    const source = markdown[name] ?? '';
    const page = html[name] ?? '';
    expect(count(page, /<details>/g)).toBe(count(source, /^<details>/gm));
    expect(count(page, /<summary>/g)).toBe(count(source, /<summary>/g));
    // Of each table the line below its head is no row.
    expect(count(page, /<tr>/g)).toBe(count(source, /^\|/gm) - count(source, /^\| :?--/gm));
    expect(count(page, /<pre>/g)).toBe(count(source, /^ *```+\w/gm));
    expect(count(page, /<h2/g)).toBe(1);
  });

  test('links to GitHub alone, and mentions nobody', () => {
    const page = html[name] ?? '';
    const targets = [...page.matchAll(/href="([^"]*)"/g)].map(([, target]) => target ?? '');
    const ours =
      /^https:\/\/github\.com\/(acme\/shop\/(blob\/[0-9a-f]{40}\/|actions\/runs\/9001$)|flvmnt\/pgfence\/blob\/main\/docs\/)/;
    expect(targets.filter((target) => !ours.test(target))).toEqual([]);
    // GitHub looks for mentions and references in each text by itself, outside of code.
    const texts = page.replace(/<(pre|code)[^>]*>[\s\S]*?<\/\1>/g, '').split(/<[^>]*>/);
    expect(texts.filter((text) => /(^|[^\w])@\w|(^|\s)#\d|GH-\d/.test(text))).toEqual([]);
  });
});
