import type { ObjectName } from '../../postgres/name';
import type { Lowering } from './lowering';

/**
 * Functions of the system that came after the oldest supported server, without names that people give to their own.
 * Source: the release notes of each major.
 */
const ADDED: Readonly<Record<string, number>> = {
  jsonb_path_query: 12,
  jsonb_path_exists: 12,
  gen_random_uuid: 13,
  jsonb_set_lax: 13,
  date_bin: 14,
  trim_array: 14,
  string_to_table: 14,
  range_agg: 14,
  regexp_like: 15,
  regexp_count: 15,
  regexp_instr: 15,
  regexp_substr: 15,
  range_intersect_agg: 14,
  array_shuffle: 16,
  array_sample: 16,
  random_normal: 16,
  pg_input_is_valid: 16,
  uuid_extract_timestamp: 17,
  uuid_extract_version: 17,
  uuidv7: 18,
};

/** Functions of the system that were taken away. */
const REMOVED: Readonly<Record<string, number>> = {
  pg_start_backup: 15,
  pg_stop_backup: 15,
  pg_is_in_backup: 15,
};

/** Expressions with a syntax of their own that came later. */
const SYNTAX: Readonly<Record<string, readonly [major: number, what: string]>> = {
  JsonObjectConstructor: [16, 'JSON_OBJECT()'],
  JsonArrayConstructor: [16, 'JSON_ARRAY()'],
  JsonArrayQueryConstructor: [16, 'JSON_ARRAY()'],
  JsonObjectAgg: [16, 'JSON_OBJECTAGG()'],
  JsonArrayAgg: [16, 'JSON_ARRAYAGG()'],
  JsonIsPredicate: [16, 'IS JSON'],
  JsonParseExpr: [17, 'JSON()'],
  JsonScalarExpr: [17, 'JSON_SCALAR()'],
  JsonSerializeExpr: [17, 'JSON_SERIALIZE()'],
  JsonFuncExpr: [17, 'JSON_VALUE(), JSON_QUERY() or JSON_EXISTS()'],
  JsonTable: [17, 'JSON_TABLE()'],
  MergeSupportFunc: [17, 'merge_action()'],
};

/** Notes a function that some majors lack. A function of some schema is not the system's. */
export function noteCall({ schema, name }: ObjectName, lowering: Lowering): void {
  if (schema !== null) return;
  const since = Object.hasOwn(ADDED, name) ? ADDED[name] : undefined;
  const until = Object.hasOwn(REMOVED, name) ? REMOVED[name] : undefined;
  if (since !== undefined || until !== undefined)
    lowering.needs.call({ name, since: since ?? null, until: until ?? null });
}

/** Notes the majors that lack the syntax of a kind of node. */
export function noteKind(kind: string, lowering: Lowering): void {
  const found = SYNTAX[kind];
  if (found !== undefined) lowering.needs.since(found[0], found[1]);
}
