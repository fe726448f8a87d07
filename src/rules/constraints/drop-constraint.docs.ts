import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE users (id bigint CONSTRAINT users_pkey PRIMARY KEY, email text CONSTRAINT users_email_key UNIQUE, age integer CONSTRAINT users_age_check CHECK (age > 0));\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint CONSTRAINT orders_user_fk REFERENCES users, note text);';

export const docs: RuleDocs = {
  problem: `Code was written with the constraint in mind: it counts on it and does not check again. \`ON CONFLICT\` even names it, by its columns or by its name, and fails without it.`,
  solution: `If another constraint takes its place, add that first.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE users DROP CONSTRAINT users_age_check;',
      message: 'Without "users_age_check" of "users", rows that it refused are taken from here on',
    },
    {
      history,
      sql: 'ALTER TABLE users DROP CONSTRAINT users_email_key;',
      message:
        'Without "users_email_key" of "users", duplicates are taken, and ON CONFLICT that relied on it fails (by columns 42P10, by name 42704) from here on',
    },
    {
      history,
      sql: 'ALTER TABLE orders DROP CONSTRAINT orders_user_fk;',
      message: 'Without "orders_user_fk" of "orders", rows may refer to nothing from here on',
    },
    {
      history:
        'CREATE TABLE bookings (room integer, during tsrange);\nALTER TABLE bookings ADD CONSTRAINT bookings_apart EXCLUDE USING gist (during WITH &&);',
      sql: 'ALTER TABLE bookings DROP CONSTRAINT bookings_apart;',
      message:
        'Without "bookings_apart" of "bookings", overlapping rows are taken, and ON CONFLICT ON CONSTRAINT fails (42704) from here on',
    },
    {
      sql: 'ALTER TABLE orders DROP CONSTRAINT orders_rule;',
      completeHistory: false,
      message:
        'From here on nobody keeps to "orders_rule" of "orders" any more; if it is UNIQUE, ON CONFLICT that relied on it fails',
    },
    {
      history:
        'CREATE TABLE bookings (room integer, seat integer, during tsrange, CONSTRAINT bookings_apart EXCLUDE USING gist (during WITH &&), CONSTRAINT bookings_seats EXCLUDE USING gist (seat WITH =, during WITH &&));',
      sql: 'ALTER TABLE bookings DROP CONSTRAINT bookings_seats;',
      message:
        'Without "bookings_seats" of "bookings", overlapping rows are taken, and ON CONFLICT ON CONSTRAINT fails (42704) from here on',
    },
    {
      history,
      sql: ['ALTER TABLE users DROP CONSTRAINT users_age_check;', 'ALTER TABLE users DROP COLUMN age;'],
      knownChangeSet: false,
      message: 'Without "users_age_check" of "users", rows that it refused are taken from here on',
    },
    {
      history,
      sql: '\\if :old\nALTER TABLE users DROP CONSTRAINT users_age_check;\n\\endif',
      message: 'Without "users_age_check" of "users", rows that it refused are taken from here on',
    },
  ],
  accepted: [
    {
      why: 'It helped on the way to NOT NULL',
      history:
        'CREATE TABLE users (id bigint CONSTRAINT users_pkey PRIMARY KEY, email text CONSTRAINT users_email_key UNIQUE, age integer CONSTRAINT users_age_check CHECK (age > 0));\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint CONSTRAINT orders_user_fk REFERENCES users, note text);\nALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL);',
      sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL;\nALTER TABLE orders DROP CONSTRAINT orders_note_nn;',
      postgres: 16,
    },
    {
      why: 'It helped on the way to a partition',
      history:
        'CREATE TABLE events (id bigint NOT NULL) PARTITION BY RANGE (id);\nCREATE TABLE events_2 (id bigint NOT NULL CONSTRAINT events_2_bound CHECK (id >= 100 AND id < 200));',
      sql: 'ALTER TABLE events ATTACH PARTITION events_2 FOR VALUES FROM (100) TO (200);\nALTER TABLE events_2 DROP CONSTRAINT events_2_bound;',
    },
    {
      why: 'An equal one stays',
      history:
        'CREATE TABLE users (id bigint CONSTRAINT users_pkey PRIMARY KEY, email text CONSTRAINT users_email_key UNIQUE, age integer CONSTRAINT users_age_check CHECK (age > 0));\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint CONSTRAINT orders_user_fk REFERENCES users, note text);\nALTER TABLE users ADD UNIQUE (email);',
      sql: 'ALTER TABLE users DROP CONSTRAINT users_email_key;',
    },
    {
      why: 'A unique index on the same columns stays, which ON CONFLICT finds as well',
      history: `${history}\nCREATE UNIQUE INDEX users_email_idx ON users (email);`,
      sql: 'ALTER TABLE users DROP CONSTRAINT users_email_key;',
    },
    {
      why: 'An equal one comes in the same transaction',
      history,
      sql: 'ALTER TABLE orders DROP CONSTRAINT orders_user_fk;\nALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE NOT VALID;',
    },
    { why: '`drop-primary-key` speaks', history, sql: 'ALTER TABLE orders DROP CONSTRAINT orders_pkey;' },
    {
      why: 'Its column goes in the same change set',
      history,
      sql: ['ALTER TABLE users DROP CONSTRAINT users_age_check;', 'ALTER TABLE users DROP COLUMN age;'],
    },
    {
      why: 'The table is new',
      history,
      sql: 'CREATE TABLE carts (n integer CONSTRAINT carts_n CHECK (n > 0));\nALTER TABLE carts DROP CONSTRAINT carts_n;',
    },
    {
      why: 'There is no such constraint',
      history,
      sql: 'ALTER TABLE users DROP CONSTRAINT IF EXISTS users_name_check;',
    },
  ],
};
