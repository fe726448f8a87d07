import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE shops (id bigint PRIMARY KEY);
CREATE TABLE visits (id bigint NOT NULL, shop_id bigint CONSTRAINT visits_shop_fk REFERENCES shops) PARTITION BY RANGE (id);
CREATE TABLE old_visits (id bigint NOT NULL CHECK (id >= 10 AND id < 20), shop_id bigint);
CREATE TABLE keyed_visits (id bigint NOT NULL CHECK (id >= 20 AND id < 30), shop_id bigint CONSTRAINT visits_shop_fk REFERENCES shops);
CREATE TABLE events (id bigint PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE old_events (id bigint PRIMARY KEY CHECK (id >= 10 AND id < 20));`;

export const docs: RuleDocs = {
  problem: `A partition takes over the foreign keys of its parent. To attach one, PostgreSQL also locks the table that the key refers to, or the table that refers to the parent, until
the transaction commits; a key that is new for the partition is checked for all its rows meanwhile. If the partition brings the key along, nothing is checked, but the
referenced table is closed for readers too.`,
  solution: `Attach in a transaction of its own, with a short lock_timeout and nothing after it.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE visits ATTACH PARTITION old_visits FOR VALUES FROM (10) TO (20);',
      message:
        'A foreign key leads from the parent or to it: writes of "shops" wait for the SHARE ROW EXCLUSIVE lock while the foreign key is checked for every row, and until the transaction commits',
    },
    {
      history,
      sql: 'ALTER TABLE visits ATTACH PARTITION keyed_visits FOR VALUES FROM (20) TO (30);',
      message:
        'A foreign key leads from the parent or to it: reads and writes of "shops" wait for the ACCESS EXCLUSIVE lock until the transaction commits',
    },
    {
      history: `CREATE TABLE items (id bigint PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE lines (item_id bigint REFERENCES items);
CREATE TABLE old_items (id bigint PRIMARY KEY, CHECK (id >= 10 AND id < 20));`,
      sql: 'ALTER TABLE items ATTACH PARTITION old_items FOR VALUES FROM (10) TO (20);',
      message:
        'A foreign key leads from the parent or to it: writes of "lines" wait for the SHARE ROW EXCLUSIVE lock until the transaction commits',
    },
    {
      history,
      sql: 'CREATE TABLE new_visits (LIKE visits INCLUDING DEFAULTS);\nALTER TABLE visits ATTACH PARTITION new_visits FOR VALUES FROM (30) TO (40);',
      message:
        'A foreign key leads from the parent or to it: writes of "shops" wait for the SHARE ROW EXCLUSIVE lock until the transaction commits',
    },
  ],
  accepted: [
    {
      why: 'No foreign key leads from the parent or to it',
      history,
      sql: 'ALTER TABLE events ATTACH PARTITION old_events FOR VALUES FROM (10) TO (20);',
    },
    {
      why: 'The referenced table is new',
      sql: `CREATE TABLE depots (id bigint PRIMARY KEY);
CREATE TABLE stock (id bigint NOT NULL, depot_id bigint REFERENCES depots) PARTITION BY RANGE (id);
CREATE TABLE stock_10 (id bigint NOT NULL, depot_id bigint);
ALTER TABLE stock ATTACH PARTITION stock_10 FOR VALUES FROM (10) TO (20);`,
    },
    {
      why: 'Up to PostgreSQL 11 the referenced table goes on',
      history: `CREATE TABLE shops (id bigint PRIMARY KEY);
CREATE TABLE visits (id bigint NOT NULL, shop_id bigint REFERENCES shops) PARTITION BY RANGE (id);
CREATE TABLE old_visits (id bigint NOT NULL, shop_id bigint);`,
      sql: 'ALTER TABLE visits ATTACH PARTITION old_visits FOR VALUES FROM (10) TO (20);',
      postgres: 11,
    },
    {
      why: 'Up to PostgreSQL 14 the table that refers to the parent goes on',
      history: `CREATE TABLE items (id bigint PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE lines (item_id bigint REFERENCES items);
CREATE TABLE old_items (id bigint PRIMARY KEY, CHECK (id >= 10 AND id < 20));`,
      sql: 'ALTER TABLE items ATTACH PARTITION old_items FOR VALUES FROM (10) TO (20);',
      postgres: 14,
    },
  ],
};
