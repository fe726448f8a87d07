import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `Without a primary key a single row cannot be addressed, duplicates go unnoticed, and logical replication can send neither UPDATE nor DELETE.`,
  solution: `Add a primary key when the table is created: then it costs nothing.`,
  reported: [
    {
      sql: 'CREATE TABLE visits (at timestamptz, page text);',
      message:
        '"visits" has no primary key: nothing tells its rows apart for certain, and changes of them cannot be replicated',
    },
  ],
  accepted: [
    { why: 'It has one', sql: 'CREATE TABLE visits (id bigint PRIMARY KEY, page text);' },
    {
      why: 'It comes later in the change set',
      sql: ['CREATE TABLE visits (id bigint);', 'ALTER TABLE visits ADD PRIMARY KEY (id);'],
    },
    {
      why: 'A partition has that of its parent',
      history: 'CREATE TABLE visits (at date) PARTITION BY RANGE (at);',
      sql: "CREATE TABLE visits_2026 PARTITION OF visits FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');",
    },
    { why: 'A temporary table needs none', sql: 'CREATE TEMPORARY TABLE visits (page text);' },
    {
      why: 'It is copied with the indexes of another table',
      history: 'CREATE TABLE visits (id bigint PRIMARY KEY);',
      sql: 'CREATE TABLE old_visits (LIKE visits INCLUDING ALL);',
    },
  ],
};
