import type { RuleDocs } from '../rule-docs';

const history = `CREATE TYPE mood AS ENUM ('ok', 'good');
CREATE TABLE notes (id bigint PRIMARY KEY, mood mood, label text);`;
const add = "ALTER TYPE mood ADD VALUE 'calm';";
const message =
  'The migration fails here: value "calm" of "mood" is used in the transaction that adds it (55P04)';

export const docs: RuleDocs = {
  problem: `A value that is added to an enum can be used only after the transaction has committed. Most runners open a transaction round each file, so an UPDATE, a default or a CHECK
with the new value in the same file fails.`,
  solution: `Add the value in one migration and use it in the next.`,
  reported: [
    { history, sql: `${add}\nUPDATE notes SET mood = 'calm' WHERE id = 1;`, message },
    { history, sql: `${add}\nINSERT INTO notes VALUES (1, 'calm', 'x');`, message },
    { history, sql: `${add}\nDELETE FROM notes WHERE mood = 'calm';`, message },
    { history, sql: `${add}\nALTER TABLE notes ALTER COLUMN mood SET DEFAULT 'calm';`, message },
    {
      history,
      sql: `${add}\nALTER TABLE notes ADD CONSTRAINT notes_calm CHECK (mood <> 'calm') NOT VALID;`,
      message,
    },
    { history, sql: `${add}\nCREATE VIEW calm_notes AS SELECT id FROM notes WHERE mood = 'calm';`, message },
    {
      sql: "CREATE TYPE level AS ENUM ('low');\nALTER TYPE level ADD VALUE 'high';\nCREATE TABLE alarms (level level DEFAULT 'high');",
      postgres: 16,
      message:
        'The migration fails here: value "high" of "level" is used in the transaction that adds it (55P04)',
    },
    {
      sql: `${add}\nUPDATE notes SET mood = 'calm' WHERE id = 1;`,
      completeHistory: false,
      message: `${message}, unless it stands for text here`,
    },
    { sql: `${add}\nINSERT INTO notes (mood) VALUES ('calm'::mood);`, completeHistory: false, message },
    {
      history,
      sql: "ALTER TYPE mood ADD VALUE 'calm';\nCREATE INDEX notes_calm_idx ON notes (id) WHERE mood = 'calm';",
      message:
        'The migration fails here: value "calm" of "mood" is used in the transaction that adds it (55P04)',
    },
    {
      history,
      sql: `ALTER TYPE mood ADD VALUE 'calm';
CREATE FUNCTION calm() RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM notes WHERE mood = 'calm' $$;`,
      message:
        'The migration fails here: value "calm" of "mood" is used in the transaction that adds it (55P04)',
    },
  ],
  accepted: [
    {
      why: 'Each migration has a transaction of its own',
      history,
      sql: [add, "UPDATE notes SET mood = 'calm' WHERE id = 1;"],
    },
    {
      why: 'The value is compared as text',
      history,
      sql: `${add}\nDELETE FROM notes WHERE mood::text = 'calm';`,
    },
    {
      why: 'The same letters in a text column',
      history,
      sql: `${add}\nUPDATE notes SET label = 'calm' WHERE id = 1;`,
    },
    {
      why: 'The body of a PL/pgSQL function is not looked into before it runs',
      history,
      sql: `${add}\nCREATE FUNCTION calm() RETURNS void LANGUAGE plpgsql AS $$ BEGIN UPDATE notes SET mood = 'calm'; END $$;`,
    },
    {
      why: 'From PostgreSQL 17 on a type that the transaction itself makes is no matter',
      sql: "CREATE TYPE level AS ENUM ('low');\nALTER TYPE level ADD VALUE 'high';\nCREATE TABLE alarms (level level DEFAULT 'high');",
      postgres: 17,
    },
    {
      why: 'Up to PostgreSQL 11 `autocommit-only-in-transaction` speaks',
      history,
      sql: `${add}\nUPDATE notes SET mood = 'calm' WHERE id = 1;`,
      postgres: 11,
    },
  ],
};
