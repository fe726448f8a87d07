import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `Some types surprise: \`char(n)\` pads with blanks, \`varchar(n)\` is rewritten to get shorter, \`money\` depends on a setting of the server, \`json\` has no equality, \`timestamp\` forgets the time zone.`,
  solution: `Use \`text\`, \`numeric\`, \`jsonb\`, \`timestamptz\`. The list is the parameter \`types\`.`,
  reported: [
    {
      sql: 'CREATE TABLE orders (id bigint, code char(3), at timestamp);',
      message: [
        'The column "code" of "orders" is char(3), which the configuration does not want',
        'The column "at" of "orders" is timestamp, which the configuration does not want',
      ],
    },
    {
      history: 'CREATE TABLE orders (id bigint, data jsonb);',
      sql: 'ALTER TABLE orders ADD COLUMN total double precision;',
      options: { rules: { 'forbidden-type': { types: ['float'] } } },
      message: 'The column "total" of "orders" is double precision, which the configuration does not want',
    },
    {
      history: 'CREATE TABLE orders (id bigint, at timestamptz);',
      sql: 'ALTER TABLE orders ALTER COLUMN at TYPE timestamptz(0);',
      options: { rules: { 'forbidden-type': { types: ['timestamp(0) with time zone'] } } },
      message: 'The column "at" of "orders" is timestamptz(0), which the configuration does not want',
    },
  ],
  accepted: [
    {
      why: 'These types are wanted',
      sql: 'CREATE TABLE orders (id bigint, code text, at timestamptz, name varchar);',
    },
    {
      why: 'A column that is there is not changed',
      history: 'CREATE TABLE orders (id bigint, code char(3));',
      sql: 'ALTER TABLE orders ADD COLUMN note text;',
    },
    {
      why: 'The list is another',
      sql: 'CREATE TABLE orders (id bigint, data json);',
      options: { rules: { 'forbidden-type': { types: ['money'] } } },
    },
  ],
};
