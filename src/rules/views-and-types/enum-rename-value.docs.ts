import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `The running application writes and compares the old word. From the moment the rename commits each such statement fails with "invalid input value for enum", and what it
reads is a word that it does not know. The rename takes no lock on the tables, so nothing holds it back.`,
  solution: `Add the new value, release code that understands both and writes the new one, then change the rows in batches.`,
  reported: [
    {
      history:
        "CREATE TYPE mood AS ENUM ('ok', 'good');\nCREATE TABLE notes (id bigint PRIMARY KEY, mood mood);",
      sql: "ALTER TYPE mood RENAME VALUE 'ok' TO 'fine';",
      message:
        'From the commit on, clients that name value "ok" of "mood" fail (22P02) until they know it as "fine", and reads give them a value they do not know',
    },
  ],
  accepted: [
    {
      why: 'The type was created by the same migration',
      sql: "CREATE TYPE mood AS ENUM ('ok');\nALTER TYPE mood RENAME VALUE 'ok' TO 'fine';",
    },
  ],
};
