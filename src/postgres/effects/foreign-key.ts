import type { Effect } from './effect';

/** Foreign keys: both ends are locked. Source: tablecmds.c, ATAddForeignKeyConstraint, validateForeignKeyConstraint. */
export const FOREIGN_KEY_EFFECTS: readonly Effect[] = [
  { id: 'add-foreign-key/table', on: 'add-foreign-key', to: 'table', mode: 'SHARE ROW EXCLUSIVE', strongestOfStatement: true, unless: ['column-was-there'] },
  { id: 'add-foreign-key/partitions', on: 'add-foreign-key', to: 'partitions', mode: 'SHARE ROW EXCLUSIVE', unless: ['column-was-there'] },
  { id: 'add-foreign-key/lower-partitions', on: 'add-foreign-key', to: 'lower-partitions', mode: 'ACCESS EXCLUSIVE', until: 11 },
  { id: 'add-foreign-key/referenced', on: 'add-foreign-key', to: 'referenced', mode: 'SHARE ROW EXCLUSIVE', unless: ['column-was-there'] },
  { id: 'add-foreign-key/referenced-partitions', on: 'add-foreign-key', to: 'referenced-partitions', mode: 'SHARE ROW EXCLUSIVE', unless: ['column-was-there'] },
  { id: 'add-foreign-key/scan', on: 'add-foreign-key', to: 'both-ends', mode: 'ACCESS SHARE', work: 'scan', unless: ['added-not-valid', 'key-skips-check', 'column-was-there'] },
  { id: 'add-foreign-key/indexes', on: 'add-foreign-key', to: 'indexes-of-both-ends', mode: 'ACCESS SHARE', unless: ['added-not-valid', 'key-skips-check', 'column-was-there'] },
  { id: 'create-table/referenced', on: 'create-table', to: 'referenced', mode: 'SHARE ROW EXCLUSIVE', unless: ['relation-exists'] },
  { id: 'create-table/referenced-partitions', on: 'create-table', to: 'referenced-partitions', mode: 'SHARE ROW EXCLUSIVE', unless: ['relation-exists'] },

  { id: 'validate-key/partitions', on: 'validate-constraint', to: 'partitions', mode: 'SHARE UPDATE EXCLUSIVE', strongestOfStatement: true, when: ['constraint-is-key'], unless: ['named-constraint-valid'], since: 18 },
  { id: 'validate-key/referenced', on: 'validate-constraint', to: 'referenced', mode: 'ROW SHARE', unless: ['named-constraint-valid'] },
  { id: 'validate-key/scan', on: 'validate-constraint', to: 'both-ends', mode: 'ACCESS SHARE', work: 'scan', when: ['constraint-is-key'], unless: ['named-constraint-valid'] },
  { id: 'validate-key/indexes', on: 'validate-constraint', to: 'indexes-of-both-ends', mode: 'ACCESS SHARE', when: ['constraint-is-key'], unless: ['named-constraint-valid'] },

  { id: 'drop-key/referenced', on: 'drop-constraint', to: 'referenced', mode: 'ACCESS EXCLUSIVE' },
  { id: 'alter-key/enforce', on: 'alter-constraint', to: 'referenced', mode: 'SHARE ROW EXCLUSIVE', when: ['becomes-enforced'], since: 18 },
  { id: 'alter-key/enforce-partitions', on: 'alter-constraint', to: 'referenced-partitions', mode: 'SHARE ROW EXCLUSIVE', when: ['becomes-enforced'], since: 18 },
  { id: 'alter-key/scan', on: 'alter-constraint', to: 'both-ends', mode: 'ACCESS SHARE', work: 'scan', when: ['becomes-enforced'], since: 18 },
  { id: 'alter-key/indexes', on: 'alter-constraint', to: 'indexes-of-both-ends', mode: 'ACCESS SHARE', when: ['becomes-enforced'], since: 18 },
  { id: 'alter-key/release', on: 'alter-constraint', to: 'referenced', mode: 'ACCESS EXCLUSIVE', when: ['becomes-not-enforced'], since: 18 },
  { id: 'alter-key/release-partitions', on: 'alter-constraint', to: 'referenced-partitions', mode: 'ACCESS EXCLUSIVE', when: ['becomes-not-enforced'], since: 18 },
];
