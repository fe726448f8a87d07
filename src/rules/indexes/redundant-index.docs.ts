import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);';

export const docs: RuleDocs = {
  problem: `PostgreSQL can use an index on \`(a, b)\` for everything that an index on \`(a)\` is good for. With both, every INSERT and UPDATE pays twice.`,
  solution: `Keep the longer one, unless the shorter is unique, partial or much smaller.`,
  reported: [
    {
      history,
      sql: 'CREATE INDEX orders_mail ON orders (email);',
      message:
        'The index "orders_mail" has the same columns as "orders_email_idx": every write pays for both',
    },
    {
      history:
        'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);\nCREATE INDEX orders_total_email_idx ON orders (total, email);',
      sql: 'CREATE INDEX orders_total_idx ON orders (total);',
      message:
        'The index "orders_total_idx" has the leading columns of "orders_total_email_idx", which serves the same queries: every write pays for both',
    },
    {
      history,
      sql: 'CREATE INDEX orders_email_total_idx ON orders (email, total);',
      message:
        'The index "orders_email_total_idx" begins with all columns of "orders_email_idx", which is needless from here on: every write pays for both',
    },
  ],
  accepted: [
    {
      why: 'It is unique: it is there for the guarantee',
      history,
      sql: 'CREATE UNIQUE INDEX orders_email_once ON orders (email);',
    },
    {
      why: 'It is partial',
      history,
      sql: 'CREATE INDEX orders_email_open ON orders (email) WHERE total > 0;',
    },
    {
      why: 'The expressions differ',
      history,
      sql: 'CREATE INDEX orders_email_lower ON orders (lower(email));',
    },
    {
      why: 'Other columns stand in front',
      history,
      sql: 'CREATE INDEX orders_total_email_idx ON orders (total, email);',
    },
    {
      why: 'The method differs',
      history,
      sql: 'CREATE INDEX orders_email_hash ON orders USING hash (email);',
    },
    {
      why: 'The operator class differs',
      history,
      sql: 'CREATE INDEX orders_email_pattern ON orders (email text_pattern_ops);',
    },
    {
      why: 'The old one is dropped in the same change set',
      history,
      sql: 'CREATE INDEX orders_email_total_idx ON orders (email, total);\nDROP INDEX orders_email_idx;',
    },
    {
      why: 'The collation differs',
      history,
      sql: 'CREATE INDEX orders_email_c ON orders (email COLLATE "C");',
    },
  ],
};
