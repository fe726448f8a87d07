import type { RuleDocs } from '../rule-docs';

const message =
  'From here on no trigger fires and no foreign key is checked in this session: rows without a partner get in, and nothing finds them later';

export const docs: RuleDocs = {
  problem: `The setting is meant for replication, which applies rows that were checked elsewhere. In a migration it switches off every trigger, and foreign keys are triggers too.
Rows that refer to nothing get in and stay, since the constraints count as valid.`,
  solution: `Load rows in an order that the foreign keys accept, or make the keys DEFERRABLE. Where a trigger of yours is in the way, give it a condition.`,
  reported: [
    { sql: 'SET session_replication_role = replica;', message },
    { sql: "SET LOCAL session_replication_role TO 'replica';", message },
    { sql: "SELECT set_config('session_replication_role', 'replica', true);", message },
  ],
  accepted: [
    { why: 'It is put back', sql: 'SET session_replication_role = DEFAULT;' },
    { why: 'origin is the usual role', sql: 'SET session_replication_role = origin;' },
  ],
};
