import type { Effect } from './effect';

/** VACUUM, ANALYZE, CLUSTER. Source: vacuum.c, analyze.c, cluster.c. */
export const MAINTENANCE_EFFECTS: readonly Effect[] = [
  {
    id: 'vacuum/table',
    on: 'vacuum',
    to: 'vacuumed',
    mode: 'SHARE UPDATE EXCLUSIVE',
    work: 'scan',
    unless: ['vacuums-full', 'vacuums-toast-alone'],
  },
  {
    id: 'vacuum/toast',
    on: 'vacuum',
    to: 'vacuumed',
    mode: 'SHARE UPDATE EXCLUSIVE',
    when: ['vacuums-toast-alone'],
  },
  {
    id: 'vacuum/indexes',
    on: 'vacuum',
    to: 'indexes-vacuumed',
    mode: 'ROW EXCLUSIVE',
    unless: ['vacuums-full'],
  },
  {
    id: 'vacuum-full/table',
    on: 'vacuum',
    to: 'vacuumed',
    mode: 'ACCESS EXCLUSIVE',
    work: 'rewrite',
    when: ['vacuums-full'],
  },
  {
    id: 'vacuum-full/indexes',
    on: 'vacuum',
    to: 'indexes-vacuumed',
    mode: 'ACCESS EXCLUSIVE',
    work: 'build-index',
    when: ['vacuums-full'],
  },
  { id: 'analyze/table', on: 'analyze', to: 'analyzed', mode: 'SHARE UPDATE EXCLUSIVE', work: 'scan' },
  {
    id: 'analyze/heirs',
    on: 'analyze',
    to: 'sampled-heirs',
    mode: 'ACCESS SHARE',
  },
  { id: 'analyze/indexes', on: 'analyze', to: 'indexes-analyzed', mode: 'ACCESS SHARE' },
  { id: 'cluster/table', on: 'cluster', to: 'clustered', mode: 'ACCESS EXCLUSIVE', work: 'rewrite' },
  {
    id: 'cluster/indexes',
    on: 'cluster',
    to: 'indexes-clustered',
    mode: 'ACCESS EXCLUSIVE',
    work: 'build-index',
  },
];
