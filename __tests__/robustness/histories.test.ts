import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { split } from '../../src/sql/split';
import { LONGEST, read, RUNS } from './inputs';
import { mutated, mutations, tokensOf } from './mutation';

const fixtures = join(__dirname, '../../fixtures/postgres');
const facts = JSON.parse(readFileSync(join(fixtures, 'lock-facts.json'), 'utf8')) as readonly {
  readonly setup?: string;
  readonly sql: string;
}[];
const sequences = readdirSync(join(fixtures, 'sequences')).map((name) =>
  readFileSync(join(fixtures, 'sequences', name), 'utf8'),
);

/** Statements that belong together, as servers have run them. */
const groups = [
  ...facts.map(({ setup = '', sql }) => [...statementsOf(setup), ...statementsOf(sql)]),
  ...sequences.map(statementsOf),
];
const statements = groups.flat();
const pool = statements.flatMap(tokensOf);

const SETTINGS = [
  'BEGIN',
  'COMMIT',
  'ROLLBACK',
  'SAVEPOINT a',
  'ROLLBACK TO a',
  'SET search_path = s, public',
  "SET LOCAL lock_timeout = '2s'",
];

const PARTS = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ group: fc.nat(), changes: fc.array(mutations(2), { maxLength: 4 }) }),
    },
    { weight: 4, arbitrary: fc.record({ statement: fc.nat(), change: mutations(2) }) },
    { weight: 1, arbitrary: fc.record({ setting: fc.constantFrom(...SETTINGS) }) },
  ),
  { minLength: 4, maxLength: 30 },
);

const OPTIONS = fc.record({
  shipped: fc.nat({ max: 2 }),
  major: fc.integer({ min: 11, max: 18 }),
  output: fc.constantFrom('json', 'text', 'sarif', 'markdown', 'compact', 'gitlab'),
  together: fc.boolean(),
  transaction: fc.constantFrom('file', 'none', 'all', 'call'),
});

test(
  'any migrations are read, with every rule, in every form of report',
  () =>
    fc.assert(
      fc.asyncProperty(PARTS, OPTIONS, async (parts, options) => {
        const all = parts.flatMap(written);
        const shipped = Math.floor((all.length * options.shipped) / 4);
        await read(
          {
            'm/001.sql': all.slice(0, shipped).join(';\n'),
            'm/002.sql': `${all.slice(shipped).join(';\n')};\n`,
          },
          [
            ...['analyze', 'm/002.sql', '--rules', 'all', '--postgres', String(options.major)],
            ...['--output', options.output, '--transaction', options.transaction],
            ...(options.together ? ['--together'] : []),
          ],
          ({ status, error }) => (status === 0 || status === 1) && error === '',
        );
      }),
      RUNS,
    ),
  LONGEST,
);

type Part = typeof PARTS extends fc.Arbitrary<readonly (infer Item)[]> ? Item : never;

function written(part: Part): readonly string[] {
  if ('setting' in part) return [part.setting];
  if ('statement' in part) {
    const statement = statements[part.statement % statements.length] ?? '';
    return [mutated(tokensOf(statement), part.change, pool).join('')];
  }
  return (groups[part.group % groups.length] ?? []).map((statement, at) =>
    mutated(tokensOf(statement), part.changes[at] ?? [], pool).join(''),
  );
}

function statementsOf(text: string): readonly string[] {
  return split(text)
    .map(({ start, end }) => text.slice(start, end).trim())
    .filter((statement) => statement !== '');
}
