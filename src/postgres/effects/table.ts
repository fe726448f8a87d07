import type { Effect } from './effect';

/** Tables as wholes: CREATE, TRUNCATE, LOCK, and the subcommands of ALTER TABLE that concern no column. */
export const TABLE_EFFECTS: readonly Effect[] = [
  { id: 'create-table/like', on: 'create-table', to: 'like', mode: 'ACCESS SHARE', unless: ['relation-exists'] },
  { id: 'create-table/inherits', on: 'create-table', to: 'parents', mode: 'SHARE UPDATE EXCLUSIVE', unless: ['relation-exists'] },
  { id: 'create-table/of-type', on: 'create-table', to: 'of-type', mode: 'ACCESS SHARE', unless: ['relation-exists'] },
  { id: 'create-table-as/read', on: 'create-table-as', to: 'read', mode: 'ACCESS SHARE' },
  { id: 'create-table-as/planned', on: 'create-table-as', to: 'planned-indexes', mode: 'ACCESS SHARE', when: ['with-data'], unless: ['relation-exists'] },
  { id: 'create-table-as/descended', on: 'create-table-as', to: 'planned', mode: 'ACCESS SHARE', work: 'scan', when: ['with-data'], unless: ['relation-exists'] },

  { id: 'truncate/table', on: 'truncate', to: 'family', mode: 'ACCESS EXCLUSIVE' },
  { id: 'truncate/indexes', on: 'truncate', to: 'family-indexes', mode: 'ACCESS EXCLUSIVE' },
  { id: 'truncate/cascade', on: 'truncate', to: 'truncated-along', mode: 'ACCESS EXCLUSIVE' },
  { id: 'truncate/cascade-indexes', on: 'truncate', to: 'indexes-truncated-along', mode: 'ACCESS EXCLUSIVE' },
  { id: 'truncate/sequences', on: 'truncate', to: 'restarted-sequences', mode: 'ACCESS EXCLUSIVE' },
  { id: 'truncate/parents', on: 'truncate', to: 'partitioned-parents', mode: 'ACCESS SHARE', until: 13 },
  { id: 'lock-table/family', on: 'lock-table', to: 'family', mode: 'named' },
  { id: 'lock-table/behind-view', on: 'lock-table', to: 'behind-view', mode: 'named' },

  { id: 'rename-table/table', on: 'rename-table', to: 'table', mode: 'ACCESS EXCLUSIVE', unless: ['renames-index'] },
  { id: 'rename-table/index', on: 'rename-table', to: 'table', mode: { 11: 'ACCESS EXCLUSIVE', 12: 'SHARE UPDATE EXCLUSIVE' }, when: ['renames-index'] },
  { id: 'rename-column/family', on: 'rename-column', to: 'family', mode: 'ACCESS EXCLUSIVE' },
  { id: 'set-schema/table', on: 'set-schema', to: 'table', mode: 'ACCESS EXCLUSIVE' },
  { id: 'set-schema/sequences', on: 'set-schema', to: 'owned-sequences', mode: 'ACCESS EXCLUSIVE' },
  { id: 'change-owner/table', on: 'change-owner', to: 'table', mode: 'ACCESS EXCLUSIVE', strongestOfStatement: true },
  { id: 'change-owner/indexes', on: 'change-owner', to: 'indexes', mode: 'ACCESS EXCLUSIVE', unless: ['same-owner'] },
  { id: 'change-owner/sequences', on: 'change-owner', to: 'owned-sequences', mode: 'ACCESS EXCLUSIVE', unless: ['same-owner'] },

  { id: 'set-tablespace/table', on: 'set-tablespace', to: 'table', mode: 'ACCESS EXCLUSIVE', strongestOfStatement: true },
  { id: 'set-tablespace/copy', on: 'set-tablespace', to: 'table', mode: 'ACCESS EXCLUSIVE', work: 'copy-file', unless: ['same-tablespace'] },
  { id: 'set-access-method/table', on: 'set-access-method', to: 'table', mode: 'ACCESS EXCLUSIVE', strongestOfStatement: true },
  { id: 'set-access-method/rewrite', on: 'set-access-method', to: 'table', mode: 'ACCESS EXCLUSIVE', work: 'rewrite', unless: ['same-access-method'] },
  { id: 'set-access-method/rewrite-indexes', on: 'set-access-method', to: 'indexes-with-rows', mode: 'ACCESS EXCLUSIVE', work: 'build-index', unless: ['same-access-method'] },
  { id: 'set-logged/table', on: 'set-logged', to: 'table', mode: 'ACCESS EXCLUSIVE', strongestOfStatement: true },
  { id: 'set-logged/rewrite', on: 'set-logged', to: 'table', mode: 'ACCESS EXCLUSIVE', work: 'rewrite', unless: ['same-persistence'] },
  { id: 'set-logged/rewrite-indexes', on: 'set-logged', to: 'indexes-with-rows', mode: 'ACCESS EXCLUSIVE', work: 'build-index', unless: ['same-persistence'] },
  { id: 'set-logged/sequences', on: 'set-logged', to: 'owned-sequences', mode: 'ACCESS EXCLUSIVE', unless: ['same-persistence'], since: 15 },

  { id: 'set-options/weak', on: 'set-options', to: 'table', mode: 'SHARE UPDATE EXCLUSIVE', strongestOfStatement: true },
  { id: 'set-options/strong', on: 'set-options', to: 'table', mode: 'ACCESS EXCLUSIVE', strongestOfStatement: true, when: ['strong-option'] },
  { id: 'cluster-on/table', on: ['cluster-on', 'set-without-cluster'], to: 'table', mode: 'SHARE UPDATE EXCLUSIVE', strongestOfStatement: true },
  { id: 'cluster-on/index', on: 'cluster-on', to: 'named-index', mode: 'SHARE UPDATE EXCLUSIVE', strongestOfStatement: true },
  { id: 'oids/family', on: ['set-with-oids', 'set-without-oids'], to: 'family', mode: 'ACCESS EXCLUSIVE', strongestOfStatement: true },
  { id: 'oids/rewrite', on: ['set-with-oids', 'set-without-oids'], to: 'family', mode: 'ACCESS EXCLUSIVE', work: 'rewrite', when: ['changes-oids'], until: 11 },
  { id: 'oids/rewrite-indexes', on: ['set-with-oids', 'set-without-oids'], to: 'family-indexes', mode: 'ACCESS EXCLUSIVE', work: 'build-index', when: ['changes-oids'], until: 11 },

  { id: 'enable-trigger/family', on: 'enable-trigger', to: 'table', mode: 'SHARE ROW EXCLUSIVE', strongestOfStatement: true },
  { id: 'enable-trigger/partitions', on: 'enable-trigger', to: 'partitions', mode: 'SHARE ROW EXCLUSIVE', when: ['trigger-on-partitions'] },
  { id: 'alter-table/strong', on: ['enable-rule', 'row-security', 'replica-identity', 'add-of-type', 'drop-of-type', 'set-foreign-options', 'depends-on-extension'], to: 'table', mode: 'ACCESS EXCLUSIVE', strongestOfStatement: true },
  { id: 'replica-identity/index', on: 'replica-identity', to: 'named-index', mode: 'SHARE' },
  { id: 'add-of-type/type', on: 'add-of-type', to: 'of-type', mode: 'ACCESS SHARE' },

  { id: 'add-inherit/table', on: ['add-inherit', 'drop-inherit'], to: 'table', mode: 'ACCESS EXCLUSIVE', strongestOfStatement: true },
  { id: 'add-inherit/parent', on: 'add-inherit', to: 'parents', mode: 'SHARE UPDATE EXCLUSIVE' },
  { id: 'add-inherit/heirs', on: 'add-inherit', to: 'heirs', mode: 'ACCESS SHARE' },
  { id: 'drop-inherit/parent', on: 'drop-inherit', to: 'parents', mode: 'ACCESS SHARE' },
];
