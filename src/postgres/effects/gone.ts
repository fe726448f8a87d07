import type { Effect } from './effect';
import type { OperationKind } from '../operation';

/** Whatever can take other objects along. */
const DROPS: readonly OperationKind[] = [
  'drop-table',
  'drop-view',
  'drop-sequence',
  'drop-index',
  'drop-type',
  'drop-function',
  'drop-schema',
  'drop-extension',
  'drop-object',
  'drop-owned',
  'drop-column',
  'drop-constraint',
];

/**
 * What a DROP takes along: every object that goes is locked, and every relation that loses a part. Source: dependency.c
 * (findDependentObjects), heap.c (heap_drop_with_catalog, index_drop), trigger.c (RemoveTriggerById: a foreign key's triggers
 * stand on both ends).
 */
export const GONE_EFFECTS: readonly Effect[] = [
  { id: 'gone/relations', on: DROPS, to: 'gone', mode: 'ACCESS EXCLUSIVE', unless: ['drops-concurrently'] },
  {
    id: 'gone/losers',
    on: DROPS,
    to: 'losing-a-part',
    mode: 'ACCESS EXCLUSIVE',
    unless: ['drops-concurrently'],
  },
  { id: 'gone/parents', on: DROPS, to: 'parents-of-gone', mode: 'ACCESS EXCLUSIVE' },
  {
    id: 'drop-index/concurrently',
    on: 'drop-index',
    to: 'tables-of-gone-indexes',
    mode: 'SHARE UPDATE EXCLUSIVE',
    waitsFor: 'ACCESS EXCLUSIVE',
    when: ['drops-concurrently'],
  },
  {
    id: 'drop-index/concurrently-index',
    on: 'drop-index',
    to: 'gone',
    mode: 'ACCESS EXCLUSIVE',
    under: 'SHARE UPDATE EXCLUSIVE',
    when: ['drops-concurrently'],
  },
  {
    id: 'drop-statistics/table',
    on: 'drop-statistics',
    to: 'table',
    mode: 'SHARE UPDATE EXCLUSIVE',
    since: 12,
  },
];
