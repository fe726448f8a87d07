import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE items (id bigint PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE items_10 PARTITION OF items FOR VALUES FROM (10) TO (20);
CREATE TABLE lines (item_id bigint REFERENCES items);
CREATE TABLE events (id bigint) PARTITION BY RANGE (id);
CREATE TABLE events_10 PARTITION OF events FOR VALUES FROM (10) TO (20);`;
const message =
  'To see that no row of "lines" refers to the partition, every row of both is read while writes to "lines" wait (SHARE lock); at the end reads and writes of "lines" and "items_10" wait for ACCESS EXCLUSIVE until the transaction commits';

export const docs: RuleDocs = {
  problem: `If another table has a foreign key to the partitioned table, a partition may only go if no row refers into it. PostgreSQL reads the partition and the referring table to
find out, and nobody can write to the referring table meanwhile. CONCURRENTLY does the same.`,
  solution: `There is no form that lets writes go on. Choose a quiet hour and a transaction of its own with a short lock_timeout.`,
  reported: [
    { history, sql: 'ALTER TABLE items DETACH PARTITION items_10;', message },
    {
      history,
      sql: 'ALTER TABLE items DETACH PARTITION items_10 CONCURRENTLY;',
      transaction: 'none',
      message,
    },
  ],
  accepted: [
    {
      why: 'No foreign key leads to the parent',
      history,
      sql: 'ALTER TABLE events DETACH PARTITION events_10;',
    },
    {
      why: 'The tables are new',
      sql: `CREATE TABLE parts (id bigint PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE parts_10 PARTITION OF parts FOR VALUES FROM (10) TO (20);
CREATE TABLE part_lines (part_id bigint REFERENCES parts);
ALTER TABLE parts DETACH PARTITION parts_10;`,
    },
  ],
};
