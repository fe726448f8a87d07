import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE users (id bigint PRIMARY KEY, email text CONSTRAINT users_email_key UNIQUE, age integer CONSTRAINT users_age_check CHECK (age > 0));
CREATE VIEW adults AS SELECT id FROM users WHERE age >= 18;
CREATE SEQUENCE ticket_numbers;
CREATE TYPE mood AS ENUM ('ok', 'good');
CREATE TABLE notes (id bigint, mood mood);
CREATE FUNCTION tax(amount numeric) RETURNS numeric LANGUAGE sql AS 'SELECT amount * 0.2';`;

export const docs: RuleDocs = {
  problem: `Names also stand in code: nextval('…'), casts to a type, calls of a function, ON CONFLICT ON CONSTRAINT, the role of a connection string. What names the old one fails
from the moment the migration commits.`,
  solution: `Make a second object under the new name, let the clients move to it, and drop the old one in a later release.
A second sequence begins so far behind the first that both give numbers of their own: one that goes round, or that ends at a bound, has no such room, and its clients move in one moment.`,
  reported: [
    {
      history,
      sql: 'ALTER VIEW adults RENAME TO grown_ups;',
      message: 'From the commit on, queries that read view "adults" fail until they know it as "grown_ups"',
    },
    {
      history,
      sql: 'ALTER SEQUENCE ticket_numbers RENAME TO case_numbers;',
      message:
        'From the commit on, calls of nextval() that name sequence "ticket_numbers" fail until they know it as "case_numbers"',
    },
    {
      history,
      sql: 'ALTER TYPE mood RENAME TO feeling;',
      message:
        'From the commit on, casts and declarations that name type "mood" fail until they know it as "feeling"',
    },
    {
      history,
      sql: 'ALTER FUNCTION tax(numeric) RENAME TO vat;',
      message: 'From the commit on, calls of function "tax" fail until they know it as "vat"',
    },
    {
      history,
      sql: 'ALTER TABLE users RENAME CONSTRAINT users_email_key TO users_mail_key;',
      message:
        'From the commit on, ON CONFLICT ON CONSTRAINT clauses that name constraint "users_email_key" fail until they know it as "users_mail_key"',
    },
    {
      history:
        'CREATE SEQUENCE countdown INCREMENT BY -5 MAXVALUE 2000000 START WITH 2000000 CACHE 3;\nALTER SEQUENCE countdown INCREMENT BY -10 NO MINVALUE;',
      sql: 'ALTER SEQUENCE countdown RENAME TO tickets_left;',
      message:
        'From the commit on, calls of nextval() that name sequence "countdown" fail until they know it as "tickets_left"',
    },
    {
      history: 'CREATE SEQUENCE desks MAXVALUE 9000 CYCLE;',
      sql: 'ALTER SEQUENCE desks RENAME TO seats;',
      message:
        'From the commit on, calls of nextval() that name sequence "desks" fail until they know it as "seats"',
    },
    {
      sql: 'ALTER ROLE app RENAME TO backend;',
      message:
        'From the commit on, connections and grants that name role "app" fail until they know it as "backend"',
    },
    {
      history: `${history}\nCREATE MATERIALIZED VIEW totals AS SELECT id FROM users;\nCREATE DOMAIN email AS text;`,
      sql: 'ALTER MATERIALIZED VIEW totals RENAME TO sums;\nALTER DOMAIN email RENAME TO mail;',
      message: [
        'From the commit on, queries that read materialized view "totals" fail until they know it as "sums"',
        'From the commit on, casts and declarations that name domain "email" fail until they know it as "mail"',
      ],
    },
  ],
  accepted: [
    {
      why: 'It was created by the same migration',
      history,
      sql: 'CREATE SEQUENCE case_numbers;\nALTER SEQUENCE case_numbers RENAME TO cases;',
    },
    {
      why: 'Nothing in a query names an index',
      history,
      sql: 'ALTER INDEX users_email_key RENAME TO users_mail_key;',
    },
    {
      why: 'Nothing in a query names a CHECK',
      history,
      sql: 'ALTER TABLE users RENAME CONSTRAINT users_age_check TO users_age_positive;',
    },
    {
      why: 'Triggers hold their function itself, not its name',
      history: `${history}\nCREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;`,
      sql: 'ALTER FUNCTION touch() RENAME TO users_touch;',
    },
    {
      why: 'The enum swap that ORMs generate: the type lives on under its name',
      history,
      sql: `ALTER TYPE mood RENAME TO mood_old;
CREATE TYPE mood AS ENUM ('ok');
ALTER TABLE notes ALTER COLUMN mood TYPE mood USING (mood::text::mood);
DROP TYPE mood_old;`,
    },
    {
      why: 'The same with a new type that takes the place of the old one',
      history,
      sql: `CREATE TYPE mood_new AS ENUM ('ok');
ALTER TABLE notes ALTER COLUMN mood TYPE mood_new USING (mood::text::mood_new);
ALTER TYPE mood RENAME TO mood_old;
ALTER TYPE mood_new RENAME TO mood;
DROP TYPE mood_old;`,
    },
    {
      why: 'Nothing in a query names a trigger, a policy or a rule',
      history: `${history}\nCREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;\nCREATE TRIGGER users_touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();\nCREATE POLICY own ON users USING (true);\nCREATE RULE keep AS ON DELETE TO users DO INSTEAD NOTHING;`,
      sql: `ALTER TRIGGER users_touch ON users RENAME TO users_changed;
ALTER POLICY own ON users RENAME TO mine;
ALTER RULE keep ON users RENAME TO kept;`,
    },
  ],
};
