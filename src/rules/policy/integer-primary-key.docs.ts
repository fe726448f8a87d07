import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `An \`integer\` ends at 2147483647. Ids are used up by failed inserts too, and the day it ends every INSERT fails; to change the type of a full table takes hours.`,
  solution: `Use \`bigint\` for keys, and for the columns that refer to them. It costs four bytes.`,
  reported: [
    {
      sql: 'CREATE TABLE orders (id serial PRIMARY KEY, note text);',
      message:
        'The column "id" of "orders" is a key and is integer: it ends at 2147483647, from where on every INSERT fails',
    },
    {
      history: 'CREATE TABLE users (id bigint PRIMARY KEY);',
      sql: 'CREATE TABLE orders (id bigint PRIMARY KEY, user_id int REFERENCES users);',
      message:
        'The column "user_id" of "orders" refers to a key and is integer: it ends at 2147483647, from where on every INSERT fails',
    },
  ],
  accepted: [
    {
      why: 'The key that it refers to is an integer, and was told when it was made',
      history: 'CREATE TABLE users (id int PRIMARY KEY);',
      sql: 'CREATE TABLE orders (id bigint PRIMARY KEY, user_id int REFERENCES users);',
    },
    { why: 'It is a bigint', sql: 'CREATE TABLE orders (id bigserial PRIMARY KEY);' },
    { why: 'Other columns may be small', sql: 'CREATE TABLE orders (id bigint PRIMARY KEY, quantity int);' },
  ],
};
