import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ruleUrl } from '../../src/cli/rule-links';
import { RECIPES } from '../../src/github/notices';
import { RULES } from '../../src/rules/registry.generated';

const root = join(__dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The anchors of the headings, as GitHub makes them. */
const anchors = [...readme.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
  title
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-'),
);

test('the first screen has the two commands', () => {
  expect(readme.split('\n').slice(0, 16).join('\n')).toMatch(
    /node dist\/cli\/index\.js analyze fixtures\/migrations\/example .*\nnpm ci && npm test /,
  );
});

test('what the messages of a run link to is there', () => {
  const wanted = Object.values(RECIPES).map((url) => url.slice(url.indexOf('#') + 1));
  expect(wanted.filter((anchor) => !anchors.includes(anchor))).toEqual([]);
});

test('what the README links to is there', () => {
  const targets = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  const missing = targets.filter((target) =>
    target.startsWith('#')
      ? !anchors.includes(target.slice(1))
      : !target.startsWith('https://') && !existsSync(join(root, target)),
  );
  expect(missing).toEqual([]);
});

test('the pages that reports link to are there', () => {
  const pages = ['', 'unread-sql', ...RULES.map(({ id }) => id)].map(ruleUrl);
  const missing = pages.filter((url) => !existsSync(join(root, url.slice(url.indexOf('docs/')))));
  expect(missing).toEqual([]);
});

test('its pictures are small', () => {
  const pictures = [...readme.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, target = '']) => target);
  expect(pictures.length).toBeGreaterThanOrEqual(2);
  for (const picture of pictures) expect(statSync(join(root, picture)).size).toBeLessThan(150 * 1024);
});

interface Workflow {
  readonly permissions: object;
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { readonly uses?: string; readonly with?: object }[] }>
  >;
}

const blocks = [...readme.matchAll(/<!-- ([a-z0-9-]+) -->\n\n```yaml\n([\s\S]*?)```/g)].map(
  ([, name = '', text = '']) => [name, text] as const,
);

test('the README has the workflows that it promises', () => {
  expect(blocks.map(([name]) => name)).toEqual(['quick-start', 'fork-1', 'fork-2', 'monorepo']);
});

test.each(blocks)('the workflow %s is hardened', (_, text) => {
  const workflow = parse(text) as Workflow;
  expect(workflow.permissions).toEqual({});
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
  const others = steps.flatMap(({ uses }) =>
    uses === undefined || uses === 'flvmnt/pgfence@v1' ? [] : [uses],
  );
  expect(others.filter((uses) => !/@[0-9a-f]{40}$/.test(uses))).toEqual([]);
  expect(text.match(/^ +[a-z-]+: (read|write)$/gm)).toBeNull();
  for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@') === true))
    expect(step.with).toEqual({ 'persist-credentials': false });
});
