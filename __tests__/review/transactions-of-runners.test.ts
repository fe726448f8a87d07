import { ruleOptions } from '../../src/config/rule-options';
import { review } from '../../src/review';
import type { MigrationInput } from '../../src/review';
import { verbatimFragment } from '../../src/sql/fragment';
import type { Transaction } from '../../src/sql/fragment';
import { loadParser } from '../../src/sql/parse';
import { filePath } from '../../src/sql/source';

const SQL = [
  'ALTER TABLE orders ADD COLUMN note text',
  'CREATE INDEX CONCURRENTLY orders_note_idx ON orders (note)',
  'ALTER TABLE users ADD COLUMN note text',
];

/** Of each migration: the transaction that is reported, and the number of that in which its statement runs. */
async function transactionsOf(
  tool: string,
  transactions: readonly Transaction[],
  knownChangeSet = true,
): Promise<readonly (readonly [Transaction, number])[]> {
  const { migrations } = review({
    parser: await loadParser(),
    major: 18,
    sequences: [
      {
        sequence: 'migrations',
        complete: false,
        migrations: transactions.map((transaction, index) => migration(tool, index, transaction)),
      },
    ],
    knownChangeSet,
    historySource: 'files',
    scope: 'changed',
    rules: [],
    knownRules: new Set(),
    options: ruleOptions({}, null),
    gate: { failOn: 'high', gates: true, unchanged: false },
    version: '0.0.0',
    notes: [],
  });
  return migrations.map(({ transaction, steps }) => [transaction, steps[0]?.step.transaction ?? -1]);
}

function migration(tool: string, index: number, transaction: Transaction): MigrationInput {
  const source = { path: filePath(`migrations/${index}.js`), text: `${SQL[index] ?? ''};\n` };
  return {
    facts: {
      path: source.path,
      source,
      tool,
      sequence: 'migrations',
      direction: 'up',
      status: 'added',
      previousPath: null,
      version: null,
      transaction,
    },
    extract: () => ({ fragments: [verbatimFragment(source, transaction)], gaps: [], transaction }),
    judged: { isChanged: () => true, base: null },
  };
}

test('Knex puts all pending migrations into one transaction', async () => {
  const [first, , third] = await transactionsOf('knex', ['all', 'all', 'all']);
  expect(first?.[0]).toBe('all');
  expect(third).toEqual(first);
});

test('Knex gives each its own where one stands outside', async () => {
  const [first, second, third] = await transactionsOf('knex', ['all', 'none', 'all']);
  expect([first?.[0], second?.[0], third?.[0]]).toEqual(['file', 'none', 'file']);
  expect(new Set([first?.[1], second?.[1], third?.[1]]).size).toBe(3);
});

test('Drizzle has all in one transaction', async () => {
  const [first, , third] = await transactionsOf('drizzle', ['all', 'all', 'all']);
  expect(third?.[1]).toBe(first?.[1]);
});

test('migrations that ship each by itself share no transaction', async () => {
  const [first, , third] = await transactionsOf('drizzle', ['all', 'all', 'all'], false);
  expect(third?.[1]).not.toBe(first?.[1]);
});
