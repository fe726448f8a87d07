import type { Effect } from './effect';

/** What stands on a table or speaks of it: triggers, rules, policies, statistics, comments, privileges, publications. */
export const ATTACHMENT_EFFECTS: readonly Effect[] = [
  { id: 'create-trigger/table', on: 'create-trigger', to: 'table', mode: 'SHARE ROW EXCLUSIVE' },
  { id: 'create-trigger/partitions', on: 'create-trigger', to: 'partitions', mode: 'SHARE ROW EXCLUSIVE', when: ['row-trigger'] },
  { id: 'create-trigger/referenced', on: 'create-trigger', to: 'trigger-referenced', mode: 'ACCESS SHARE' },
  { id: 'drop-trigger/table', on: 'drop-trigger', to: 'table', mode: 'ACCESS EXCLUSIVE', unless: ['attachment-absent'] },
  { id: 'drop-trigger/partitions', on: 'drop-trigger', to: 'partitions', mode: 'ACCESS EXCLUSIVE', when: ['named-trigger-on-partitions'], unless: ['attachment-absent'] },
  { id: 'rename-trigger/table', on: 'rename-trigger', to: 'table', mode: 'ACCESS EXCLUSIVE' },
  { id: 'rename-trigger/partitions', on: 'rename-trigger', to: 'partitions', mode: 'ACCESS EXCLUSIVE', when: ['named-trigger-on-partitions'], since: 15 },
  { id: 'create-rule/table', on: 'create-rule', to: 'table', mode: 'ACCESS EXCLUSIVE' },
  { id: 'create-rule/read', on: 'create-rule', to: 'read', mode: 'ACCESS SHARE' },
  { id: 'create-rule/written', on: 'create-rule', to: 'written', mode: 'ROW EXCLUSIVE' },
  { id: 'rule/table', on: ['drop-rule', 'rename-rule'], to: 'table', mode: 'ACCESS EXCLUSIVE', unless: ['attachment-absent'] },
  { id: 'policy/table', on: ['create-policy', 'alter-policy', 'rename-policy', 'drop-policy'], to: 'table', mode: 'ACCESS EXCLUSIVE', unless: ['attachment-absent'] },
  { id: 'policy/read', on: ['create-policy', 'alter-policy'], to: 'read', mode: 'ACCESS SHARE' },
  { id: 'create-statistics/table', on: 'create-statistics', to: 'table', mode: 'SHARE UPDATE EXCLUSIVE' },
  { id: 'comment/relation', on: ['comment', 'security-label'], to: 'commented-relation', mode: 'SHARE UPDATE EXCLUSIVE' },
  { id: 'comment/part', on: ['comment', 'security-label'], to: 'commented-part', mode: 'ACCESS SHARE' },
  { id: 'grant/relations', on: ['grant', 'revoke'], to: 'table', mode: 'ACCESS SHARE', since: 18 },
  { id: 'publication/tables', on: ['create-publication', 'alter-publication'], to: 'published', mode: 'SHARE UPDATE EXCLUSIVE' },
  { id: 'create-function/read', on: 'create-function', to: 'read', mode: 'ACCESS SHARE' },
  { id: 'create-function/written', on: 'create-function', to: 'written', mode: 'ROW EXCLUSIVE' },
];
