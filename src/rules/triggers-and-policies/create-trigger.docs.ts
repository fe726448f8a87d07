import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE orders (id bigint PRIMARY KEY, changed timestamptz);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.changed := now(); RETURN NEW; END $$;
CREATE TABLE events (id bigint) PARTITION BY RANGE (id);
CREATE TABLE events_10 PARTITION OF events FOR VALUES FROM (10) TO (20);`;

export const docs: RuleDocs = {
  problem: `CREATE TRIGGER waits for every transaction that writes to the table, and keeps writers out until its own transaction commits. On a partitioned table a row trigger does so
on all partitions. Later each write is as much slower as the function takes.`,
  solution: `Create it in a transaction of its own with a short lock_timeout, and try again when it strikes.`,
  reported: [
    {
      history,
      sql: 'CREATE TRIGGER orders_touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();',
      message:
        'Writes to "orders" wait for this SHARE ROW EXCLUSIVE lock until the transaction commits; from then on the trigger runs for each row',
    },
    {
      history,
      sql: 'CREATE TRIGGER events_touch AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION touch();',
      message:
        'Writes to "events" and "events_10" wait for this SHARE ROW EXCLUSIVE lock until the transaction commits; from then on the trigger runs for each row',
    },
    {
      history,
      sql: 'CREATE CONSTRAINT TRIGGER orders_check AFTER INSERT ON orders DEFERRABLE FOR EACH ROW EXECUTE FUNCTION touch();',
      message:
        'Writes to "orders" wait for this SHARE ROW EXCLUSIVE lock until the transaction commits; from then on the trigger runs for each row',
    },
  ],
  accepted: [
    {
      why: 'The table is new',
      history,
      sql: 'CREATE TABLE carts (id bigint);\nCREATE TRIGGER carts_touch BEFORE UPDATE ON carts FOR EACH ROW EXECUTE FUNCTION touch();',
    },
    {
      why: 'Said once a table and transaction, at the first trigger',
      history: `${history}\nCREATE TABLE notes (id bigint);\n`,
      sql: 'CREATE TABLE carts (id bigint);\nCREATE TRIGGER carts_touch BEFORE UPDATE ON carts FOR EACH ROW EXECUTE FUNCTION touch();\nCREATE TRIGGER carts_log AFTER UPDATE ON carts FOR EACH ROW EXECUTE FUNCTION touch();',
    },
    {
      why: 'It is alone in its transaction, with a lock_timeout',
      history,
      sql: "SET LOCAL lock_timeout = '1s';\nCREATE TRIGGER orders_touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();",
    },
  ],
};
