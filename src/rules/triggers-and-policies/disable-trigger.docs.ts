import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER orders_touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();`;

/** A column of the trigger goes by another name since. */
const renamed = `CREATE TABLE orders (id bigint PRIMARY KEY, total bigint, note text) PARTITION BY RANGE (id);
CREATE TABLE orders_1 PARTITION OF orders FOR VALUES FROM (0) TO (1000);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER orders_touch AFTER INSERT OR UPDATE OF note, total ON orders FOR EACH ROW WHEN (NEW.total > 5 OR NEW.note IS NOT NULL) EXECUTE FUNCTION touch('a', 'it''s');
ALTER TABLE orders ENABLE ALWAYS TRIGGER orders_touch;
ALTER TABLE orders RENAME COLUMN total TO cents;`;

const several = `CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER orders_check AFTER INSERT OR DELETE ON orders FROM users DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER orders_count AFTER UPDATE ON orders REFERENCING OLD TABLE AS gone NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION touch();
CREATE TRIGGER orders_empty BEFORE TRUNCATE ON orders WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION touch();`;

export const docs: RuleDocs = {
  problem: `Foreign keys are checked by triggers that the server made. DISABLE TRIGGER ALL switches these off too: rows that refer to nothing get in, and nothing looks for them later,
because the constraint counts as valid all the time. Disabling a trigger of users stops what it did, for every session. Writers wait until the transaction commits.`,
  solution: `Give the trigger a guard in its \`WHEN\`: a setting that only the migration sets, for its own transaction (\`SET LOCAL\`), so that what others write still runs the trigger and nobody waits.
A condition on a setting may stand in the WHEN of any trigger but INSTEAD OF, those FOR EACH STATEMENT too. Take the guard out again afterwards: any session can set the setting. If the trigger must be
disabled, name it or say USER, and enable it again in the same transaction.`,
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
    {
      history: renamed,
      sql: `BEGIN;
ALTER TABLE orders DISABLE TRIGGER orders_touch;
UPDATE orders SET cents = 1 WHERE id = 101;
ALTER TABLE orders ENABLE ALWAYS TRIGGER orders_touch;
COMMIT;`,
      message:
        'Trigger "orders_touch" on "orders" does nothing from here on, for anybody; writes to "orders" wait for the SHARE ROW EXCLUSIVE lock until the transaction commits',
    },
    {
      history: several,
      sql: 'ALTER TABLE orders DISABLE TRIGGER USER;',
      message:
        'All triggers of users on "orders" do nothing from here on, for anybody; foreign keys are still checked; writes to "orders" wait for the SHARE ROW EXCLUSIVE lock until the transaction commits',
    },
    {
      history: several,
      sql: 'ALTER TABLE orders DISABLE TRIGGER orders_count;',
      transaction: 'none',
      message:
        'Trigger "orders_count" on "orders" does nothing from here on, for anybody; writes to "orders" wait for the SHARE ROW EXCLUSIVE lock until the transaction commits',
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
