import type { RuleDocs } from '../rule-docs';

const history = 'CREATE TABLE orders (id int PRIMARY KEY, total int, tax int);';

export const docs: RuleDocs = {
  problem: `Each ALTER TABLE that has to read or rewrite the table goes through all of it, while everybody waits. Several actions in one ALTER TABLE share one pass.`,
  solution: `Write the actions into one statement, separated by commas.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN total TYPE bigint;\nALTER TABLE orders ALTER COLUMN tax TYPE bigint;',
      message:
        'This goes through "orders" a second time while reads and writes of it wait for the ACCESS EXCLUSIVE lock: an earlier ALTER TABLE of the transaction has done so already',
    },
  ],
  accepted: [
    {
      why: 'One statement goes through the table once',
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN total TYPE bigint, ALTER COLUMN tax TYPE bigint;',
    },
    {
      why: 'A constraint that is NOT VALID reads nothing',
      history,
      sql: 'ALTER TABLE orders ADD CONSTRAINT total_check CHECK (total > 0) NOT VALID;\nALTER TABLE orders ALTER COLUMN tax TYPE bigint;',
    },
    {
      why: 'The second is proved by a valid CHECK and reads nothing',
      history: `${history}\nALTER TABLE orders ADD CONSTRAINT total_nn CHECK (total IS NOT NULL);`,
      sql: 'ALTER TABLE orders ALTER COLUMN tax TYPE bigint;\nALTER TABLE orders ALTER COLUMN total SET NOT NULL;',
    },
    {
      why: 'Rows are changed in between',
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN total TYPE bigint;\nUPDATE orders SET tax = 0 WHERE tax IS NULL;\nALTER TABLE orders ALTER COLUMN tax SET NOT NULL;',
    },
    {
      why: 'Each has a transaction of its own',
      history,
      sql: 'ALTER TABLE orders ALTER COLUMN total TYPE bigint;\nALTER TABLE orders ALTER COLUMN tax TYPE bigint;',
      transaction: 'none',
    },
  ],
};
