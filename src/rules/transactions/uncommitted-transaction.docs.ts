import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `A BEGIN without a COMMIT leaves the transaction open at the end of the file. Its locks stay until the connection closes; then PostgreSQL rolls everything
back, although the runner may have noted the migration as done.`,
  solution: `End the transaction with COMMIT, or leave BEGIN out.`,
  reported: [
    {
      sql: 'BEGIN;\nCREATE TABLE orders (id bigint);',
      transaction: 'none',
      message:
        'This transaction is not committed in the file: its locks stay until the connection closes, and then all of it is lost',
    },
  ],
  accepted: [
    { why: 'It is committed', sql: 'BEGIN;\nCREATE TABLE orders (id bigint);\nCOMMIT;', transaction: 'none' },
    {
      why: 'The branch that begins it commits it',
      sql: '\\if :orders\nBEGIN;\nCREATE TABLE orders (id bigint);\nCOMMIT;\n\\endif',
      transaction: 'none',
    },
    { why: 'The runner commits', sql: 'CREATE TABLE orders (id bigint);', transaction: 'file' },
  ],
};
