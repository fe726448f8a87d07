import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: unknown;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: string | Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = join(__dirname, '../../.github/workflows');

test.each(readdirSync(folder))('%s is hardened', (name) => {
  expect(problems(readFileSync(join(folder, name), 'utf8'))).toEqual([]);
});

test('the checks can fail', () => {
  const workflow = `
on: { pull_request_target: }
permissions: { contents: read }
jobs:
  build:
    permissions:
      contents: write
    steps:
      - uses: actions/checkout@v6
      - run: echo "\${{ github.head_ref }}"
`;
  expect(problems(workflow)).toEqual([
    'runs on pull_request_target',
    'the top does not say permissions: {}',
    'no concurrency',
    'job build has no timeout',
    'a permission without a reason: contents: write',
    'not pinned to a commit with its version: actions/checkout@v6',
    'checkout keeps the credentials',
    'an expression in a run block: echo "${{ github.head_ref }}"',
  ]);
});

function problems(text: string): readonly string[] {
  const workflow = parse(text) as Workflow;
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);
  const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@') === true);
  return [
    ...(hasTrigger(workflow, 'pull_request_target') ? ['runs on pull_request_target'] : []),
    ...(isEmptyObject(workflow.permissions) ? [] : ['the top does not say permissions: {}']),
    ...(workflow.concurrency === undefined ? ['no concurrency'] : []),
    ...jobs
      .filter(([, job]) => job.permissions === undefined)
      .map(([name]) => `job ${name} has no permissions`),
    ...jobs
      .filter(([, job]) => job['timeout-minutes'] === undefined)
      .map(([name]) => `job ${name} has no timeout`),
    ...matches(text, /^ +([a-z-]+: (?:read|write))$/gm).map(
      (line) => `a permission without a reason: ${line}`,
    ),
    ...matches(text, /uses: (.*)/g)
      .filter((uses) => uses !== './' && !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(uses))
      .map((uses) => `not pinned to a commit with its version: ${uses}`),
    ...checkouts
      .filter((step) => step.with?.['persist-credentials'] !== false)
      .map(() => 'checkout keeps the credentials'),
    ...steps.flatMap(({ run }) =>
      run?.includes('${{') === true ? [`an expression in a run block: ${run}`] : [],
    ),
  ];
}

function hasTrigger({ on }: Workflow, name: string): boolean {
  return typeof on === 'string' ? on === name : name in on;
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function matches(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, group]) => (group ?? '').trim());
}
