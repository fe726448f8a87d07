import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `\`ALTER SYSTEM\`, \`ALTER DATABASE … SET\` and \`ALTER ROLE … SET\` change how sessions behave that have nothing to do with the migration. \`ALTER SYSTEM\` writes a file of the
server; no rollback undoes it, and another database of the same server is concerned too.`,
  solution: `Keep such settings in the configuration of the server, under version control of their own. Where the migration itself needs one, use \`SET LOCAL\`.`,
  reported: [
    {
      sql: "ALTER SYSTEM SET work_mem = '64MB';",
      transaction: 'none',
      message:
        'This changes work_mem for the whole server, outside of any transaction: sessions that begin later run with it, and taking the migration back does not take it back',
    },
    {
      sql: "ALTER DATABASE shop SET timezone = 'UTC';",
      message:
        'This changes timezone for the database "shop": sessions that begin later run with it, and taking the migration back does not take it back',
    },
    {
      sql: 'ALTER ROLE app SET search_path = app, public;',
      message:
        'This changes search_path for the role "app": sessions that begin later run with it, and taking the migration back does not take it back',
    },
  ],
  accepted: [
    {
      why: 'A timeout for the role that runs migrations is a good idea',
      sql: "ALTER ROLE migrator SET lock_timeout = '2s';",
    },
    { why: 'It ends with the transaction', sql: "SET LOCAL work_mem = '64MB';" },
  ],
};
