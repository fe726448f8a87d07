import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id bigint PRIMARY KEY, note text);\nCREATE TABLE users (id bigint PRIMARY KEY);';

export const docs: RuleDocs = {
  problem: `A statement that needs a strong lock has to wait until every running query of the table is done. While it waits, everybody who comes later
waits behind it, readers too. One slow report is then enough to stop the table.`,
  solution: `Set \`lock_timeout\` to a second or two at most before the first strong lock. If the lock is not granted in time the migration fails without
having changed anything, the queue dissolves, and it can be tried again.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN total numeric;',
      message:
        'This waits for the ACCESS EXCLUSIVE lock on "orders" behind the longest query, with everybody else behind it, because no lock_timeout is in force',
    },
    {
      history,
      sql: ['ALTER TABLE orders ADD COLUMN total numeric;', 'ALTER TABLE users ADD COLUMN email text;'],
      message:
        'This waits for the ACCESS EXCLUSIVE lock on "orders" behind the longest query, with everybody else behind it, because no lock_timeout is in force; so does 1 later statement',
    },
  ],
  accepted: [
    {
      why: 'A lock_timeout is in force',
      history,
      sql: "SET LOCAL lock_timeout = '2s';\nALTER TABLE orders ADD COLUMN total numeric;",
    },
    {
      why: 'Nobody else can use a table that the same transaction creates',
      sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN note text;',
    },
    {
      why: 'CONCURRENTLY must not have one: a timeout leaves an invalid index',
      history,
      sql: 'CREATE INDEX CONCURRENTLY orders_note_idx ON orders (note);',
      transaction: 'none',
    },
    { why: 'Changing rows takes no strong lock', history, sql: "UPDATE orders SET note = '' WHERE id = 1;" },
    {
      why: 'Configuration says that the role or the runner sets it',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN total numeric;',
      options: { lockTimeout: { setBy: 'elsewhere' } },
    },
    {
      why: 'The role has it from an earlier migration',
      history: `${history}\nALTER ROLE app SET lock_timeout = '2s';`,
      sql: 'ALTER TABLE orders ADD COLUMN total numeric;',
    },
    {
      why: 'It may be set by a call',
      history,
      sql: "SELECT set_config('lock_timeout', '2s', true);\nALTER TABLE orders ADD COLUMN total numeric;",
    },
    {
      why: 'The database has it from an earlier migration',
      history: `${history}\nALTER DATABASE shop SET lock_timeout = '2s';`,
      sql: 'ALTER TABLE orders ADD COLUMN total numeric;',
    },
  ],
};
