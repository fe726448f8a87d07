import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id bigint);';

export const docs: RuleDocs = {
  problem: `\`GRANT ALL\` gives TRUNCATE and TRIGGER along with what was meant; \`TO PUBLIC\` gives it to every role that will ever be; \`ON ALL TABLES IN SCHEMA\` to tables that nobody thought of.`,
  solution: `Name the privileges, the objects and the roles.`,
  reported: [
    {
      history,
      sql: 'GRANT ALL ON orders TO app;',
      message: 'This grants more than one may mean: all privileges',
    },
    {
      history,
      sql: 'GRANT SELECT ON ALL TABLES IN SCHEMA public TO PUBLIC;',
      message: 'This grants more than one may mean: to everybody (PUBLIC), on everything in a schema',
    },
  ],
  accepted: [
    { why: 'It names all three', history, sql: 'GRANT SELECT, INSERT ON orders TO app;' },
    { why: 'REVOKE takes away', history, sql: 'REVOKE ALL ON orders FROM PUBLIC;' },
  ],
};
