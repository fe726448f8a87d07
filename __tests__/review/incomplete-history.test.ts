import { reviewed } from '../report/reviewed';

const ORDERS = 'CREATE TABLE orders (id bigint PRIMARY KEY, status text);\n';
const INDEX = 'CREATE INDEX orders_status_idx ON orders (status);\n';
const WRONG = 'CREATE TABEL users (id bigint);\n';

async function notesWith(base: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { report } = await reviewed({ base, change: { 'migrations/9.sql': INDEX } });
  return report.notes;
}

test('a history that was read is not worth a word', async () => {
  expect(await notesWith({ 'migrations/1.sql': ORDERS })).toEqual([]);
});

test('what could not be read of it is told, the newest file first', async () => {
  expect(await notesWith({ 'migrations/1.sql': ORDERS, 'migrations/2.sql': WRONG })).toEqual([
    'Schema history incomplete: something in migrations/2.sql could not be read, and the worse is assumed of what it may do.',
  ]);
  expect(
    await notesWith({
      'migrations/1.sql': WRONG,
      'migrations/2.sql': ORDERS,
      'migrations/3.sql': WRONG + WRONG,
    }),
  ).toEqual([
    'Schema history incomplete: something in migrations/3.sql and 1 more could not be read, and the worse is assumed of what it may do.',
  ]);
});

test('it says nothing where nothing is judged', async () => {
  const { report } = await reviewed({ base: { 'migrations/1.sql': WRONG }, change: { 'app.ts': '1' } });
  expect(report.notes).toEqual([]);
});
