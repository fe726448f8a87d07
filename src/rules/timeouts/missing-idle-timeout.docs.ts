import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);';

export const docs: RuleDocs = {
  problem: `A runner that dies or hangs between two statements leaves its transaction open, and with it the locks. The table stays closed until somebody ends the connection.`,
  solution: `Give the role that runs migrations an \`idle_in_transaction_session_timeout\` of some seconds: \`ALTER ROLE migrator SET idle_in_transaction_session_timeout = '10s'\`.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD COLUMN note text;',
      message:
        'If the runner hangs in this transaction, the ACCESS EXCLUSIVE lock on "orders" stays until somebody ends its connection: no idle_in_transaction_session_timeout is in force',
    },
  ],
  accepted: [
    {
      why: 'The role has one',
      history: `${history}\nALTER ROLE migrator SET idle_in_transaction_session_timeout = '10s';`,
      sql: 'ALTER TABLE orders ADD COLUMN note text;',
    },
    {
      why: 'Without a transaction the lock goes with the statement',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN note text;',
      transaction: 'none',
    },
  ],
};
