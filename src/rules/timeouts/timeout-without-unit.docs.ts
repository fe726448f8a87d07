import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `\`SET lock_timeout = 5\` is five milliseconds, not five seconds. So short a timeout cancels statements that would have had to wait for hardly anybody.`,
  solution: `Write the unit: \`'5s'\`, \`'200ms'\`, \`'1min'\`.`,
  reported: [
    { sql: 'SET lock_timeout = 5;', message: 'lock_timeout = 5 is 5 milliseconds' },
    { sql: "SET LOCAL statement_timeout TO '30';", message: 'statement_timeout = 30 is 30 milliseconds' },
    {
      sql: "SELECT set_config('lock_timeout', '10', true);",
      message: 'lock_timeout = 10 is 10 milliseconds',
    },
    {
      sql: 'ALTER ROLE app SET lock_timeout = 3;',
      message: 'lock_timeout = 3 is 3 milliseconds',
    },
  ],
  accepted: [
    { why: 'It has its unit', sql: "SET lock_timeout = '5s';" },
    { why: 'Zero switches it off', sql: 'SET lock_timeout = 0;' },
    { why: 'From 100 on milliseconds are meant', sql: 'SET lock_timeout = 2000;' },
    { why: 'It is no time', sql: 'SET work_mem = 64;' },
  ],
};
