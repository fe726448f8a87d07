import type { RuleDocs } from '../rule-docs';

const history = `CREATE TYPE address AS (street text, city text);
CREATE TABLE customers (id bigint, home address);
CREATE TYPE row_of_log AS (id bigint, line text);
CREATE TABLE logs OF row_of_log;`;

export const docs: RuleDocs = {
  problem: `Clients take a composite value apart by the number and types of its attributes. After the change they read something else than they expect. Tables that were made OF the
type change with it: they are closed meanwhile, and another type of an attribute writes each of them anew.`,
  solution: `Make a second type with the attributes that are wanted, and move columns and clients to it as for any other change of a type.
For a table OF the type that would be written anew there is no online form: it takes no column that the type lacks. Either it lives on without the type (\`ALTER TABLE … NOT OF\`, then as for any
other change of a type; \`OF\` takes it back only with the same names in the same order), or a second table takes over.`,
  reported: [
    {
      history,
      sql: 'ALTER TYPE address ADD ATTRIBUTE zip text;',
      message: 'Clients that unpack "address" meet an attribute more, from the commit on',
    },
    {
      history,
      sql: 'ALTER TYPE row_of_log ADD ATTRIBUTE at timestamptz CASCADE;',
      message:
        'Reads and writes of "logs" wait for the ACCESS EXCLUSIVE lock until the transaction commits. Clients that unpack "row_of_log" meet an attribute more',
    },
    {
      history,
      sql: 'ALTER TYPE row_of_log ALTER ATTRIBUTE id TYPE text CASCADE;',
      message:
        'Writing every row of "logs" anew stops reads and writes of it (ACCESS EXCLUSIVE lock) until it is done. Clients that unpack "row_of_log" meet an attribute of another type',
    },
  ],
  accepted: [
    {
      why: 'The type was created by the same migration',
      sql: 'CREATE TYPE address AS (street text);\nALTER TYPE address ADD ATTRIBUTE zip text;',
    },
    {
      why: 'The server refuses it: a column has the type',
      history,
      sql: 'ALTER TYPE address ALTER ATTRIBUTE street TYPE varchar(100);',
    },
  ],
};
