import type { RuleDocs } from '../rule-docs';

const tables = `CREATE TABLE events (id bigint, tenant bigint) PARTITION BY RANGE (id);
CREATE TABLE events_10 PARTITION OF events FOR VALUES FROM (10) TO (20);
CREATE POLICY own_events ON events USING (tenant = current_setting('app.tenant')::bigint);`;
const history = `${tables}\nGRANT SELECT ON events, events_10 TO app;`;

export const docs: RuleDocs = {
  problem: `Row security is looked up on the table that the query names. A query that names a partition is not held back by the policies of the parent, so whoever may read the
partition sees the rows of everybody.`,
  solution: `Grant rights on the parent alone, or enable row security on each partition too.`,
  reported: [
    {
      history,
      sql: 'ALTER TABLE events ENABLE ROW LEVEL SECURITY;',
      message:
        'Who may read "events_10" by name sees all its rows: policies of "events" hold only for queries through the parent',
    },
  ],
  accepted: [
    {
      why: 'Only the parent may be read',
      history: `${tables}\nGRANT SELECT ON events TO app;`,
      sql: 'ALTER TABLE events ENABLE ROW LEVEL SECURITY;',
    },
    {
      why: 'The partitions are closed too',
      history,
      sql: 'ALTER TABLE events ENABLE ROW LEVEL SECURITY;\nALTER TABLE events_10 ENABLE ROW LEVEL SECURITY;',
    },
  ],
};
