import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE orders (id bigint CONSTRAINT orders_pkey PRIMARY KEY, code text NOT NULL);
CREATE UNIQUE INDEX orders_code_idx ON orders (code);
CREATE PUBLICATION audit FOR TABLE orders;`;

export const docs: RuleDocs = {
  problem: `Logical replication sends each UPDATE and DELETE with the key of its row. If the key of a published table goes, clients of the publisher cannot change its rows any more. PostgreSQL
does not refuse to drop the index that is the identity.`,
  solution: `Set another identity before: \`ALTER TABLE … REPLICA IDENTITY USING INDEX\` with a unique index on NOT NULL columns. Or replace the key within one transaction.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders DROP CONSTRAINT orders_pkey;',
      message:
        '"orders" loses what tells its rows apart, and the publication "audit" publishes its changes: from now on every UPDATE and DELETE on it fails here, on the publisher (55000)',
    },
    {
      history,
      sql: 'ALTER TABLE orders REPLICA IDENTITY NOTHING;',
      message:
        '"orders" loses what tells its rows apart, and the publication "audit" publishes its changes: from now on every UPDATE and DELETE on it fails here, on the publisher (55000)',
    },
    {
      history: `${history}\nALTER TABLE orders REPLICA IDENTITY USING INDEX orders_code_idx;`,
      sql: 'DROP INDEX orders_code_idx;',
      message:
        '"orders" loses what tells its rows apart, and the publication "audit" publishes its changes: from now on every UPDATE and DELETE on it fails here, on the publisher (55000)',
    },
    {
      history: `${history}\nALTER TABLE orders REPLICA IDENTITY USING INDEX orders_code_idx;`,
      sql: 'DROP INDEX CONCURRENTLY orders_code_idx;',
      transaction: 'none',
      message:
        '"orders" loses what tells its rows apart, and the publication "audit" publishes its changes: from now on every UPDATE and DELETE on it fails here, on the publisher (55000)',
    },
    {
      history:
        'CREATE TABLE orders (id bigint CONSTRAINT orders_pkey PRIMARY KEY, code text);\nCREATE PUBLICATION audit FOR TABLE orders;',
      sql: 'ALTER TABLE orders DROP CONSTRAINT orders_pkey, ADD COLUMN note text;',
      message:
        '"orders" loses what tells its rows apart, and the publication "audit" publishes its changes: from now on every UPDATE and DELETE on it fails here, on the publisher (55000)',
    },
    {
      history:
        'CREATE TABLE orders (number bigint CONSTRAINT orders_pkey PRIMARY KEY, code text);\nCREATE PUBLICATION audit FOR TABLE orders;',
      sql: 'ALTER TABLE orders DROP COLUMN number;',
      message:
        '"orders" loses what tells its rows apart, and the publication "audit" publishes its changes: from now on every UPDATE and DELETE on it fails here, on the publisher (55000)',
    },
  ],
  accepted: [
    {
      why: 'Another identity is set before',
      history,
      sql: 'ALTER TABLE orders REPLICA IDENTITY USING INDEX orders_code_idx;\nALTER TABLE orders DROP CONSTRAINT orders_pkey;',
    },
    {
      why: 'A new key comes in the same transaction',
      history,
      sql: 'ALTER TABLE orders DROP CONSTRAINT orders_pkey;\nALTER TABLE orders ADD PRIMARY KEY (code);',
    },
    {
      why: 'The table is not published',
      history: 'CREATE TABLE orders (id bigint CONSTRAINT orders_pkey PRIMARY KEY);',
      sql: 'ALTER TABLE orders DROP CONSTRAINT orders_pkey;',
    },
  ],
};
