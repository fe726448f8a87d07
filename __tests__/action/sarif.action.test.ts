import { sarifToMarkdown } from '@security-alert/sarif-to-markdown';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMENT_STATES } from '../report/comment-states';
import { type Proposal, reviewed } from '../report/reviewed';
import { sarifProblems } from './sarif/problems';

const multitool = join(__dirname, 'node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool');

const sarifOf = async (proposal: Proposal): Promise<string> => (await reviewed(proposal)).artifacts.sarif;

/** Style that GitHub does not read: ids of messages, provenance, snippets, ids in capitals with digits, addresses that answer, rules of a run without results. */
const NOT_READ = /^SARIF(2002|2003|2006|2009|2010|2011) |^SARIF2012 runs\[0\]\.tool\.driver$/;

/** What Microsoft's checker says of files with GitHub's rules on, in one call. Its exit status says nothing. */
function multitoolProblems(sarifs: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'pgfence-sarif-'));
  const output = join(folder, 'output.json');
  const files = sarifs.map((sarif, index) => {
    const file = join(folder, `${String(index)}.sarif`);
    writeFileSync(file, sarif);
    return file;
  });
  const options = [
    '--rule-kind',
    'Sarif;Ghas',
    '--level',
    'Error;Warning;Note',
    '--max-file-size-in-kb',
    '100000',
  ];
  execFileSync(multitool, ['validate', ...files, ...options, '--output', output, '--log', 'ForceOverwrite'], {
    stdio: 'ignore',
    timeout: 300_000,
  });
  const { runs } = JSON.parse(readFileSync(output, 'utf8').replace(/^\uFEFF/, '')) as {
    runs: {
      artifacts?: unknown[];
      results: { ruleId: string; message: { text?: string; arguments?: string[] } }[];
    }[];
  };
  rmSync(folder, { recursive: true, force: true });
  return runs
    .flatMap(({ results }) => results)
    .map(({ ruleId, message }) => `${ruleId} ${message.text ?? (message.arguments ?? []).join(' ')}`)
    .filter((problem) => !NOT_READ.test(problem));
}

test("Microsoft's checker passes the output of every state", async () => {
  const sarifs = await Promise.all(COMMENT_STATES.map(({ proposal }) => sarifOf(proposal)));
  expect(multitoolProblems(sarifs)).toEqual([]);
}, 300_000);

describe.each(COMMENT_STATES)('$name', ({ proposal }) => {
  test('agrees with the schema and with the limits of GitHub, and is the same on every run', async () => {
    const sarif = await sarifOf(proposal);
    expect(sarifProblems(sarif)).toEqual([]);
    expect(await sarifOf(proposal)).toBe(sarif);
  });

  test('another reader of SARIF finds what is in it', async () => {
    const sarif = await sarifOf(proposal);
    const log = JSON.parse(sarif) as Parameters<ReturnType<typeof sarifToMarkdown>>[0];
    const [read] = sarifToMarkdown({ owner: 'acme', repo: 'shop', branch: 'main', sourceRoot: '' })(log);
    const results = log.runs[0]?.results ?? [];
    expect(read?.hasMessages).toBe(results.length > 0);
    for (const { ruleId } of results) expect(read?.body).toContain(ruleId);
  });
});

test('the checkers can fail', async () => {
  const [state] = COMMENT_STATES;
  const sarif = await sarifOf(state?.proposal ?? { change: {} });
  expect(sarifProblems(sarif.replace(/"level": "\w+"/, '"level": "critical"'))).not.toEqual([]);
  expect(sarifProblems(sarif.replaceAll('primaryLocationLineHash', 'other'))).toContain('no line hash');
  expect(sarifProblems(sarif.replace('"id": "pgfence/"', '"id": "pgfence"'))).toContain(
    'the category does not end in a slash',
  );
  expect(multitoolProblems([sarif.replace(/"startLine": \d+/, '"startLine": 0')])).not.toEqual([]);
});

test('an alert covers added lines alone, so that the pull request shows it', async () => {
  const before = 'CREATE TABLE orders (id bigint, status text);\n';
  const statement = (extra: string): string => `CREATE INDEX orders_idx\n  ON orders\n${extra}  (status);\n`;
  const sarif = await sarifOf({
    base: { 'migrations/1.sql': before, 'migrations/2.sql': statement('') },
    change: { 'migrations/2.sql': statement('  USING btree\n') },
    rules: ['create-index-not-concurrent'],
  });
  const { runs } = JSON.parse(sarif) as {
    runs: { results: { locations: { physicalLocation: { region: object } }[] }[] }[];
  };
  expect(runs[0]?.results.map(({ locations }) => locations[0]?.physicalLocation.region)).toEqual([
    { startLine: 3, startColumn: 1, endLine: 3, endColumn: 14 },
  ]);
});

test('a finding that is accepted is no alert: GitHub would keep it open', async () => {
  const { artifacts } = await reviewed({
    change: {
      'migrations/1.sql':
        '-- pgfence allow create-index-not-concurrent: nobody writes at night\nCREATE INDEX orders_idx ON orders (status);\n',
    },
    rules: ['create-index-not-concurrent'],
  });
  const { runs } = JSON.parse(artifacts.sarif) as { runs: { results: unknown[] }[] };
  expect(runs.map(({ results }) => results)).toEqual([[]]);
  expect(artifacts.json).toContain('nobody writes at night');
});
