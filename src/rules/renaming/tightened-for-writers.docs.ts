import type { RuleDocs } from '../rule-docs';

const history = `CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, note text);`;

export const docs: RuleDocs = {
  problem: `The migration runs while the old version of the application still writes. A constraint that is new refuses what that version sends: a NULL, a value out of range, a
second row with the same key.`,
  solution: `First ship the code that writes only what the constraint allows, then add the constraint in a later release.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL;',
      message:
        'From the commit on, NOT NULL on column "note" of "orders" refuses writes of the running version that do not meet it (23502)',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users NOT VALID;',
      message:
        'From the commit on, this foreign key on column "user_id" of "orders" refuses writes of the running version that do not meet it (23503)',
    },
    {
      history,
      sql: 'CREATE UNIQUE INDEX orders_note_key ON orders (note);',
      message:
        'From the commit on, this unique index on column "note" of "orders" refuses writes of the running version that do not meet it (23505)',
    },
  ],
  accepted: [
    {
      why: 'The table is new',
      sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ALTER COLUMN id SET NOT NULL;',
    },
    {
      why: 'The column is new: no running version writes it',
      history,
      sql: 'ALTER TABLE orders ADD COLUMN total numeric;\nALTER TABLE orders ADD CONSTRAINT orders_total_check CHECK (total > 0);',
    },
    {
      why: 'An index that is not unique refuses nothing',
      history,
      sql: 'CREATE INDEX orders_note_idx ON orders (note);',
    },
  ],
};
