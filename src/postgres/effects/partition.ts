import type { Effect } from './effect';

/** Partitions: CREATE … PARTITION OF, ATTACH, DETACH. Source: tablecmds.c, ATExecAttachPartition, ATExecDetachPartition, DefineRelation. */
export const PARTITION_EFFECTS: readonly Effect[] = [
  { id: 'partition-of/parent', on: 'create-table', to: 'partitioned-parent', mode: 'ACCESS EXCLUSIVE', unless: ['relation-exists'] },
  { id: 'partition-of/default', on: 'create-table', to: 'default-partition', mode: 'ACCESS EXCLUSIVE', unless: ['relation-exists'] },
  { id: 'partition-of/default-scan', on: 'create-table', to: 'default-partition-rows', mode: 'ACCESS EXCLUSIVE', work: 'scan', unless: ['relation-exists', 'excludes-bound'] },
  { id: 'partition-of/indexes', on: 'create-table', to: 'partitioned-indexes', mode: 'SHARE UPDATE EXCLUSIVE', unless: ['relation-exists'], since: 12 },
  { id: 'partition-of/keys-of-parent', on: 'create-table', to: 'referenced-by-parent', mode: { 11: 'ACCESS SHARE', 12: 'SHARE ROW EXCLUSIVE' }, unless: ['relation-exists'] },
  { id: 'partition-of/keys-to-parent', on: 'create-table', to: 'referencing-parent', mode: { 12: 'ACCESS SHARE', 15: 'SHARE ROW EXCLUSIVE' }, unless: ['relation-exists'] },

  { id: 'attach-partition/table', on: 'attach-partition', to: 'table', mode: { 11: 'ACCESS EXCLUSIVE', 12: 'SHARE UPDATE EXCLUSIVE' }, strongestOfStatement: true },
  { id: 'attach-partition/attached', on: 'attach-partition', to: 'attached', mode: 'ACCESS EXCLUSIVE' },
  { id: 'attach-partition/scan', on: 'attach-partition', to: 'attached', mode: 'ACCESS EXCLUSIVE', work: 'scan', unless: ['implies-bound'] },
  { id: 'attach-partition/default', on: 'attach-partition', to: 'default-partition', mode: 'ACCESS EXCLUSIVE' },
  { id: 'attach-partition/default-scan', on: 'attach-partition', to: 'default-partition-rows', mode: 'ACCESS EXCLUSIVE', work: 'scan', unless: ['excludes-bound'] },
  { id: 'attach-partition/indexes', on: 'attach-partition', to: 'partitioned-indexes', mode: 'SHARE UPDATE EXCLUSIVE', since: 12 },
  { id: 'attach-partition/build', on: 'attach-partition', to: 'attached', mode: 'ACCESS EXCLUSIVE', work: 'build-index', unless: ['has-all-indexes'] },
  { id: 'attach-partition/keys-of-parent', on: 'attach-partition', to: 'referenced-by-parent', mode: { 11: 'ROW SHARE', 12: 'SHARE ROW EXCLUSIVE' } },
  { id: 'attach-partition/same-keys', on: 'attach-partition', to: 'referenced-by-same-key', mode: 'ACCESS EXCLUSIVE' },
  { id: 'attach-partition/check-keys', on: 'attach-partition', to: 'ends-of-new-keys', mode: 'ACCESS SHARE', work: 'scan' },
  { id: 'attach-partition/check-keys-indexes', on: 'attach-partition', to: 'indexes-of-ends-of-new-keys', mode: 'ACCESS SHARE' },
  { id: 'attach-partition/keys-to-parent', on: 'attach-partition', to: 'referencing-parent', mode: { 12: 'ACCESS SHARE', 15: 'SHARE ROW EXCLUSIVE' } },

  { id: 'detach-partition/table', on: 'detach-partition', to: 'table', mode: 'ACCESS EXCLUSIVE', strongestOfStatement: true, unless: ['detaches-concurrently'] },
  { id: 'detach-partition/partition', on: 'detach-partition', to: 'detached', mode: { 11: 'SHARE UPDATE EXCLUSIVE', 14: 'ACCESS EXCLUSIVE' }, unless: ['detaches-concurrently'] },
  { id: 'detach-partition/triggers', on: 'detach-partition', to: 'detached', mode: 'ACCESS EXCLUSIVE', when: ['has-inherited-triggers'] },
  { id: 'detach-partition/lower', on: 'detach-partition', to: 'below-detached', mode: 'ACCESS EXCLUSIVE' },
  { id: 'detach-partition/default', on: 'detach-partition', to: 'default-partition', mode: 'ACCESS EXCLUSIVE' },
  { id: 'detach-partition/indexes', on: 'detach-partition', to: 'attached-indexes', mode: 'ACCESS EXCLUSIVE' },
  { id: 'detach-partition/keys-of-parent', on: 'detach-partition', to: 'referenced-by-parent', mode: 'SHARE ROW EXCLUSIVE' },
  { id: 'detach-partition/keys-to-parent', on: 'detach-partition', to: 'referencing-parent', mode: 'ACCESS EXCLUSIVE', since: 12 },
  { id: 'detach-partition/keys-to-partition', on: 'detach-partition', to: 'detached-if-referenced', mode: 'ACCESS EXCLUSIVE', since: 12 },
  { id: 'detach-partition/check-keys', on: 'detach-partition', to: 'referencing-parent', mode: 'ACCESS EXCLUSIVE', work: 'scan', under: 'SHARE', since: 12 },
  { id: 'detach-partition/check-keys-partition', on: 'detach-partition', to: 'detached-if-referenced', mode: 'ACCESS EXCLUSIVE', work: 'scan', under: 'SHARE', since: 12 },
  { id: 'detach-partition/check-keys-indexes', on: 'detach-partition', to: 'indexes-of-referencing-parent', mode: 'ACCESS SHARE', since: 12 },
  { id: 'detach-concurrently/table', on: 'detach-partition', to: 'table', mode: 'SHARE UPDATE EXCLUSIVE', when: ['detaches-concurrently'], since: 14 },
  { id: 'detach-concurrently/partition', on: 'detach-partition', to: 'detached', mode: 'ACCESS EXCLUSIVE', under: 'SHARE UPDATE EXCLUSIVE', when: ['detaches-concurrently'], since: 14 },

  { id: 'attach-index/index', on: 'attach-index', to: 'attached-index', mode: 'ACCESS EXCLUSIVE' },
  { id: 'attach-index/parent', on: 'attach-index', to: 'table', mode: { 11: 'ACCESS EXCLUSIVE', 12: 'SHARE UPDATE EXCLUSIVE' } },
  { id: 'attach-index/tables', on: 'attach-index', to: 'tables-of-attached-index', mode: 'ACCESS SHARE' },
];
