import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { disagreements } from './matrix/agreement';
import { type Case, CASES, TOKENS } from './matrix/cases';
import { CONTENTS, type ContentName } from './matrix/contents';
import { runCases } from './matrix/run-case';
import { type Told, told } from './matrix/told';
import { type Outcome, removeAction } from './run-action';
import type { Scenario } from './scenario';
import { sarifProblems } from './sarif/problems';

/** So many repositories, each with its server, are at work at the same time, and each for so many cases. */
const PARALLEL = 4;
const MOST_IN_A_ROW = 25;
/** Of so many cases the outcome is recorded and was read. `UPDATE=new` records the others. */
const RECORDED = 300;
const file = join(__dirname, 'matrix/expected.json');
const expected = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Told>>;
const declared = Object.keys(
  (parse(readFileSync(join(__dirname, '../../action.yml'), 'utf8')) as { outputs: object }).outputs,
);

/** `all`: record every outcome; `new`: those of which nothing is recorded yet. */
const update = process.env['UPDATE'];
/** `CASE=fork` runs those whose name has it. */
const only = process.env['CASE'] ?? '';
const chosen = [...CASES].filter(
  ([name]) => name.includes(only) && (update === 'all' || name in expected !== (update === 'new')),
);

const found = new Map<string, Told>();
const wrong = new Map<string, readonly string[]>();

beforeAll(async () => {
  const queue = (Object.keys(CONTENTS) as ContentName[]).flatMap((content) => {
    const cases = chosen.filter(([, one]) => one.content === content);
    const parts = Math.ceil(cases.length / MOST_IN_A_ROW);
    return Array.from({ length: parts }, (_, part) => ({
      content,
      cases: cases.slice(part * MOST_IN_A_ROW, (part + 1) * MOST_IN_A_ROW),
    }));
  });
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      await runCases(next.content, next.cases, (name, run, at) => {
        found.set(name, told(run, at));
        wrong.set(name, problems(run, at));
        keep();
      });
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
}, 3_600_000);
afterAll(removeAction);

/** With `UPDATE` what was found becomes what is expected. Read the difference before you believe it. */
function keep(): void {
  if (update === undefined) return;
  const all = Object.entries({ ...expected, ...Object.fromEntries(found) }).filter(([name]) =>
    CASES.has(name),
  );
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(all), null, 1)}\n`);
}

test('no two cases are alike, and what is recorded is one of them', () => {
  const kinds = new Set([...CASES.values()].map((one) => JSON.stringify(one)));
  expect(kinds.size).toBe(CASES.size);
  expect(CASES.size).toBeGreaterThanOrEqual(300);
  expect(Object.keys(expected).filter((name) => !CASES.has(name))).toEqual([]);
  expect(Object.keys(expected).length).toBeGreaterThanOrEqual(RECORDED);
});

describe.each(chosen)('%s', (name, one) => {
  test('does what it should', () => {
    if (update === undefined) expect(found.get(name)).toEqual(expected[name]);
    expect(wrong.get(name)).toEqual([]);
    expect(found.get(name)?.exit).toBe(exitOf(one));
  });
});

/** What the specification says of the exit status, whatever the channels did. */
function exitOf({ event, token, checkout, content, answer }: Case): number {
  if (checkout === 'none' && token === 'nothing') return 2;
  const { gates } = CONTENTS[content];
  // The configuration is there and cannot be had: without it everything would be judged by other rules.
  if (answer.startsWith('blob: ') && LASTING.test(answer)) return 2;
  if (!gates) return 0;
  if (/dispatch|schedule|comment|default branch|tag/.test(event)) return 0;
  return unknownDiff({ event, token, checkout, answer }) ? 0 : 1;
}

/** Where neither GitHub nor git tells what changed. */
function unknownDiff({ event, token, checkout, answer }: Omit<Case, 'content' | 'earlier'>): boolean {
  const given: object = TOKENS[token];
  const refusedFor = (channel: string): boolean => answer.startsWith(`${channel}: `) && LASTING.test(answer);
  const compared = 'contents' in given && !refusedFor('compare');
  if (event === 'push of a new branch') return !compared;
  if (!event.startsWith('pull_request')) return !compared && checkout === 'none';
  const listed = 'pull-requests' in given && !refusedFor('list');
  return !listed && !compared && checkout !== 'merge';
}

const LASTING = /: (401|403|404|413|422|429 for an hour|503 for ever|a redirect|no answer for ever)$/;

const COMMANDS = new Set(['error', 'warning', 'notice']);

/** What no run may do. */
function problems(run: Outcome, at: Scenario): readonly string[] {
  const count = (level: string): number => run.commands.filter(({ name }) => name === level).length;
  const texts = [run.stdout, run.summary, ...Object.values(run.outputs), ...Object.values(run.files)];
  const body = at.state.comments.at(-1)?.body ?? '';
  return [
    ...(run.stderr === '' ? [] : [`on stderr: ${run.stderr}`]),
    ...at.server.violations,
    ...(texts.some((text) => text.includes('ghs_')) ? ['the token is told'] : []),
    ...(count('error') > 10 || count('warning') > 10 || count('notice') > 10 ? ['too many commands'] : []),
    ...run.commands.filter(({ name }) => !COMMANDS.has(name)).map(({ name }) => `the command ${name}`),
    ...run.commands.filter(({ message }) => /^forged/.test(message)).map(() => 'a forged command'),
    ...Object.keys(run.outputs)
      .filter((name) => !declared.includes(name))
      .map((name) => `the output ${name}`),
    ...(body.length > 65_000 ? ['a comment that is too long'] : []),
    ...(run.summary.length > 900_000 ? ['a summary that is too long'] : []),
    ...disagreements(run, at),
    ...at.state.sarifs.flatMap(({ text }) => sarifProblems(text)),
    ...(run.files['report.sarif'] === undefined ? [] : sarifProblems(run.files['report.sarif'])),
  ];
}
