import { loadParser } from '../../src/sql/parse';
import { readerWith } from './our-reading';

const SETUP = `CREATE TABLE users (id int PRIMARY KEY, name text);
CREATE TABLE orders (id int PRIMARY KEY, user_id int REFERENCES users, maker_id int NOT NULL REFERENCES users);
CREATE TABLE sales (id int, day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE sales_24 PARTITION OF sales FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE tickets (id int, n serial);
INSERT INTO users VALUES (1, 'a');`;

const NO_CHECK = 'no row needs the check of a foreign key';

test.each<[statement: string, doubts: readonly string[]]>([
  ['INSERT INTO orders VALUES (1, 1, 1)', []],
  ['INSERT INTO orders (id, maker_id) SELECT id, id FROM users', [`users: unless ${NO_CHECK}`]],
  ['INSERT INTO orders VALUES (1, 1, 1) ON CONFLICT DO NOTHING', [`users: unless ${NO_CHECK}`]],
  ['UPDATE orders SET user_id = 2', [`users: unless ${NO_CHECK}`]],
  ['DELETE FROM users', []],
  ['DELETE FROM users WHERE id = 7', [`orders: unless ${NO_CHECK}`]],
  ["INSERT INTO sales VALUES (1, '2024-05-05')", []],
  ["INSERT INTO sales SELECT id, '2024-05-05' FROM users", ['sales_24: unless no row goes there']],
  [
    'MERGE INTO orders USING users ON false WHEN NOT MATCHED THEN INSERT VALUES (1, 1, 1)',
    [`users: unless ${NO_CHECK}`],
  ],
  ['INSERT INTO tickets (id) SELECT id FROM users', ['tickets_n_seq: unless no row is written']],
  ['VACUUM (SKIP_LOCKED) users', ['users: unless another session has it locked']],
])('what of %s the rows, or other sessions, decide is said to be so', async (statement, doubts) => {
  const { assumed } = readerWith(await loadParser())(SETUP, statement, 18);
  expect(assumed.filter((each) => !/_pkey/.test(each))).toEqual(doubts);
});
