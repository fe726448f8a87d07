import type { ProbeGroup } from './probe-group';

/** Which triggers and rules a write comes to, beside those of the relation that it names. */
export const FIRED: ProbeGroup = {
  setup: `CREATE TABLE orders (id int PRIMARY KEY, total int);
CREATE TABLE lines (id int PRIMARY KEY, order_id int REFERENCES orders ON DELETE CASCADE ON UPDATE CASCADE, note text);
CREATE TABLE journal (id serial, what text);
CREATE TABLE sums (what text);
CREATE TABLE parts (id int, v text) PARTITION BY LIST (id);
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN (1);
CREATE TABLE parts_2 PARTITION OF parts FOR VALUES IN (2);
CREATE TABLE base (id int, v text);
CREATE TABLE heir () INHERITS (base);
CREATE TABLE archive (id int, v text);
CREATE VIEW open_orders AS SELECT id, total FROM orders WHERE total > 0;
CREATE VIEW archived AS SELECT * FROM archive;
CREATE VIEW newest AS SELECT * FROM archived WHERE id > 10;
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO journal (what) VALUES (TG_NAME); RETURN NULL; END $$;
CREATE FUNCTION sum_up() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO sums SELECT count(*)::text FROM added; RETURN NULL; END $$;
CREATE TRIGGER orders_added AFTER INSERT ON orders REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION sum_up();
CREATE TRIGGER lines_gone AFTER DELETE ON lines FOR EACH ROW EXECUTE FUNCTION note();
CREATE TRIGGER lines_changed AFTER UPDATE OF order_id ON lines FOR EACH ROW EXECUTE FUNCTION note();
CREATE TRIGGER parts_come AFTER INSERT ON parts FOR EACH ROW EXECUTE FUNCTION note();
CREATE TRIGGER part_gone AFTER DELETE ON parts_2 FOR EACH ROW EXECUTE FUNCTION note();
CREATE TRIGGER heir_changed AFTER UPDATE ON heir FOR EACH ROW EXECUTE FUNCTION note();
CREATE CONSTRAINT TRIGGER base_late AFTER DELETE ON base DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note();
CREATE CONSTRAINT TRIGGER base_soon AFTER INSERT ON base DEFERRABLE FOR EACH ROW EXECUTE FUNCTION note();
CREATE RULE archive_kept AS ON DELETE TO archive DO ALSO INSERT INTO sums VALUES ('gone');
INSERT INTO orders SELECT g, g FROM generate_series(1, 20) g;
INSERT INTO lines SELECT g, g, 'n' FROM generate_series(1, 20) g;
INSERT INTO parts SELECT 1 + g % 2, 'v' FROM generate_series(1, 20) g;
INSERT INTO base SELECT g, 'v' FROM generate_series(1, 20) g;
INSERT INTO heir SELECT g, 'v' FROM generate_series(1, 20) g;
INSERT INTO archive SELECT g, 'v' FROM generate_series(1, 20) g;`,
  statements: {
    'fired/transition-table': 'INSERT INTO orders SELECT 100 + g, g FROM generate_series(1, 3) g',
    'fired/followed-delete': 'DELETE FROM orders WHERE id = 3',
    'fired/followed-update': 'UPDATE orders SET id = 300 WHERE id = 3',
    'fired/not-followed': 'UPDATE orders SET total = 3 WHERE id = 3',
    'fired/moved-row': 'UPDATE parts SET id = 2 WHERE id = 1',
    'fired/unmoved-row': "UPDATE parts SET v = 'w' WHERE id = 1",
    'fired/own-of-partition': 'DELETE FROM parts WHERE id = 2',
    'fired/own-of-other-partition': 'DELETE FROM parts WHERE id = 1',
    'fired/own-of-heir': "UPDATE base SET v = 'w'",
    'fired/not-of-heir': "UPDATE ONLY base SET v = 'w'",
    'fired/deferred': 'DELETE FROM ONLY base',
    'fired/deferrable': "INSERT INTO base VALUES (900, 'v')",
    'fired/rule-behind-view': 'DELETE FROM archived WHERE id = 3',
    'fired/rule-behind-views': 'DELETE FROM newest WHERE id = 13',
    'fired/other-rule-behind-view': "UPDATE archived SET v = 'w'",
  },
};

/** What FOR UPDATE of a view locks the rows of, and what INSERT takes from partitions. */
export const ROW_LOCKS_BEHIND_VIEWS: ProbeGroup = {
  setup: `CREATE TABLE users (id int PRIMARY KEY, name text);
CREATE TABLE teams (id int PRIMARY KEY, lead int);
CREATE TABLE bans (user_id int);
CREATE VIEW leads AS SELECT id, name FROM users WHERE id IN (SELECT lead FROM teams);
CREATE VIEW allowed AS SELECT l.id FROM leads l WHERE NOT EXISTS (SELECT 1 FROM bans WHERE user_id = l.id);
CREATE VIEW named AS SELECT id, (SELECT max(lead) FROM teams) AS last FROM users;
CREATE VIEW teams_of AS SELECT t.id, u.name FROM teams t JOIN users u ON u.id = t.lead;
CREATE VIEW twice AS SELECT u.id FROM users u WHERE u.id > (SELECT min(id) FROM users);
CREATE VIEW within AS WITH b AS (SELECT user_id FROM bans) SELECT u.id FROM users u JOIN b ON b.user_id = u.id;
CREATE VIEW nested AS SELECT x.id FROM (SELECT u.id FROM users u, teams t WHERE t.lead = u.id) x;
CREATE TABLE sales (id int, day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE sales_23 PARTITION OF sales FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE sales_24 PARTITION OF sales FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') PARTITION BY LIST (id);
CREATE TABLE sales_24_some PARTITION OF sales_24 FOR VALUES IN (1, 2, 3);
CREATE TABLE sales_24_more PARTITION OF sales_24 DEFAULT;
CREATE TABLE sales_rest PARTITION OF sales DEFAULT;
INSERT INTO users SELECT g, 'u' FROM generate_series(1, 20) g;
INSERT INTO teams SELECT g, g FROM generate_series(1, 20) g;
INSERT INTO bans SELECT g FROM generate_series(1, 3) g;
INSERT INTO sales_23 SELECT g, '2023-05-05' FROM generate_series(1, 20) g;
INSERT INTO sales_24 SELECT g, '2024-05-05' FROM generate_series(1, 20) g;
INSERT INTO sales_rest SELECT g, '2030-05-05' FROM generate_series(1, 20) g;`,
  statements: {
    'row-locks/beside-subquery': 'SELECT * FROM leads FOR UPDATE',
    'row-locks/beside-subqueries': 'SELECT * FROM allowed FOR SHARE',
    'row-locks/beside-column': 'SELECT * FROM named FOR UPDATE',
    'row-locks/joined': 'SELECT * FROM teams_of FOR UPDATE',
    'row-locks/read-both-ways': 'SELECT * FROM twice FOR UPDATE',
    'row-locks/beside-with': 'SELECT * FROM within FOR UPDATE',
    'row-locks/nested': 'SELECT * FROM nested FOR UPDATE',
    'row-locks/prepared': 'PREPARE p AS SELECT * FROM allowed FOR UPDATE',
    'row-locks/rows-of-partition': 'INSERT INTO sales SELECT * FROM sales_23',
    'row-locks/rows-of-deep-partition': 'INSERT INTO sales SELECT id, day FROM sales_24_some',
  },
};

/** What goes with a function that a generated column calls. */
export const FUNCTIONS_OF_GENERATED: ProbeGroup = {
  setup: `CREATE FUNCTION twice(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 2';
CREATE TABLE prices (net int, gross int GENERATED ALWAYS AS (twice(net)) STORED);
INSERT INTO prices SELECT g FROM generate_series(1, 20) g;`,
  statements: {
    'functions-of-generated/drop': 'DROP FUNCTION twice(int)',
    'functions-of-generated/drop-cascade': 'DROP FUNCTION twice(int) CASCADE',
  },
};
