import type { ProbeGroup } from './probe-group';

/** Foreign keys at both ends, rows, cursors and bodies. */
export const KEYS: ProbeGroup = {
  setup: `CREATE TABLE users (id int PRIMARY KEY, code varchar(10) UNIQUE, parent int REFERENCES users);
CREATE TABLE events (id int PRIMARY KEY, user_id int REFERENCES users, note text) PARTITION BY RANGE (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (1) TO (100);
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (100) TO (200) PARTITION BY LIST (id);
CREATE TABLE events_2a PARTITION OF events_2 FOR VALUES IN (100, 101, 102);
CREATE TABLE orders (id int PRIMARY KEY, user_id int, code varchar(10), CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE DEFERRABLE);
CREATE TABLE items (id int, order_id int REFERENCES orders ON UPDATE CASCADE);
INSERT INTO users SELECT g, g::text, g FROM generate_series(1, 50) g;
INSERT INTO events SELECT g, g, 'x' FROM generate_series(1, 50) g;
INSERT INTO orders SELECT g, g, g::text FROM generate_series(1, 50) g;
INSERT INTO items SELECT g, g FROM generate_series(1, 50) g;`,
  statements: {
    'keys/alter-constraint': 'ALTER TABLE orders ALTER CONSTRAINT orders_user INITIALLY DEFERRED',
    'keys/alter-constraint-partitioned': 'ALTER TABLE events ALTER CONSTRAINT events_user_id_fkey DEFERRABLE',
    'keys/rename-constraint': 'ALTER TABLE events RENAME CONSTRAINT events_user_id_fkey TO by_user',
    'keys/rename-primary-key': 'ALTER TABLE orders RENAME CONSTRAINT orders_pkey TO by_id',
    'keys/drop-primary-key': 'ALTER TABLE users DROP CONSTRAINT users_pkey CASCADE',
    'keys/drop-column': 'ALTER TABLE users DROP COLUMN id CASCADE',
    'keys/drop-referencing-column': 'ALTER TABLE events DROP COLUMN user_id',
    'keys/drop-table': 'DROP TABLE users CASCADE',
    'keys/drop-partition': 'DROP TABLE events_2a',
    'keys/detach': 'ALTER TABLE events DETACH PARTITION events_2',
    'keys/detach-below': 'ALTER TABLE events_2 DETACH PARTITION events_2a',
    'keys/release': 'ALTER TABLE orders ALTER CONSTRAINT orders_user NOT ENFORCED',
    'keys/release-partitioned': 'ALTER TABLE events ALTER CONSTRAINT events_user_id_fkey NOT ENFORCED',
    'keys/self': 'ALTER TABLE users ADD FOREIGN KEY (code) REFERENCES users (code)',
    'keys/varchar': 'ALTER TABLE orders ADD FOREIGN KEY (code) REFERENCES users (code) NOT VALID',
    'keys/from-partitioned': 'ALTER TABLE events ADD FOREIGN KEY (id) REFERENCES orders',
    'keys/alter-type-referenced': 'ALTER TABLE users ALTER COLUMN id TYPE bigint',
    'keys/alter-type-partitioned': 'ALTER TABLE events ALTER COLUMN user_id TYPE bigint',
    'keys/truncate': 'TRUNCATE users CASCADE',
    'keys/truncate-refused': 'TRUNCATE users',
    'keys/truncate-both': 'TRUNCATE users, events, orders, items',
    'keys/insert': 'INSERT INTO events VALUES (60, 1)',
    'keys/insert-partition': 'INSERT INTO events_2a VALUES (100, 1)',
    'keys/update-referenced': 'UPDATE users SET id = id + 1000 WHERE id = 50',
    'keys/update-other-column': "UPDATE users SET code = code || 'x'",
    'keys/delete-cascade': 'DELETE FROM users WHERE id = 50',
    'keys/disable-triggers': 'ALTER TABLE orders DISABLE TRIGGER ALL',
    'keys/disable-triggers-partitioned': 'ALTER TABLE events DISABLE TRIGGER ALL',
    'keys/set-constraints': 'SET CONSTRAINTS ALL DEFERRED',
    'keys/merge':
      'MERGE INTO orders o USING users u ON o.id = u.id WHEN MATCHED THEN UPDATE SET code = u.code WHEN NOT MATCHED THEN INSERT VALUES (u.id, u.id)',
    'keys/copy-to': 'COPY orders TO STDOUT',
    'keys/explain': 'EXPLAIN SELECT * FROM orders JOIN users ON users.id = user_id',
    'keys/explain-analyze': 'EXPLAIN ANALYZE DELETE FROM items',
    'keys/declare': 'DECLARE walk CURSOR FOR SELECT * FROM orders',
    'keys/prepare': 'PREPARE seen AS SELECT * FROM orders WHERE id = $1',
    'keys/call-do': 'DO $$ BEGIN UPDATE items SET id = id; END $$',
    'keys/do-alter': 'DO $$ BEGIN ALTER TABLE items ADD COLUMN more int; END $$',
    'keys/with':
      'WITH gone AS (DELETE FROM items RETURNING id) INSERT INTO orders SELECT id + 1000, id FROM gone',
    'keys/upsert': 'INSERT INTO orders VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET code = EXCLUDED.code',
    'keys/select-into': 'SELECT * INTO copies FROM orders',
    'keys/update-from': 'UPDATE orders SET code = u.code FROM users u WHERE u.id = orders.user_id',
    'keys/delete-using': 'DELETE FROM items USING orders o WHERE o.id = order_id',
    'keys/add-column-references': 'ALTER TABLE events ADD COLUMN order_id int REFERENCES orders',
    'keys/drop-constraint-partitioned': 'ALTER TABLE events DROP CONSTRAINT events_user_id_fkey',
    'keys/drop-constraint-self': 'ALTER TABLE users DROP CONSTRAINT users_parent_fkey',
    'keys/drop-several': 'DROP TABLE items, orders',
    'keys/rename-referenced': 'ALTER TABLE users RENAME TO people',
    'keys/rename-referenced-column': 'ALTER TABLE users RENAME COLUMN id TO number',
  },
};
