import type { Effect } from './effect';

/** CREATE INDEX, REINDEX and what ALTER INDEX has of its own. Source: indexcmds.c, DefineIndex, ReindexIndex, ReindexRelationConcurrently. */
export const INDEX_EFFECTS: readonly Effect[] = [
  { id: 'create-index/table', on: 'create-index', to: 'table', mode: 'SHARE', unless: ['builds-concurrently'] },
  { id: 'create-index/partitions', on: 'create-index', to: 'partitions', mode: 'SHARE', unless: ['builds-concurrently'] },
  { id: 'create-index/build', on: 'create-index', to: 'table', mode: 'SHARE', work: 'build-index', unless: ['builds-concurrently', 'relation-exists'] },
  { id: 'create-index/build-partitions', on: 'create-index', to: 'partitions', mode: 'SHARE', work: 'build-index', unless: ['builds-concurrently', 'relation-exists', 'has-matching-index'] },
  { id: 'create-index/adopted', on: 'create-index', to: 'adopted-indexes', mode: 'SHARE', unless: ['relation-exists'] },
  { id: 'create-index/concurrently', on: 'create-index', to: 'table', mode: 'SHARE UPDATE EXCLUSIVE', when: ['builds-concurrently'] },
  { id: 'create-index/concurrently-build', on: 'create-index', to: 'table', mode: 'SHARE UPDATE EXCLUSIVE', work: 'build-index', when: ['builds-concurrently'], unless: ['relation-exists'] },

  { id: 'reindex/table', on: 'reindex', to: 'reindexed-tables', mode: 'SHARE', work: 'build-index', unless: ['builds-concurrently'] },
  { id: 'reindex/partitioned', on: 'reindex', to: 'reindexed-parents', mode: 'SHARE' },
  { id: 'reindex/indexes', on: 'reindex', to: 'reindexed-indexes', mode: 'ACCESS EXCLUSIVE', work: 'build-index', unless: ['builds-concurrently'] },
  { id: 'reindex/concurrently', on: 'reindex', to: 'reindexed-tables', mode: 'SHARE UPDATE EXCLUSIVE', work: 'build-index', when: ['builds-concurrently'], since: 12 },
  { id: 'reindex/concurrently-indexes', on: 'reindex', to: 'reindexed-indexes', mode: 'ACCESS EXCLUSIVE', work: 'build-index', under: 'SHARE UPDATE EXCLUSIVE', when: ['builds-concurrently'], since: 12 },

  { id: 'set-index-statistics/index', on: 'set-index-statistics', to: 'table', mode: 'SHARE UPDATE EXCLUSIVE' },
];
