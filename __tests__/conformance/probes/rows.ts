import type { ProbeGroup } from './probe-group';

/** Statements that touch no row for certain, and rows of which it can be worked out where they go. */
export const ROWS: ProbeGroup = {
  setup: `CREATE TABLE users (id int PRIMARY KEY, name text);
CREATE TABLE empty_users (LIKE users);
CREATE TABLE orders (id int PRIMARY KEY, user_id int REFERENCES users ON DELETE CASCADE, note text);
CREATE TABLE lines (order_id int REFERENCES orders, n int);
CREATE TABLE days (id int, at timestamptz NOT NULL DEFAULT now(), day date DEFAULT CURRENT_DATE, user_id int REFERENCES users) PARTITION BY RANGE (at);
CREATE TABLE days_20 PARTITION OF days FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE days_24 PARTITION OF days FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE days_rest PARTITION OF days DEFAULT;
CREATE TABLE dates (id int, day date NOT NULL DEFAULT CURRENT_DATE) PARTITION BY RANGE (day);
CREATE TABLE dates_23 PARTITION OF dates FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE dates_24 PARTITION OF dates FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE dates_rest PARTITION OF dates DEFAULT;
CREATE TABLE numbers (n int NOT NULL, label text) PARTITION BY RANGE (n);
CREATE TABLE numbers_1 PARTITION OF numbers FOR VALUES FROM (1) TO (100);
CREATE TABLE numbers_2 PARTITION OF numbers FOR VALUES FROM (100) TO (200);
CREATE TABLE numbers_rest PARTITION OF numbers DEFAULT;
CREATE TABLE kept (n int NOT NULL, user_id int) PARTITION BY RANGE (n);
CREATE TABLE kept_1 PARTITION OF kept FOR VALUES FROM (0) TO (100);
CREATE TABLE kept_2 PARTITION OF kept FOR VALUES FROM (100) TO (200);
ALTER TABLE kept_1 ADD FOREIGN KEY (user_id) REFERENCES users;
CREATE TABLE kinds (id int, kind text NOT NULL DEFAULT 'a'::text, level int DEFAULT 1 + 1) PARTITION BY LIST (kind);
CREATE TABLE kinds_a PARTITION OF kinds FOR VALUES IN ('a') PARTITION BY LIST (level);
CREATE TABLE kinds_a_1 PARTITION OF kinds_a FOR VALUES IN (1);
CREATE TABLE kinds_a_2 PARTITION OF kinds_a FOR VALUES IN (2);
CREATE TABLE kinds_b PARTITION OF kinds FOR VALUES IN ('b');
INSERT INTO users SELECT g, 'u' FROM generate_series(1, 50) g;
INSERT INTO orders SELECT g, g, 'n' FROM generate_series(1, 50) g;
INSERT INTO lines SELECT g, g FROM generate_series(1, 40) g;`,
  statements: {
    'rows/insert-never': "INSERT INTO orders SELECT 900, 1, 'x' WHERE false",
    'rows/insert-never-of-table': 'INSERT INTO orders SELECT id + 900, id, name FROM users WHERE 1 = 0',
    'rows/insert-limit-zero': 'INSERT INTO orders (id, user_id) SELECT id + 900, id FROM users LIMIT 0',
    'rows/insert-aggregate-of-nothing':
      'INSERT INTO orders (id) SELECT count(*) + 900 FROM users WHERE false',
    'rows/insert-union-of-nothing':
      'INSERT INTO orders (id, user_id) SELECT 900, 1 WHERE false UNION ALL SELECT 901, 1 WHERE false',
    'rows/insert-union-of-one':
      'INSERT INTO orders (id, user_id) SELECT 900, 1 WHERE false UNION ALL SELECT 901, 1',
    'rows/insert-null-key': 'INSERT INTO orders SELECT id + 900, NULL, name FROM users',
    'rows/update-never': 'UPDATE lines SET order_id = 3 WHERE false',
    'rows/delete-never': 'DELETE FROM users WHERE false',
    'rows/delete-never-among': 'DELETE FROM users WHERE id > 3 AND 1 = 2',
    'rows/insert-never-partitioned': "INSERT INTO days SELECT 1, '2024-05-05', NULL, 3 WHERE false",
    'rows/default-now': 'INSERT INTO days (id, user_id) VALUES (1, 3)',
    'rows/now-later': "INSERT INTO days (id, at) VALUES (1, now() + interval '1 day')",
    'rows/current-timestamp': 'INSERT INTO days (id, at) VALUES (1, CURRENT_TIMESTAMP)',
    'rows/now-truncated': "INSERT INTO days (id, at) VALUES (1, date_trunc('month', now()))",
    'rows/now-of-table': 'INSERT INTO days (id, at) SELECT id, now() FROM users',
    'rows/now-earlier': "INSERT INTO days (id, at) VALUES (1, now() - interval '1 day')",
    'rows/default-current-date': 'INSERT INTO dates (id) VALUES (1)',
    'rows/now-as-date': 'INSERT INTO dates (id, day) VALUES (1, now()::date)',
    'rows/series-of-days': "INSERT INTO dates SELECT g, date '2024-01-01' + g FROM generate_series(1, 100) g",
    'rows/series-of-intervals':
      "INSERT INTO dates SELECT g, ('2023-02-01'::date + g * interval '1 day')::date FROM generate_series(0, 30) AS g",
    'rows/series': "INSERT INTO numbers SELECT g, 'x' FROM generate_series(1, 50) g",
    'rows/series-moved': "INSERT INTO numbers SELECT n + 100, 'x' FROM generate_series(1, 50) AS s(n)",
    'rows/series-unnamed': 'INSERT INTO numbers (n) SELECT generate_series FROM generate_series(101, 120)',
    'rows/series-times': "INSERT INTO numbers SELECT s.n * 2, 'x' FROM generate_series(10, 40) AS s(n)",
    'rows/series-over-two': "INSERT INTO numbers SELECT g, 'x' FROM generate_series(90, 110) g",
    'rows/into-partition-with-key': 'INSERT INTO kept VALUES (50, 3)',
    'rows/beside-partition-with-key': 'INSERT INTO kept VALUES (150, 3)',
    'rows/default-cast': 'INSERT INTO kinds (id) VALUES (1)',
    'rows/default-worked-out': 'INSERT INTO kinds (id, level) VALUES (1, 1)',
    'rows/update-never-partitioned': "UPDATE kinds SET kind = 'b' WHERE false",
    'rows/defaults': 'INSERT INTO kinds DEFAULT VALUES',
  },
};
