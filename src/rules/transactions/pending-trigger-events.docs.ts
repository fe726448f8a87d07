import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users DEFERRABLE INITIALLY DEFERRED, note text);`;

export const docs: RuleDocs = {
  problem: `A deferred constraint is checked at the end of the transaction. Until then PostgreSQL keeps a list of the rows to check, and refuses to alter their table.`,
  solution: `Have the check made before: \`SET CONSTRAINTS ALL IMMEDIATE\`. Or change rows and table in two migrations.`,
  reported: [
    {
      history,
      sql: 'UPDATE orders SET user_id = 1 WHERE id = 1;\nALTER TABLE orders ADD COLUMN total numeric;',
      message:
        'The migration fails here: rows of "orders" that this transaction has written wait for a deferred check, and ALTER TABLE is refused until it is done (55006)',
    },
    {
      history,
      sql: 'INSERT INTO orders (id, user_id) VALUES (1, 1);\nCREATE INDEX orders_user_id_idx ON orders (user_id);',
      message:
        'The migration fails here: rows of "orders" that this transaction has written wait for a deferred check, and CREATE INDEX is refused until it is done (55006)',
    },
    {
      history: `CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users DEFERRABLE, note text);`,
      sql: 'SET CONSTRAINTS ALL DEFERRED;\nUPDATE orders SET user_id = 1 WHERE id = 1;\nTRUNCATE orders;',
      message:
        'The migration fails here: rows of "orders" that this transaction has written wait for a deferred check, and TRUNCATE is refused until it is done (55006)',
    },
  ],
  accepted: [
    {
      why: 'The columns of the key are left alone, so that nothing waits to be checked',
      history,
      sql: "UPDATE orders SET note = '' WHERE id = 1;\nALTER TABLE orders ADD COLUMN total numeric;",
    },
    {
      why: 'The checks are switched off',
      history,
      sql: 'ALTER TABLE orders DISABLE TRIGGER ALL;\nUPDATE orders SET user_id = 1 WHERE id = 1;\nALTER TABLE orders ENABLE TRIGGER ALL;',
    },
    {
      why: 'The check is made before',
      history,
      sql: 'UPDATE orders SET user_id = 1 WHERE id = 1;\nSET CONSTRAINTS ALL IMMEDIATE;\nALTER TABLE orders ADD COLUMN total numeric;',
    },
    {
      why: 'RENAME is allowed',
      history,
      sql: 'UPDATE orders SET user_id = 1 WHERE id = 1;\nALTER TABLE orders RENAME COLUMN note TO remark;',
    },
    {
      why: 'A trigger may be created',
      history: `${history}\nCREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;`,
      sql: 'UPDATE orders SET user_id = 1 WHERE id = 1;\nCREATE TRIGGER orders_touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();',
    },
    {
      why: 'The constraint is not deferred',
      history:
        'CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users);',
      sql: 'UPDATE orders SET user_id = 1 WHERE id = 1;\nALTER TABLE orders ADD COLUMN total numeric;',
    },
    {
      why: 'Another table is altered',
      history: `${history}\nCREATE TABLE carts (id bigint);`,
      sql: 'UPDATE orders SET user_id = 1 WHERE id = 1;\nALTER TABLE carts ADD COLUMN total numeric;',
    },
    {
      why: 'Each has a transaction of its own',
      history,
      sql: ['UPDATE orders SET user_id = 1 WHERE id = 1;', 'ALTER TABLE orders ADD COLUMN total numeric;'],
    },
    {
      why: 'So is what looks at no row',
      history: `${history}\nCREATE INDEX orders_user_idx ON orders (user_id);`,
      sql: `UPDATE orders SET user_id = 1 WHERE id = 1;
REINDEX INDEX orders_user_idx;
DROP INDEX orders_user_idx;
COMMENT ON TABLE orders IS 'sold';`,
    },
  ],
};
