import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { COMMENT_STATES } from '../__tests__/report/comment-states';
import { reviewed } from '../__tests__/report/reviewed';
import { openBrowser } from './looks/browser';

/**
 * Pictures of the comment and the job summary in every state, as GitHub shows them: desktop and phone, light and dark.
 * `npm run looks -- [folder] [state or file.md…]`; of files, the first fold is open. Needs `npm ci --prefix __tests__/looks` and a Chromium (CHROMIUM names it).
 */
const root = resolve(__dirname, '..');
const packages = join(root, '__tests__/looks');
const [folder = join(root, 'build/looks'), ...wanted] = process.argv.slice(2);

/** Pixels that a comment has on GitHub. */
const WIDTHS = { desktop: 830, phone: 390 } as const;

void main();

async function main(): Promise<void> {
  if (!existsSync(join(packages, 'node_modules')))
    throw new Error('run npm ci --prefix __tests__/looks first');
  mkdirSync(folder, { recursive: true });
  const documents: Record<string, string> = {};
  for (const { name, proposal, progress } of COMMENT_STATES) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const { artifacts } = await reviewed(proposal);
    documents[name] = artifacts.comment(progress)[0]?.() ?? '';
    if (name === 'findings') documents[`${name}-summary`] = artifacts.summary[0]?.() ?? '';
  }
  for (const file of wanted.filter((name) => name.endsWith('.md')))
    documents[basename(file, '.md')] = readFileSync(file, 'utf8');
  for (const [name, markdown] of Object.entries(documents))
    writeFileSync(join(folder, `${name}.md`), markdown);
  const pages = Object.entries(rendered(documents));
  const browser = await openBrowser(process.env['CHROMIUM'] ?? 'chromium');
  for (const [name, html] of pages) {
    for (const [device, width] of Object.entries(WIDTHS)) {
      for (const theme of ['light', 'dark'] as const) {
        const picture = await browser.photograph(page(html, theme), width, openFolds(name));
        writeFileSync(join(folder, `${name}-${device}-${theme}.png`), picture);
      }
    }
  }
  await browser.close();
  process.stdout.write(`${String(pages.length)} documents in ${folder}\n`);
}

function openFolds(name: string): readonly number[] {
  return wanted.some((file) => basename(file) === `${name}.md`) ? [0] : [];
}

function rendered(documents: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(packages, 'render.mjs')], {
    input: JSON.stringify(documents),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 60_000,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Readonly<Record<string, string>>;
}

function page(html: string, theme: 'light' | 'dark'): string {
  const style = readFileSync(
    join(packages, `node_modules/github-markdown-css/github-markdown-${theme}.css`),
    'utf8',
  );
  const background = theme === 'light' ? '#ffffff' : '#0d1117';
  return `<!doctype html><meta charset="utf-8"><style>${style} body { margin: 0; background: ${background}; } article { padding: 16px; font-size: 14px !important; }</style><article class="markdown-body">${html}</article>`;
}
