import type { RuleDocs } from '../rule-docs';

const history =
  'CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);';

const policy = (parameters: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  rules: { 'foreign-key-policy': parameters },
});

export const docs: RuleDocs = {
  problem: `Teams agree on what a foreign key does: whether a DELETE may reach into other tables, whether the check may wait for the commit, whether there are foreign keys at all. One that is
otherwise surprises.`,
  solution: `Say what is agreed in the parameters \`allowed\`, \`onDelete\`, \`deferrable\` and \`nullable\`, and write foreign keys so.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE NOT VALID;',
      options: policy({ onDelete: ['restrict', 'no action'] }),
      message:
        'The foreign key on column "user_id" of "orders" is against the configuration: ON DELETE CASCADE is not among restrict, no action',
    },
    {
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users NOT VALID;',
      options: policy({ deferrable: 'required' }),
      message:
        'The foreign key on column "user_id" of "orders" is against the configuration: it is not DEFERRABLE',
    },
    {
      history,
      sql: 'CREATE TABLE carts (user_id bigint REFERENCES users);',
      options: policy({ nullable: false }),
      message: 'The foreign key on column "user_id" of "carts" is against the configuration: it may be NULL',
    },
    {
      history,
      sql: 'CREATE TABLE carts (user_id bigint REFERENCES users);',
      options: policy({ allowed: false }),
      message:
        'The foreign key on column "user_id" of "carts" is against the configuration: there are to be none',
    },
  ],
  accepted: [
    {
      why: 'It is as agreed',
      history,
      sql: 'CREATE TABLE carts (user_id bigint NOT NULL REFERENCES users ON DELETE RESTRICT);',
      options: policy({ onDelete: ['restrict'], nullable: false, deferrable: 'forbidden' }),
    },
    {
      why: 'Nothing is configured',
      history,
      sql: 'CREATE TABLE carts (user_id bigint REFERENCES users ON DELETE CASCADE);',
    },
  ],
};
