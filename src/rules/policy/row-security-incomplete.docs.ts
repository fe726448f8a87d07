import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint, owner text);';

export const docs: RuleDocs = {
  problem: `With row security a command for which no policy speaks is closed: an UPDATE finds no rows, an INSERT is refused. That is easily taken for a fault of the program.`,
  solution: `Write a policy for each command that roles shall use, or one \`FOR ALL\`.`,
  reported: [
    {
      history,
      sql: 'CREATE POLICY own ON orders FOR SELECT USING (owner = current_user);\nALTER TABLE orders ENABLE ROW LEVEL SECURITY;',
      message:
        'Row security of "orders" has no policy for INSERT, UPDATE, DELETE: everybody but the owner finds no rows there, or is refused (42501)',
    },
  ],
  accepted: [
    {
      why: 'One policy speaks for all commands',
      history,
      sql: 'CREATE POLICY own ON orders USING (owner = current_user);\nALTER TABLE orders ENABLE ROW LEVEL SECURITY;',
    },
    {
      why: 'Row security is not enabled',
      history,
      sql: 'CREATE POLICY own ON orders FOR SELECT USING (owner = current_user);',
    },
    {
      why: '`row-security-without-policy` speaks where there is none at all',
      history,
      sql: 'ALTER TABLE orders ENABLE ROW LEVEL SECURITY;',
    },
  ],
};
