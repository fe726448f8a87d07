import type { ProbeGroup } from './probe-group';

/** Keys that partitions have already when their parent gets them. */
export const SAME_KEYS: ProbeGroup = {
  setup: `CREATE TABLE orders (id int PRIMARY KEY) PARTITION BY LIST (id);
CREATE TABLE orders_1 PARTITION OF orders FOR VALUES IN (1,2,3,4,5,6);
CREATE TABLE orders_2 PARTITION OF orders DEFAULT PARTITION BY LIST (id);
CREATE TABLE orders_2a PARTITION OF orders_2 DEFAULT;
CREATE TABLE items (id int, order_id int) PARTITION BY LIST (id);
CREATE TABLE items_1 PARTITION OF items FOR VALUES IN (1, 2, 3);
CREATE TABLE items_2 PARTITION OF items FOR VALUES IN (4, 5, 6) PARTITION BY LIST (id);
CREATE TABLE items_2a PARTITION OF items_2 DEFAULT;
CREATE TABLE own (id int, order_id int REFERENCES orders) PARTITION BY LIST (id);
CREATE TABLE fresh (id int, order_id int REFERENCES orders);
CREATE TABLE fresh_2 (id int, order_id int REFERENCES orders) PARTITION BY LIST (id);
CREATE TABLE fresh_2a PARTITION OF fresh_2 DEFAULT;
INSERT INTO orders SELECT g FROM generate_series(1, 6) g;
INSERT INTO items SELECT g, g FROM generate_series(1, 3) g;
INSERT INTO fresh SELECT g, g FROM generate_series(1, 3) g;
ALTER TABLE items_1 ADD CONSTRAINT ref FOREIGN KEY (order_id) REFERENCES orders;
ALTER TABLE items_2 ADD CONSTRAINT ref FOREIGN KEY (order_id) REFERENCES orders;
INSERT INTO fresh_2 SELECT g, g FROM generate_series(1, 3) g;`,
  statements: {
    'same-keys/add': 'ALTER TABLE items ADD FOREIGN KEY (order_id) REFERENCES orders (id)',
    'same-keys/attach': 'ALTER TABLE own ATTACH PARTITION fresh FOR VALUES IN (1,2,3)',
    'same-keys/attach-partitioned': 'ALTER TABLE own ATTACH PARTITION fresh_2 FOR VALUES IN (1,2,3)',
  },
};
