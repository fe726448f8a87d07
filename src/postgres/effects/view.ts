import type { Effect } from './effect';

/** Views and materialized views. Source: view.c, matview.c. */
export const VIEW_EFFECTS: readonly Effect[] = [
  { id: 'create-view/read', on: 'create-view', to: 'read', mode: 'ACCESS SHARE' },
  { id: 'create-view/replaced', on: 'create-view', to: 'replaced', mode: 'ACCESS EXCLUSIVE' },
  { id: 'create-materialized-view/read', on: 'create-materialized-view', to: 'read', mode: 'ACCESS SHARE' },
  { id: 'create-materialized-view/planned', on: 'create-materialized-view', to: 'planned', mode: 'ACCESS SHARE', work: 'scan', when: ['with-data'], unless: ['relation-exists'] },
  { id: 'create-materialized-view/planned-indexes', on: 'create-materialized-view', to: 'planned-indexes', mode: 'ACCESS SHARE', when: ['with-data'], unless: ['relation-exists'] },
  { id: 'refresh/view', on: 'refresh-materialized-view', to: 'table', mode: 'ACCESS EXCLUSIVE', unless: ['refreshes-concurrently'] },
  { id: 'refresh/rewrite', on: 'refresh-materialized-view', to: 'table', mode: 'ACCESS EXCLUSIVE', work: 'rewrite', when: ['with-data'], unless: ['refreshes-concurrently'] },
  { id: 'refresh/indexes', on: 'refresh-materialized-view', to: 'indexes', mode: 'ACCESS EXCLUSIVE', unless: ['refreshes-concurrently'] },
  { id: 'refresh/rebuilt-indexes', on: 'refresh-materialized-view', to: 'indexes', mode: 'ACCESS EXCLUSIVE', work: 'build-index', when: ['with-data'], unless: ['refreshes-concurrently'] },
  { id: 'refresh/concurrently', on: 'refresh-materialized-view', to: 'table', mode: 'EXCLUSIVE', work: 'scan', when: ['refreshes-concurrently'] },
  { id: 'refresh/concurrently-indexes', on: 'refresh-materialized-view', to: 'indexes', mode: 'ROW EXCLUSIVE', when: ['refreshes-concurrently'] },
  { id: 'refresh/planned', on: 'refresh-materialized-view', to: 'behind-view', mode: 'ACCESS SHARE', work: 'scan', when: ['with-data'] },
  { id: 'refresh/planned-indexes', on: 'refresh-materialized-view', to: 'indexes-behind-view', mode: 'ACCESS SHARE', when: ['with-data'] },
];
