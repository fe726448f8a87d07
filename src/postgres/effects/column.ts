import type { Effect } from './effect';

/**
 * Subcommands of ALTER TABLE that concern a column. `family` is the table with all that inherits from it. Source: tablecmds.c,
 * AlterTableGetLockLevel for the modes, ATPrepCmd for the recursion.
 */
export const COLUMN_EFFECTS: readonly Effect[] = [
  { id: 'add-column/table', on: 'add-column', to: 'table', mode: 'ACCESS EXCLUSIVE', strongestOfStatement: true },
  { id: 'add-column/heirs', on: 'add-column', to: 'heirs-without-column', mode: 'ACCESS EXCLUSIVE', unless: ['column-exists'] },
  { id: 'add-column/rewrite', on: 'add-column', to: 'family', mode: 'ACCESS EXCLUSIVE', work: 'rewrite', when: ['default-rewrites'], unless: ['column-exists'] },
  { id: 'add-column/rewrite-indexes', on: 'add-column', to: 'family-indexes', mode: 'ACCESS EXCLUSIVE', work: 'build-index', when: ['default-rewrites'], unless: ['column-exists'] },
  { id: 'add-column/not-null', on: 'add-column', to: 'family', mode: 'ACCESS EXCLUSIVE', work: 'scan', when: ['null-in-new-column'], unless: ['column-exists'] },
  { id: 'add-column/default-sequence', on: 'add-column', to: 'sequences-of-default', mode: 'ROW EXCLUSIVE', when: ['default-rewrites'], unless: ['column-exists'] },

  { id: 'drop-column/table', on: 'drop-column', to: 'table', mode: 'ACCESS EXCLUSIVE', strongestOfStatement: true },
  { id: 'drop-column/heirs', on: 'drop-column', to: 'heirs-of-dropped', mode: 'ACCESS EXCLUSIVE' },

  { id: 'alter-column-type/family', on: 'alter-column-type', to: 'family', mode: 'ACCESS EXCLUSIVE', strongestOfStatement: true },
  { id: 'alter-column-type/rewrite', on: 'alter-column-type', to: 'family', mode: 'ACCESS EXCLUSIVE', work: 'rewrite', when: ['type-change-rewrites'] },
  { id: 'alter-column-type/rewrite-indexes', on: 'alter-column-type', to: 'family-indexes', mode: 'ACCESS EXCLUSIVE', work: 'build-index', when: ['type-change-rewrites'] },
  { id: 'alter-column-type/indexes', on: 'alter-column-type', to: 'column-indexes', mode: 'ACCESS EXCLUSIVE' },
  { id: 'alter-column-type/rebuilt-indexes', on: 'alter-column-type', to: 'column-indexes', mode: 'ACCESS EXCLUSIVE', work: 'build-index', when: ['type-change-rebuilds'] },
  { id: 'alter-column-type/rebuilt-table', on: 'alter-column-type', to: 'tables-of-column-indexes', mode: 'ACCESS EXCLUSIVE', work: 'build-index', when: ['type-change-rebuilds-one'] },
  { id: 'alter-column-type/checks', on: 'alter-column-type', to: 'family', mode: 'ACCESS EXCLUSIVE', work: 'scan', when: ['checks-mention-column'] },
  { id: 'alter-column-type/other-end', on: 'alter-column-type', to: 'other-ends-of-column', mode: 'ACCESS EXCLUSIVE' },
  { id: 'alter-column-type/other-end-referenced', on: 'alter-column-type', to: 'referenced-by-column', mode: { 12: 'SHARE ROW EXCLUSIVE', 15: 'ACCESS EXCLUSIVE' } },
  { id: 'alter-column-type/check-keys', on: 'alter-column-type', to: 'ends-of-column', mode: 'ACCESS SHARE', work: 'scan', when: ['type-change-rechecks-keys'] },
  { id: 'alter-column-type/check-keys-indexes', on: 'alter-column-type', to: 'indexes-of-ends-of-column', mode: 'ACCESS SHARE', when: ['type-change-rechecks-keys'] },
  { id: 'alter-column-type/identity', on: 'alter-column-type', to: 'identity-sequence', mode: 'SHARE ROW EXCLUSIVE' },

  { id: 'set-default/family', on: ['set-default', 'drop-default'], to: 'family', mode: 'ACCESS EXCLUSIVE', strongestOfStatement: true },

  { id: 'set-not-null/table', on: 'set-not-null', to: 'table', mode: 'ACCESS EXCLUSIVE', strongestOfStatement: true },
  { id: 'set-not-null/heirs', on: 'set-not-null', to: 'heirs', mode: 'ACCESS EXCLUSIVE', unless: ['named-column-already-not-null'], since: 12 },
  { id: 'set-not-null/heirs-always', on: 'set-not-null', to: 'heirs', mode: 'ACCESS EXCLUSIVE', until: 11 },
  { id: 'set-not-null/scan', on: 'set-not-null', to: 'family', mode: 'ACCESS EXCLUSIVE', work: 'scan', unless: ['already-not-null', 'proved-not-null'] },

  { id: 'drop-not-null/table', on: 'drop-not-null', to: 'table', mode: 'ACCESS EXCLUSIVE', strongestOfStatement: true },
  { id: 'drop-not-null/heirs', on: 'drop-not-null', to: 'heirs', mode: 'ACCESS EXCLUSIVE', until: 17 },
  { id: 'drop-not-null/heirs-with-constraint', on: 'drop-not-null', to: 'heirs', mode: 'ACCESS EXCLUSIVE', unless: ['column-nullable'], since: 18 },

  { id: 'set-expression/family', on: 'set-expression', to: 'family', mode: 'ACCESS EXCLUSIVE', strongestOfStatement: true },
  { id: 'set-expression/rewrite', on: 'set-expression', to: 'family', mode: 'ACCESS EXCLUSIVE', work: 'rewrite', unless: ['column-virtual'] },
  { id: 'set-expression/rewrite-indexes', on: 'set-expression', to: 'family-indexes', mode: 'ACCESS EXCLUSIVE', work: 'build-index', unless: ['column-virtual'] },
  { id: 'set-expression/checks', on: 'set-expression', to: 'family', mode: 'ACCESS EXCLUSIVE', work: 'scan', when: ['checks-mention-column'] },
  { id: 'drop-expression/family', on: 'drop-expression', to: 'family', mode: 'ACCESS EXCLUSIVE', strongestOfStatement: true },

  { id: 'identity/table', on: ['add-identity', 'set-identity', 'drop-identity'], to: 'table', mode: 'ACCESS EXCLUSIVE', strongestOfStatement: true },
  { id: 'identity/partitions', on: ['add-identity', 'set-identity', 'drop-identity'], to: 'partitions', mode: 'ACCESS EXCLUSIVE', since: 17 },
  { id: 'set-identity/sequence', on: 'set-identity', to: 'identity-sequence', mode: 'SHARE ROW EXCLUSIVE' },
  { id: 'drop-identity/sequence', on: 'drop-identity', to: 'identity-sequence', mode: 'ACCESS EXCLUSIVE' },

  { id: 'set-statistics/family', on: 'set-statistics', to: 'family', mode: 'SHARE UPDATE EXCLUSIVE', strongestOfStatement: true },
  { id: 'set-column-options/table', on: 'set-column-options', to: 'table', mode: 'SHARE UPDATE EXCLUSIVE', strongestOfStatement: true },
  { id: 'set-storage/family', on: 'set-storage', to: 'family', mode: 'ACCESS EXCLUSIVE', strongestOfStatement: true },
  { id: 'set-compression/table', on: 'set-compression', to: 'table', mode: 'ACCESS EXCLUSIVE', strongestOfStatement: true },
];
