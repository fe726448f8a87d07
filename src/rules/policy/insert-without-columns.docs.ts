import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE roles (id bigint, name text);';

export const docs: RuleDocs = {
  problem: `Without a list of columns the values go into the columns in the order of the table. That order is another one in a database where columns were added at another time.`,
  solution: `Name the columns: \`INSERT INTO roles (id, name) VALUES …\`. That goes for \`SELECT *\` as the source too.`,
  reported: [
    {
      history,
      sql: "INSERT INTO roles VALUES (1, 'admin');",
      message:
        'This INSERT into "roles" names no columns: once one is added or dropped, it fails (42601) or puts values into the wrong ones',
    },
    {
      history: `${history}\nCREATE TABLE old_roles (id bigint, name text);`,
      sql: 'INSERT INTO roles SELECT * FROM old_roles;',
      message:
        'This INSERT into "roles" names no columns: once one is added or dropped, it fails (42601) or puts values into the wrong ones',
    },
    {
      history: `${history}\nCREATE TABLE old_roles (id bigint, name text);`,
      sql: 'INSERT INTO roles (id, name) SELECT * FROM old_roles;',
      message:
        'This INSERT into "roles" takes whatever columns its source has (SELECT *): once that gets or loses one, it fails (42601) or puts values into the wrong columns',
    },
  ],
  accepted: [
    { why: 'It names them', history, sql: "INSERT INTO roles (id, name) VALUES (1, 'admin');" },
    {
      why: 'The table is new',
      sql: "CREATE TABLE roles (id bigint, name text);\nINSERT INTO roles VALUES (1, 'admin');",
    },
    { why: 'There are no values', history, sql: 'INSERT INTO roles DEFAULT VALUES;' },
  ],
};
