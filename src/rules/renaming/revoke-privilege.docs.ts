import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY);\nGRANT SELECT, INSERT ON orders TO app;';

export const docs: RuleDocs = {
  problem: `Rights are looked at when a statement runs. Clients that are connected as the role fail at their next statement that needs the right, also those of the old version of
the application that is still running.`,
  solution: `Let the clients move to another role, or stop to use the object, before the right goes.`,
  reported: [
    {
      history,
      sql: 'REVOKE INSERT ON orders FROM app;',
      message: 'From the commit on, statements of "app" that need INSERT on table "orders" fail (42501)',
    },
    {
      history,
      sql: 'REVOKE ALL ON ALL TABLES IN SCHEMA public FROM app, reporting;',
      message:
        'From the commit on, statements of "app" and "reporting" that need a right on everything in schema "public" fail (42501)',
    },
  ],
  accepted: [
    { why: 'The table is new', sql: 'CREATE TABLE carts (id bigint);\nREVOKE ALL ON carts FROM app;' },
    {
      why: 'The right is granted again in the same transaction',
      history,
      sql: 'REVOKE ALL ON orders FROM app;\nGRANT ALL ON orders TO app;',
    },
    {
      why: 'Only the right to pass it on is taken away',
      history,
      sql: 'REVOKE GRANT OPTION FOR INSERT ON orders FROM app;',
    },
    {
      why: 'The function is new: everybody is shut out before anybody calls it',
      sql: "CREATE FUNCTION refund() RETURNS void LANGUAGE sql AS 'SELECT 1';\nREVOKE ALL ON FUNCTION refund() FROM PUBLIC;",
    },
  ],
};
