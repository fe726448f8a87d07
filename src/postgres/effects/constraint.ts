import type { Effect } from './effect';

/**
 * Constraints other than foreign keys. Source: tablecmds.c (ATExecAddConstraint, ATExecAddIndexConstraint, dropconstraint_internal).
 * From 18 on every ADD CONSTRAINT locks all heirs before it looks at the constraint.
 */
export const CONSTRAINT_EFFECTS: readonly Effect[] = [
  { id: 'add-check/table', on: 'add-check', to: 'table', mode: 'ACCESS EXCLUSIVE', strongestOfStatement: true, unless: ['column-was-there'] },
  { id: 'add-check/heirs', on: 'add-check', to: 'heirs', mode: 'ACCESS EXCLUSIVE', unless: ['not-inherited', 'column-was-there'] },
  { id: 'add-check/scan', on: 'add-check', to: 'inheriting-family', mode: 'ACCESS EXCLUSIVE', work: 'scan', unless: ['added-not-valid', 'column-was-there'] },
  { id: 'add-not-null/family', on: 'add-not-null', to: 'family', mode: 'ACCESS EXCLUSIVE', strongestOfStatement: true },
  { id: 'add-not-null/scan', on: 'add-not-null', to: 'inheriting-family', mode: 'ACCESS EXCLUSIVE', work: 'scan', unless: ['added-not-valid', 'already-not-null', 'proved-not-null', 'column-has-default'] },
  { id: 'add-constraint/heirs', on: ['add-check', 'add-unique', 'add-primary-key', 'add-exclusion', 'add-foreign-key'], to: 'heirs', mode: 'ACCESS SHARE', strongestOfStatement: true, unless: ['column-was-there'], since: 18 },

  { id: 'add-index-constraint/table', on: ['add-unique', 'add-primary-key', 'add-exclusion'], to: 'table', mode: 'ACCESS EXCLUSIVE', strongestOfStatement: true },
  { id: 'add-index-constraint/build', on: ['add-unique', 'add-primary-key', 'add-exclusion'], to: 'table', mode: 'ACCESS EXCLUSIVE', work: 'build-index', unless: ['uses-index', 'column-was-there'] },
  { id: 'add-index-constraint/partitions', on: ['add-unique', 'add-primary-key', 'add-exclusion'], to: 'partitions', mode: 'SHARE', work: 'build-index', unless: ['has-matching-index', 'column-was-there'] },
  { id: 'add-index-constraint/partitions-matching', on: ['add-unique', 'add-primary-key', 'add-exclusion'], to: 'partitions', mode: 'SHARE', unless: ['column-was-there'] },
  { id: 'add-index-constraint/adopted', on: ['add-unique', 'add-primary-key', 'add-exclusion'], to: 'adopted-indexes', mode: 'SHARE', unless: ['column-was-there'] },
  { id: 'add-index-constraint/using', on: ['add-unique', 'add-primary-key'], to: 'used-index', mode: 'ACCESS SHARE' },
  { id: 'add-index-constraint/renamed', on: ['add-unique', 'add-primary-key'], to: 'used-index', mode: { 11: 'ACCESS EXCLUSIVE', 12: 'SHARE UPDATE EXCLUSIVE' }, when: ['used-index-renamed'] },
  { id: 'add-primary-key/not-null', on: 'add-primary-key', to: 'family', mode: 'ACCESS EXCLUSIVE', work: 'scan', when: ['key-nullable'], unless: ['key-proved-not-null'] },
  { id: 'add-primary-key/heirs', on: 'add-primary-key', to: 'heirs', mode: 'ACCESS EXCLUSIVE', when: ['named-key-nullable'] },

  { id: 'validate-check/table', on: 'validate-constraint', to: 'table', mode: 'SHARE UPDATE EXCLUSIVE', strongestOfStatement: true },
  { id: 'validate-check/heirs', on: 'validate-constraint', to: 'heirs', mode: 'SHARE UPDATE EXCLUSIVE', strongestOfStatement: true, when: ['constraint-inheritable'], unless: ['named-constraint-valid'] },
  { id: 'validate-check/scan', on: 'validate-constraint', to: 'inheriting-family', mode: 'SHARE UPDATE EXCLUSIVE', work: 'scan', when: ['constraint-on-rows'], unless: ['constraint-valid'] },

  { id: 'drop-constraint/table', on: 'drop-constraint', to: 'table', mode: 'ACCESS EXCLUSIVE', strongestOfStatement: true },
  { id: 'drop-constraint/heirs', on: 'drop-constraint', to: 'heirs-of-dropped', mode: 'ACCESS EXCLUSIVE' },
  { id: 'alter-constraint/table', on: 'alter-constraint', to: 'table', mode: 'ACCESS EXCLUSIVE', strongestOfStatement: true },
  { id: 'alter-constraint/partitions', on: 'alter-constraint', to: 'partitions', mode: 'ACCESS EXCLUSIVE', when: ['constraint-is-key'] },
  { id: 'alter-constraint/heirs', on: 'alter-constraint', to: 'heirs', mode: 'ACCESS EXCLUSIVE', when: ['changes-inheritance'], since: 18 },

  { id: 'rename-constraint/table', on: 'rename-constraint', to: 'table', mode: 'ACCESS EXCLUSIVE' },
  { id: 'rename-constraint/heirs', on: 'rename-constraint', to: 'heirs', mode: 'ACCESS EXCLUSIVE', when: ['constraint-inheritable'] },
  { id: 'rename-constraint/index', on: 'rename-constraint', to: 'constraint-index', mode: { 11: 'ACCESS EXCLUSIVE', 12: 'SHARE UPDATE EXCLUSIVE' } },
];
