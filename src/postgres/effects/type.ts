import type { Effect } from './effect';

/** Sequences, domains, enums, composite types. Source: sequence.c, typecmds.c (validateDomainConstraint), tablecmds.c. */
export const TYPE_EFFECTS: readonly Effect[] = [
  {
    id: 'create-sequence/owner',
    on: ['create-sequence', 'alter-sequence'],
    to: 'owning-table',
    mode: 'ACCESS SHARE',
    unless: ['relation-exists'],
  },
  { id: 'alter-sequence/sequence', on: 'alter-sequence', to: 'table', mode: 'SHARE ROW EXCLUSIVE' },
  {
    id: 'alter-domain/users',
    on: 'alter-domain',
    to: 'users-of-domain',
    mode: 'SHARE',
    work: 'scan',
    when: ['domain-checks-rows'],
  },
  { id: 'alter-composite-type/type', on: 'alter-composite-type', to: 'of-type', mode: 'ACCESS EXCLUSIVE' },
  {
    id: 'alter-composite-type/typed-tables',
    on: 'alter-composite-type',
    to: 'typed-tables',
    mode: 'ACCESS EXCLUSIVE',
  },
  {
    id: 'alter-composite-type/rewrite',
    on: 'alter-composite-type',
    to: 'typed-tables',
    mode: 'ACCESS EXCLUSIVE',
    work: 'rewrite',
    when: ['type-change-rewrites'],
  },
  {
    id: 'alter-composite-type/rewrite-indexes',
    on: 'alter-composite-type',
    to: 'indexes-of-typed-tables',
    mode: 'ACCESS EXCLUSIVE',
    work: 'build-index',
    when: ['type-change-rewrites'],
  },
  { id: 'alter-type/composite', on: 'alter-object', to: 'altered-composite', mode: 'ACCESS EXCLUSIVE' },
];
