import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE events (id bigint NOT NULL, kind text);\nCREATE TABLE orders (id bigint PRIMARY KEY);';

export const docs: RuleDocs = {
  problem: `Logical replication sends each UPDATE and DELETE with the key of its row. A table that has no key, or no other *replica identity*, cannot be published so: once it is, UPDATE and DELETE
fail for clients of the publisher. Inserting goes on, so that nobody notices at first.`,
  solution: `Give the table a primary key first. Where it cannot have one, name a unique index on NOT NULL columns (\`REPLICA IDENTITY USING INDEX\`), or publish inserts only
(\`WITH (publish = 'insert')\`). Tables that are published elsewhere are named in the configuration (\`publications\`).`,
  reported: [
    {
      history,
      sql: 'CREATE PUBLICATION audit FOR TABLE events, orders;',
      message:
        '"events" has neither a primary key nor a replica identity, and the publication "audit" publishes its changes: from now on every UPDATE and DELETE on it fails here, on the publisher (55000)',
    },
    {
      history: 'CREATE PUBLICATION everything FOR ALL TABLES;',
      sql: 'CREATE TABLE visits (at timestamptz);',
      message:
        '"visits" has neither a primary key nor a replica identity, and the publication "everything" publishes its changes: from now on every UPDATE and DELETE on it fails here, on the publisher (55000)',
    },
    {
      sql: 'CREATE TABLE visits (at timestamptz);',
      options: { publications: ['*'] },
      message:
        '"visits" has neither a primary key nor a replica identity, and a publication that configuration names publishes its changes: from now on every UPDATE and DELETE on it fails here, on the publisher (55000)',
    },
    {
      history: 'CREATE PUBLICATION audit FOR TABLES IN SCHEMA public;',
      sql: 'CREATE TABLE visits (at timestamptz);',
      postgres: 18,
      message:
        '"visits" has neither a primary key nor a replica identity, and the publication "audit" publishes its changes: from now on every UPDATE and DELETE on it fails here, on the publisher (55000)',
    },
    {
      history: `${history}\nCREATE TABLE visits (id bigint, at timestamptz);\nCREATE TABLE codes (code text NOT NULL UNIQUE);`,
      sql: 'CREATE PUBLICATION audit FOR TABLE visits, codes;',
      message: [
        '"codes" has neither a primary key nor a replica identity, and the publication "audit" publishes its changes: from now on every UPDATE and DELETE on it fails here, on the publisher (55000)',
        '"visits" has neither a primary key nor a replica identity, and the publication "audit" publishes its changes: from now on every UPDATE and DELETE on it fails here, on the publisher (55000)',
      ],
    },
    {
      history: 'CREATE PUBLICATION everything FOR ALL TABLES;',
      sql: 'CREATE TABLE visits (id bigint, at timestamptz);',
      message:
        '"visits" has neither a primary key nor a replica identity, and the publication "everything" publishes its changes: from now on every UPDATE and DELETE on it fails here, on the publisher (55000)',
    },
    {
      sql: 'CREATE TABLE visits (number bigint GENERATED ALWAYS AS IDENTITY, at timestamptz);\nCREATE PUBLICATION audit FOR TABLE visits;',
      message:
        '"visits" has neither a primary key nor a replica identity, and the publication "audit" publishes its changes: from now on every UPDATE and DELETE on it fails here, on the publisher (55000)',
    },
  ],
  accepted: [
    { why: 'It has a primary key', history, sql: 'CREATE PUBLICATION audit FOR TABLE orders;' },
    {
      why: 'Inserts need no key',
      history,
      sql: "CREATE PUBLICATION audit FOR TABLE events WITH (publish = 'insert');",
    },
    {
      why: 'The whole row tells it apart',
      history: `${history}\nALTER TABLE events REPLICA IDENTITY FULL;`,
      sql: 'CREATE PUBLICATION audit FOR TABLE events;',
    },
    {
      why: 'The key comes in the same change set',
      history: 'CREATE PUBLICATION everything FOR ALL TABLES;',
      sql: 'CREATE TABLE visits (id bigint NOT NULL);\nALTER TABLE visits ADD PRIMARY KEY (id);',
    },
    {
      why: 'A temporary table is not published',
      history: 'CREATE PUBLICATION everything FOR ALL TABLES;',
      sql: 'CREATE TEMPORARY TABLE visits (at timestamptz);',
    },
    { why: 'Nothing is published', sql: 'CREATE TABLE visits (at timestamptz);' },
  ],
};
