import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);';

export const docs: RuleDocs = {
  problem: `Enforcing a key that was not enforced checks every row at once. Nobody can read or write the table meanwhile, and nobody can write to the one that it refers to.`,
  solution: `Add a second, equal key as \`NOT VALID\`, validate it in the next migration, then drop the one that is not enforced.`,
  reported: [
    {
      history:
        'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);\nALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users NOT ENFORCED;',
      sql: 'ALTER TABLE orders ALTER CONSTRAINT orders_user_fk ENFORCED;',
      message:
        'Enforcing "orders_user_fk" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) and writes to "users" (SHARE ROW EXCLUSIVE lock) until every row has been checked',
    },
  ],
  accepted: [
    {
      why: 'The table was created in the same transaction: nobody else can use it yet',
      history,
      sql: 'CREATE TABLE carts (user_id bigint CONSTRAINT carts_user_fk REFERENCES users NOT ENFORCED);\nALTER TABLE carts ALTER CONSTRAINT carts_user_fk ENFORCED;',
    },
    {
      why: 'Only the time of the check changes',
      history:
        'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);\nALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users;',
      sql: 'ALTER TABLE orders ALTER CONSTRAINT orders_user_fk DEFERRABLE INITIALLY DEFERRED;',
    },
  ],
};
