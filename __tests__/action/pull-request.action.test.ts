import { removeAction } from './run-action';
import { type Scenario, scenario } from './scenario';

const ORDERS = 'CREATE TABLE orders (id bigint PRIMARY KEY, note text);\n';
const INDEX = 'CREATE INDEX orders_note_idx ON orders (note);\n';

let at: Scenario;
afterEach(async () => {
  await at.stop();
  expect(at.server.violations).toEqual([]);
});
afterAll(removeAction);

test('a finding gates: summary, alert, comment, exit status', async () => {
  at = await scenario({
    base: { 'migrations/001_orders.sql': ORDERS },
    change: { 'migrations/002_index.sql': INDEX },
  });
  const run = await at.pullRequest();
  console.log(
    JSON.stringify(run, null, 1).replaceAll('\\n', '\n'),
    at.state.comments,
    at.state.sarifs.map((x) => x.text),
  );
});
