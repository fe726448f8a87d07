import type { ProbeGroup } from './probe-group';

/** What concerns many objects at once, and objects that few statements name. */
export const ADMINISTRATION: ProbeGroup = {
  setup: `CREATE SCHEMA app;
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TYPE pair AS (a int, b int);
CREATE DOMAIN amount AS int CHECK (VALUE > 0);
CREATE DOMAIN label AS text;
CREATE SEQUENCE counter;
CREATE TABLE users (id serial PRIMARY KEY, email text UNIQUE, mood mood, cost amount, label label, data pair, note varchar(20));
CREATE TABLE orders (id int PRIMARY KEY, user_id int REFERENCES users ON DELETE CASCADE, total int CHECK (total >= 0), n int DEFAULT nextval('counter'), made_at timestamp);
CREATE INDEX orders_user ON orders (user_id);
CREATE TABLE events (id int NOT NULL, user_id int, note text) PARTITION BY RANGE (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (1) TO (100);
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (100) TO (200);
CREATE INDEX events_user ON events (user_id);
CREATE TABLE parent (id int, note text);
CREATE TABLE child (extra int) INHERITS (parent);
CREATE TABLE typed OF pair;
CREATE VIEW v AS SELECT id, email FROM users;
CREATE VIEW vv AS SELECT id FROM v;
CREATE MATERIALIZED VIEW mv AS SELECT id, email FROM users;
CREATE UNIQUE INDEX mv_id ON mv (id);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE FUNCTION total_of(i int) RETURNS int LANGUAGE sql AS 'SELECT total FROM orders WHERE id = i';
CREATE FUNCTION ev() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE EVENT TRIGGER et ON ddl_command_start EXECUTE FUNCTION ev();
CREATE TRIGGER touched BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();
CREATE RULE quiet AS ON DELETE TO parent DO INSTEAD NOTHING;
CREATE POLICY own ON orders USING (user_id = 1);
CREATE PUBLICATION pub FOR TABLE orders;
CREATE STATISTICS st ON id, user_id FROM orders;
CREATE TABLE app.log (id int, at timestamp);
CREATE TABLE owned (id int, x int);
CREATE SEQUENCE own_seq OWNED BY owned.id;
CREATE COLLATION german FROM "C";
CREATE TABLE coll (t text COLLATE german);
CREATE INDEX coll_t ON coll (t);
CREATE AGGREGATE summed (int) (sfunc = int4pl, stype = int, initcond = '0');
CREATE FOREIGN DATA WRAPPER nothing; CREATE SERVER srv FOREIGN DATA WRAPPER nothing; CREATE FOREIGN TABLE ft (id int, note text) SERVER srv;
INSERT INTO users (email, mood, cost, label, note) SELECT 'u' || g, 'a', g, 'x', 'n' FROM generate_series(1, 50) g;
INSERT INTO orders (id, user_id, total, n) SELECT g, g, g, g FROM generate_series(1, 50) g;
INSERT INTO events SELECT g, g, 'x' FROM generate_series(1, 150) g;
INSERT INTO parent SELECT g, 'x' FROM generate_series(1, 50) g;
INSERT INTO child SELECT g, 'x' FROM generate_series(1, 50) g;
INSERT INTO typed SELECT g, g FROM generate_series(1, 50) g;
INSERT INTO owned SELECT g, g FROM generate_series(1, 50) g;
INSERT INTO coll SELECT 'x' || g FROM generate_series(1, 50) g;
INSERT INTO app.log SELECT g, now() FROM generate_series(1, 50) g;
REFRESH MATERIALIZED VIEW mv;
ALTER TABLE owned OWNER TO app_user;
CLUSTER coll USING coll_t;`,
  statements: {
    'administration/cluster': 'CLUSTER orders',
    'administration/cluster-partitioned': 'CLUSTER events USING events_user',
    'administration/cluster-all': 'CLUSTER',
    'administration/reindex-concurrently': 'REINDEX SCHEMA CONCURRENTLY app',
    'administration/drop-aggregate': 'DROP AGGREGATE summed(int)',
    'administration/drop-collation': 'DROP COLLATION german CASCADE',
    'administration/drop-language': 'DROP EXTENSION plpgsql CASCADE',
    'administration/drop-server': 'DROP SERVER srv CASCADE',
    'administration/drop-domain': 'DROP DOMAIN amount CASCADE',
    'administration/drop-composite': 'DROP TYPE pair CASCADE',
    'administration/drop-users': 'DROP TABLE users CASCADE',
    'administration/drop-index-concurrently': 'DROP INDEX CONCURRENTLY events_user',
    'administration/grant-column': 'GRANT SELECT (id) ON orders TO app_user',
    'administration/grant-all-sequences': 'GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO app_user',
    'administration/comment-statistics': "COMMENT ON STATISTICS st IS 'x'",
    'administration/comment-rule': "COMMENT ON RULE quiet ON parent IS 'x'",
    'administration/comment-view-column': "COMMENT ON COLUMN v.id IS 'x'",
    'administration/move-tables': 'ALTER TABLE ALL IN TABLESPACE pg_default SET TABLESPACE ts2',
    'administration/move-owned':
      'ALTER TABLE ALL IN TABLESPACE pg_default OWNED BY app_user SET TABLESPACE ts2',
    'administration/move-indexes': 'ALTER INDEX ALL IN TABLESPACE pg_default SET TABLESPACE ts2',
    'administration/move-views': 'ALTER MATERIALIZED VIEW ALL IN TABLESPACE pg_default SET TABLESPACE ts2',
    'administration/sequence-schema': 'ALTER SEQUENCE own_seq SET SCHEMA app',
    'administration/cluster-on': 'ALTER MATERIALIZED VIEW mv CLUSTER ON mv_id',
    'administration/view-default': 'ALTER VIEW v ALTER COLUMN id SET DEFAULT 5',
    'administration/rule-update':
      'CREATE RULE r AS ON UPDATE TO v DO INSTEAD UPDATE users SET email = NEW.email WHERE id = OLD.id',
    'administration/policy-subquery':
      'CREATE POLICY p ON orders FOR INSERT TO app_user WITH CHECK (EXISTS (SELECT 1 FROM users u WHERE u.id = user_id))',
    'administration/like-index': 'CREATE TABLE x (LIKE events INCLUDING INDEXES)',
    'administration/of-type': 'CREATE TABLE x OF pair (PRIMARY KEY (a))',
    'administration/lock-view': 'LOCK TABLE vv IN ACCESS EXCLUSIVE MODE',
    'administration/owned-by': 'CREATE SEQUENCE s2 OWNED BY orders.id',
    'administration/with-delete':
      'WITH d AS (DELETE FROM orders RETURNING *) INSERT INTO app.log SELECT id, now() FROM d',
    'administration/reassign-owned': 'REASSIGN OWNED BY app_user TO new_owner',
    'administration/drop-owned': 'DROP OWNED BY app_user',
    'administration/same-owner': 'ALTER TABLE owned OWNER TO app_user',
    'administration/cluster-again': 'CLUSTER coll',
  },
};
