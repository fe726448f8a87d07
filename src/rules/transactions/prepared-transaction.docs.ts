import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY);';

export const docs: RuleDocs = {
  problem: `\`PREPARE TRANSACTION\` puts a transaction aside: it is written to disk with its locks and belongs to no session any more. Until somebody says \`COMMIT PREPARED\`, its tables stay
locked, over restarts too, and VACUUM cannot clean up.`,
  solution: `Leave it to transaction managers. In a migration use \`COMMIT\`.`,
  reported: [
    {
      history,
      sql: "BEGIN;\nALTER TABLE orders ADD COLUMN note text;\nPREPARE TRANSACTION 'orders_note';",
      transaction: 'none',
      message:
        "The transaction 'orders_note' keeps all its locks until somebody commits it by its name: they outlive the session and a restart of the server",
    },
  ],
  accepted: [
    {
      why: 'The same file ends it',
      history,
      sql: "BEGIN;\nALTER TABLE orders ADD COLUMN note text;\nPREPARE TRANSACTION 'orders_note';\nCOMMIT PREPARED 'orders_note';",
      transaction: 'none',
    },
  ],
};
