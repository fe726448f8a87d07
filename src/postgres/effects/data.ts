import type { Effect, Major } from './effect';
import type { OperationKind } from '../operation';

/** Statements that plan and run a query. COPY … TO of a query is among them. */
const QUERIES: readonly OperationKind[] = [
  'query',
  'copy-from',
  'copy-to',
  'declare-cursor',
  'explain',
  'execute',
];
const PARSED: readonly OperationKind[] = [...QUERIES, 'prepare'];
/** A function in SQL is looked through when it is made. */
const REWRITTEN: readonly OperationKind[] = ['prepare', 'create-function'];
/** DECLARE reads no row: FETCH does. */
const RUN: readonly OperationKind[] = QUERIES.filter((kind) => kind !== 'declare-cursor');
/** Planning opens the indexes of a table in the table's own mode from here on, in ACCESS SHARE before. */
const INDEXES_AS_TABLE: Major = 12;

/**
 * Reading and writing rows. Source: parse_relation.c and parse_clause.c (locks of analysis), plancat.c (get_relation_info opens
 * every index), execPartition.c (routing), ri_triggers.c.
 */
export const DATA_EFFECTS: readonly Effect[] = [
  { id: 'query/read', on: PARSED, to: 'read', mode: 'ACCESS SHARE' },
  { id: 'query/row-locks', on: PARSED, to: 'row-locked', mode: 'ROW SHARE' },
  { id: 'query/written', on: PARSED, to: 'written', mode: 'ROW EXCLUSIVE' },
  { id: 'query/rewritten', on: REWRITTEN, to: 'rewritten-read', mode: 'ACCESS SHARE' },
  { id: 'query/rewritten-row-locks', on: REWRITTEN, to: 'rewritten-row-locked', mode: 'ROW SHARE' },
  { id: 'query/rewritten-written', on: REWRITTEN, to: 'rewritten-written', mode: 'ROW EXCLUSIVE' },
  { id: 'query/planned', on: QUERIES, to: 'planned', mode: 'ACCESS SHARE' },
  { id: 'query/planned-row-locks', on: QUERIES, to: 'planned-row-locked', mode: 'ROW SHARE' },
  { id: 'query/planned-indexes', on: QUERIES, to: 'planned-indexes', mode: 'ACCESS SHARE' },
  {
    id: 'query/row-lock-indexes',
    on: QUERIES,
    to: 'indexes-row-locked',
    mode: 'ROW SHARE',
    since: INDEXES_AS_TABLE,
  },
  { id: 'query/descended', on: QUERIES, to: 'planned-written', mode: 'ROW EXCLUSIVE' },
  { id: 'query/written-indexes', on: QUERIES, to: 'indexes-written', mode: 'ROW EXCLUSIVE' },
  { id: 'query/routed', on: QUERIES, to: 'routed', mode: 'ROW EXCLUSIVE' },
  { id: 'query/bound-of-parent', on: QUERIES, to: 'parents-of-written', mode: 'ACCESS SHARE' },
  { id: 'query/whole-table-read', on: RUN, to: 'read-whole', mode: 'ACCESS SHARE', work: 'scan' },
  { id: 'query/whole-table-written', on: RUN, to: 'written-whole', mode: 'ROW EXCLUSIVE', work: 'scan' },
  { id: 'query/keys-checked', on: QUERIES, to: 'checked-by-keys', mode: 'ROW SHARE' },
  {
    id: 'query/keys-checked-indexes',
    on: QUERIES,
    to: 'indexes-checked-by-keys',
    mode: { 11: 'ACCESS SHARE', 12: 'ROW SHARE' },
  },
  {
    id: 'query/keys-checked-parents',
    on: QUERIES,
    to: 'parents-of-checked-by-keys',
    mode: 'ACCESS SHARE',
  },
  { id: 'query/keys-followed', on: QUERIES, to: 'written-by-keys', mode: 'ROW EXCLUSIVE' },
  { id: 'query/keys-followed-indexes', on: QUERIES, to: 'indexes-written-by-keys', mode: 'ROW EXCLUSIVE' },
  { id: 'query/sequences', on: QUERIES, to: 'sequences-called', mode: 'ROW EXCLUSIVE' },
  { id: 'query/default-sequences', on: QUERIES, to: 'sequences-of-defaults', mode: 'ROW EXCLUSIVE' },
  {
    id: 'query/hash-parents',
    on: [...QUERIES, 'add-column', 'add-check', 'alter-column-type', 'create-index', 'validate-constraint'],
    to: 'hash-parents-called',
    mode: 'ACCESS SHARE',
  },
  // Up to 12 the lock is let go of at the end of the statement (copy.c, DoCopy).
  {
    id: 'copy-table-to/table',
    on: 'copy-table-to',
    to: 'read',
    mode: 'ACCESS SHARE',
    work: 'scan',
    since: 13,
  },
  {
    id: 'functions/read',
    on: ['add-column', 'add-check', 'alter-column-type', 'create-index'],
    to: 'read-by-functions',
    mode: 'ACCESS SHARE',
  },
  {
    id: 'functions/indexes',
    on: ['add-column', 'add-check', 'alter-column-type', 'create-index'],
    to: 'indexes-read-by-functions',
    mode: 'ACCESS SHARE',
  },
];
