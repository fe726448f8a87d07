import { folderWith } from './run-cli';

const SIZES = JSON.stringify({ orders: { rows: 50_000_000 }, users: { rows: 20 } });
const RULES = JSON.stringify({ rules: { 'predicted-long-lock': 'warning' }, statistics: 'sizes.json' });
const CHECK = 'ALTER TABLE orders ADD CONSTRAINT orders_total_check CHECK (total > 0);\n';

test('the configuration names a file with the sizes of tables, relative to itself', async () => {
  const folder = folderWith({
    'db/pgfence.config.json': RULES,
    'db/sizes.json': SIZES,
    'db/migrations/001_check.sql': CHECK,
  });
  const report = await folder.report(['--config', 'db/pgfence.config.json', 'db/migrations']);
  expect(
    report.migrations.flatMap(({ statements }) =>
      statements.flatMap(({ findings }) => findings.map(({ rule }) => rule)),
    ),
  ).toContain('predicted-long-lock');
});

test('--statistics wins, and what is small is done in a moment', async () => {
  const folder = folderWith({
    'pgfence.config.json': RULES,
    'sizes.json': SIZES,
    'small.json': '{"orders": {"rows": 20}}',
    'migrations/001_check.sql': CHECK,
  });
  const { summary } = await folder.report(['--statistics', 'small.json', 'migrations']);
  expect(summary.risk).toBe('medium');
});

test.each([
  ['none.json', 'none.json: no such statistics file'],
  ['wrong.json', 'wrong.json: "orders" lacks its "rows"'],
])('a bad one ends with exit status 2: %s', async (path, message) => {
  const folder = folderWith({ 'wrong.json': '{"orders": {}}', 'migrations/001_check.sql': CHECK });
  const { status, error } = await folder.pgfence(['analyze', '--statistics', path, 'migrations']);
  expect(status).toBe(2);
  expect(error).toContain(message);
});

test('a file outside of the repository is no file of the configuration', async () => {
  const folder = folderWith({
    'pgfence.config.json': '{"statistics": "../sizes.json"}',
    'migrations/001_check.sql': CHECK,
  });
  const { status, error } = await folder.pgfence(['analyze', 'migrations']);
  expect(status).toBe(2);
  expect(error).toContain('"statistics" is "../sizes.json"; expected a file of the repository');
});
