import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER orders_touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();`;

export const docs: RuleDocs = {
  problem: `Foreign keys are checked by triggers that the server made. DISABLE TRIGGER ALL switches these off too: rows that refer to nothing get in, and nothing looks for them later,
because the constraint counts as valid all the time. Disabling a trigger of users stops what it did, for every session. Writers wait until the transaction commits.`,
  solution: `Give the trigger a condition (\`WHEN\`, or a setting that its function reads) so that the migration's own writes pass it by. If it must be disabled, name it or say USER, and
enable it again in the same transaction.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders DISABLE TRIGGER ALL;',
      message:
        'From here on foreign keys of "orders" are not checked: rows without a partner get in, no later VALIDATE finds them, and the constraint counts as valid; writes to "orders" wait for the SHARE ROW EXCLUSIVE lock until the transaction commits',
    },
    {
      history,
      sql: 'ALTER TABLE orders DISABLE TRIGGER USER;',
      message:
        'All triggers of users on "orders" do nothing from here on, for anybody; foreign keys are still checked; writes to "orders" wait for the SHARE ROW EXCLUSIVE lock until the transaction commits',
    },
    {
      history,
      sql: 'ALTER TABLE orders DISABLE TRIGGER orders_touch;',
      message:
        'Trigger "orders_touch" on "orders" does nothing from here on, for anybody; writes to "orders" wait for the SHARE ROW EXCLUSIVE lock until the transaction commits',
    },
    {
      history,
      sql: 'ALTER TABLE orders DISABLE TRIGGER "RI_ConstraintTrigger_c_16400";',
      message:
        'From here on foreign keys of "orders" are not checked: rows without a partner get in, no later VALIDATE finds them, and the constraint counts as valid; writes to "orders" wait for the SHARE ROW EXCLUSIVE lock until the transaction commits',
    },
  ],
  accepted: [
    {
      why: 'The table is new',
      sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts DISABLE TRIGGER ALL;',
    },
    { why: 'A trigger is enabled', history, sql: 'ALTER TABLE orders ENABLE TRIGGER orders_touch;' },
  ],
};
