import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE orders (id bigint PRIMARY KEY, state text, total numeric);
CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER orders_audit AFTER UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION audit();
CREATE TRIGGER orders_total AFTER UPDATE OF total ON orders FOR EACH ROW EXECUTE FUNCTION audit();`;

export const docs: RuleDocs = {
  problem: `A row trigger runs once for every row. What costs nothing with one order costs minutes with a million, and writes a million rows of audit.`,
  solution: `Write in batches. Or let the trigger pass over such rows by a condition in its \`WHEN\`. Disabling it stops writers and lets clients' changes through unseen.`,
  reported: [
    {
      history,
      sql: "UPDATE orders SET state = 'new';",
      message:
        'The trigger "orders_audit" of "orders" runs for every row that this UPDATE writes, within its transaction',
    },
    {
      history,
      sql: 'UPDATE orders SET total = 0 WHERE total IS NULL;',
      message:
        'The triggers "orders_audit" and "orders_total" of "orders" run for every row that this UPDATE writes, within its transaction',
    },
  ],
  accepted: [
    { why: 'A key bounds it', history, sql: "UPDATE orders SET state = 'new' WHERE id = 1;" },
    { why: 'No trigger looks at it', history, sql: 'DELETE FROM orders WHERE state IS NULL;' },
  ],
};
