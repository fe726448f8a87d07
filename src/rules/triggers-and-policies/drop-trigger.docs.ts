import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE orders (id bigint PRIMARY KEY, changed timestamptz);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.changed := now(); RETURN NEW; END $$;
CREATE TRIGGER orders_touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();`;
const message =
  'Reads and writes of "orders" wait for the ACCESS EXCLUSIVE lock until the transaction commits; what trigger "orders_touch" did is not done any more';

export const docs: RuleDocs = {
  problem: `DROP TRIGGER takes the strongest lock: it waits for every running query of the table, with everybody else behind it. From the commit on, what the trigger did, such as
keeping two columns alike, is not done any more, also not for the old version of the application that is still running.`,
  solution: `Drop it in a transaction of its own with a short lock_timeout, when nothing relies on it any more.`,
  reported: [
    { history, sql: 'DROP TRIGGER orders_touch ON orders;', message },
    { history, sql: 'DROP FUNCTION touch() CASCADE;', message },
  ],
  accepted: [
    {
      why: 'The table is new',
      history,
      sql: 'CREATE TABLE carts (id bigint);\nCREATE TRIGGER carts_touch BEFORE UPDATE ON carts FOR EACH ROW EXECUTE FUNCTION touch();\nDROP TRIGGER carts_touch ON carts;',
    },
    {
      why: 'It is made again in the same transaction',
      history,
      sql: 'DROP TRIGGER orders_touch ON orders;\nCREATE TRIGGER orders_touch BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();',
    },
    {
      why: 'IF EXISTS, and there is no such trigger',
      history,
      sql: 'DROP TRIGGER IF EXISTS orders_log ON orders;',
    },
    { why: 'Its table goes too', history, sql: 'DROP TRIGGER orders_touch ON orders;\nDROP TABLE orders;' },
  ],
};
