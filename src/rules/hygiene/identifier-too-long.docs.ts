import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint PRIMARY KEY, note text);';

export const docs: RuleDocs = {
  problem: `PostgreSQL keeps 63 bytes of a name and cuts the rest, with a notice that nobody reads. A later statement that uses the full name finds it, for it is cut too; but a tool that looks
it up in the catalog does not, and two long names that begin alike become one.`,
  solution: `Choose a shorter name. Names that a tool makes up of table and column names are the usual case: give the index or constraint a name of your own.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_note_must_not_be_longer_than_two_hundred_and_fifty_five_characters CHECK (length(note) < 256) NOT VALID;',
      message:
        'The name "orders_note_must_not_be_longer_than_two_hundred_and_fifty_five_characters" has 73 bytes: the server cuts it to "orders_note_must_not_be_longer_than_two_hundred_and_fifty_five_" without an error, and another name that begins alike collides with it',
    },
    {
      sql: 'CREATE TABLE "Größenänderungsverlaufsprotokollübersichtsänderungenfürbestellungen" (id bigint);',
      message:
        'The name "Größenänderungsverlaufsprotokollübersichtsänderungenfürbestellungen" has 73 bytes: the server cuts it to "Größenänderungsverlaufsprotokollübersichtsänderungenfürbe" without an error, and another name that begins alike collides with it',
    },
  ],
  accepted: [
    {
      why: 'It has 63 bytes',
      sql: `CREATE TABLE ${'a'.repeat(63)} (id bigint);`,
    },
    {
      why: 'Strings and comments are no names',
      history,
      sql: `COMMENT ON TABLE orders IS '${'a'.repeat(70)}'; -- ${'b'.repeat(70)}`,
    },
  ],
};
