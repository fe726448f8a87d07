import type { RelationDescription } from '../../../src/analysis/catalog/describe';

/** What the query gives: null for an empty list. */
export interface ServerCatalog {
  readonly relations: readonly ServerRelation[] | null;
  readonly types: readonly { readonly name: string; readonly description: string }[] | null;
  readonly functions: readonly string[] | null;
  readonly schemas: readonly string[] | null;
  readonly extensions: readonly string[] | null;
  readonly publications: readonly { readonly name: string; readonly description: string }[] | null;
}

/** One relation of the server. */
export interface ServerRelation {
  readonly name: string;
  readonly kind: RelationDescription['kind'];
  readonly persistence: RelationDescription['persistence'];
  readonly columns: readonly string[] | null;
  readonly constraints: readonly string[] | null;
  readonly indexes: readonly string[] | null;
  readonly triggers: readonly string[] | null;
  readonly policies: readonly string[] | null;
  readonly rules: readonly string[] | null;
  readonly parents: readonly string[] | null;
  readonly reads: readonly string[] | null;
  readonly statistics: readonly string[] | null;
  readonly row_security: string;
  readonly replica_identity: string;
  readonly index: { readonly on: string; readonly definition: string } | null;
  readonly sequence_type: string | null;
  readonly owned_by: string | null;
}

/** Below are the objects that the server itself brings; without the bound most of the time goes into looking through its 3,000 functions. */
export const FIRST_OF_USERS = 16384;

/** One query for the whole catalog of users, without what extensions brought. */
export function catalogQuery(major: number): string {
  return `
WITH spaces AS (
  SELECT oid, CASE WHEN nspname LIKE 'pg\\_temp%' THEN 'pg_temp' ELSE nspname END AS name FROM pg_namespace
  WHERE nspname NOT IN ('pg_catalog', 'information_schema') AND nspname NOT LIKE 'pg\\_toast%'
), members AS (
  SELECT classid, objid FROM pg_depend WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e' AND objid >= ${FIRST_OF_USERS}
), rels AS (
  SELECT c.oid, c.relname, c.relkind, c.relpersistence, c.relrowsecurity, c.relforcerowsecurity, c.relreplident, c.relam, s.name AS schema, s.name || '.' || c.relname AS name
  FROM pg_class c JOIN spaces s ON s.oid = c.relnamespace
  WHERE c.oid >= ${FIRST_OF_USERS} AND c.relkind IN ('r', 'p', 'i', 'I', 'S', 'v', 'm', 'c', 'f')
    AND NOT EXISTS (SELECT FROM members m WHERE m.classid = 'pg_class'::regclass AND m.objid = c.oid)
    AND NOT EXISTS (SELECT FROM pg_index x JOIN members m ON m.classid = 'pg_class'::regclass AND m.objid = x.indrelid WHERE x.indexrelid = c.oid)
)
SELECT json_build_object(
  'relations', (SELECT json_agg(json_build_object(
    'name', r.name,
    'kind', CASE r.relkind ${cases(KINDS)} END,
    'persistence', CASE r.relpersistence WHEN 'p' THEN 'permanent' WHEN 'u' THEN 'unlogged' ELSE 'temporary' END,
    'columns', CASE WHEN r.relkind IN ('r', 'p', 'f', 'c') THEN (${COLUMNS}) END,
    'constraints', CASE WHEN r.relkind IN ('r', 'p', 'f') THEN (${constraints(major)}) END,
    'indexes', CASE WHEN r.relkind IN ('r', 'p', 'm') THEN (SELECT json_agg(r.schema || '.' || i.relname) FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid WHERE x.indrelid = r.oid) END,
    'triggers', (${triggers(major)}),
    'policies', (SELECT json_agg(p.polname) FROM pg_policy p WHERE p.polrelid = r.oid),
    'rules', (SELECT json_agg(w.rulename) FROM pg_rewrite w WHERE w.ev_class = r.oid AND w.rulename <> '_RETURN'),
    'parents', (SELECT json_agg(p.name) FROM pg_inherits h JOIN rels p ON p.oid = h.inhparent WHERE h.inhrelid = r.oid),
    'reads', CASE WHEN r.relkind IN ('v', 'm') THEN (SELECT json_agg(DISTINCT p.name) FROM pg_rewrite w
      JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'n'
      JOIN rels p ON p.oid = d.refobjid
      WHERE w.ev_class = r.oid AND w.rulename = '_RETURN' AND p.oid <> r.oid AND p.relkind IN ('r', 'p', 'v', 'm', 'f')) END,
    'statistics', (SELECT json_agg(x.stxname) FROM pg_statistic_ext x WHERE x.stxrelid = r.oid),
    'row_security', concat_ws(' ', CASE WHEN r.relrowsecurity THEN 'enabled' END, CASE WHEN r.relforcerowsecurity THEN 'forced' END),
    'replica_identity', CASE r.relreplident WHEN 'f' THEN 'full' WHEN 'n' THEN 'nothing'
      WHEN 'i' THEN coalesce((SELECT i.name FROM pg_index x JOIN rels i ON i.oid = x.indexrelid WHERE x.indrelid = r.oid AND x.indisreplident), 'nothing') ELSE 'default' END,
    'index', CASE WHEN r.relkind IN ('i', 'I') THEN (${INDEX}) END,
    'sequence_type', (SELECT t.typname FROM pg_sequence q JOIN pg_type t ON t.oid = q.seqtypid WHERE q.seqrelid = r.oid),
    'owned_by', CASE WHEN r.relkind = 'S' THEN (SELECT p.name || '.' || a.attname FROM pg_depend d JOIN rels p ON p.oid = d.refobjid
      JOIN pg_attribute a ON a.attrelid = p.oid AND a.attnum = d.refobjsubid
      WHERE d.classid = 'pg_class'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') LIMIT 1) END
  )) FROM rels r),
  'types', (SELECT json_agg(json_build_object('name', s.name || '.' || t.typname, 'description', ${TYPE})) FROM pg_type t JOIN spaces s ON s.oid = t.typnamespace
    WHERE t.oid >= ${FIRST_OF_USERS} AND (t.typtype IN ('e', 'd', 'r') OR (t.typtype = 'c' AND t.typrelid IN (SELECT c.oid FROM rels c WHERE c.relkind = 'c')) OR (t.typtype = 'b' AND t.typelem = 0))
      AND NOT EXISTS (SELECT FROM members m WHERE m.classid = 'pg_type'::regclass AND m.objid = t.oid)),
  'functions', (SELECT json_agg(s.name || '.' || p.proname || '(' || p.pronargs || ')') FROM pg_proc p JOIN spaces s ON s.oid = p.pronamespace
    WHERE p.oid >= ${FIRST_OF_USERS} AND p.prokind IN ('f', 'p', 'w') AND NOT EXISTS (SELECT FROM members m WHERE m.classid = 'pg_proc'::regclass AND m.objid = p.oid)
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'i')),
  'schemas', (SELECT json_agg(s.name) FROM spaces s WHERE s.name <> 'pg_temp' AND NOT EXISTS (SELECT FROM members m WHERE m.classid = 'pg_namespace'::regclass AND m.objid = s.oid)),
  'extensions', (SELECT json_agg(extname) FROM pg_extension WHERE extname <> 'plpgsql'),
  'publications', (SELECT json_agg(json_build_object('name', p.pubname, 'description', CASE WHEN p.puballtables THEN 'all tables' ELSE concat_ws(', ',
    (SELECT string_agg(r.name, ', ' ORDER BY r.name COLLATE "C") FROM pg_publication_rel x JOIN rels r ON r.oid = x.prrelid WHERE x.prpubid = p.oid)
    ${major >= 15 ? `, (SELECT string_agg(s.name || '.*', ', ' ORDER BY s.name COLLATE "C") FROM pg_publication_namespace x JOIN spaces s ON s.oid = x.pnnspid WHERE x.pnpubid = p.oid)` : ''}) END)) FROM pg_publication p)
) AS catalog`;
}

const KINDS: Readonly<Record<string, string>> = {
  r: 'table',
  p: 'partitioned table',
  f: 'foreign table',
  i: 'index',
  I: 'partitioned index',
  v: 'view',
  m: 'materialized view',
  S: 'sequence',
  c: 'composite type',
};

function cases(names: Readonly<Record<string, string>>): string {
  return Object.entries(names)
    .map(([key, value]) => `WHEN '${key}' THEN '${value}'`)
    .join(' ');
}

/** The type `t` with the modifier `m`, in the words of describeTypeName. */
function typeText(t: string, m: string): string {
  const element = `(SELECT e FROM pg_type e WHERE e.oid = ${t}.typelem)`;
  const isArray = `(${t}.typelem <> 0 AND ${t}.typlen = -1 AND ${t}.typcategory = 'A')`;
  const base = `CASE WHEN ${isArray} THEN (${element}).typname ELSE ${t}.typname END`;
  const schema = `CASE WHEN ${isArray} THEN (${element}).typnamespace ELSE ${t}.typnamespace END`;
  return `(
    coalesce((SELECT s.name || '.' FROM spaces s WHERE s.oid = ${schema}
      AND NOT EXISTS (SELECT FROM members x WHERE x.classid = 'pg_type'::regclass AND x.objid = ${t}.oid)), '') || ${base}
    || CASE WHEN ${m} < 0 THEN '' ELSE CASE ${base}
         WHEN 'varchar' THEN '(' || (${m} - 4) || ')' WHEN 'bpchar' THEN '(' || (${m} - 4) || ')'
         WHEN 'numeric' THEN '(' || (((${m} - 4) >> 16) & 65535) || ',' || ((${m} - 4) & 65535) || ')'
         WHEN 'interval' THEN CASE WHEN ${m} & 65535 = 65535 THEN '' ELSE '(' || (${m} & 65535) || ')' END
         ELSE '(' || ${m} || ')' END END
    || CASE WHEN ${isArray} THEN '[]' ELSE '' END)`;
}

const COLUMNS = `SELECT json_agg(concat_ws(' ', a.attname, ${typeText('t', 'a.atttypmod')},
    CASE WHEN a.attnotnull THEN 'not null' END,
    CASE WHEN a.atthasdef AND coalesce(to_jsonb(a) ->> 'attgenerated', '') = '' THEN 'default' END,
    CASE a.attidentity WHEN 'a' THEN 'identity always' WHEN 'd' THEN 'identity by default' END,
    CASE to_jsonb(a) ->> 'attgenerated' WHEN 's' THEN 'generated stored' WHEN 'v' THEN 'generated virtual' END,
    CASE WHEN NOT a.attislocal THEN 'inherited' END) ORDER BY a.attnum)
  FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
  WHERE a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped`;

const ACTIONS = {
  a: 'no-action',
  r: 'restrict',
  c: 'cascade',
  n: 'set-null',
  d: 'set-default',
};

const columnsOf = (table: string, keys: string): string =>
  `(SELECT string_agg(a.attname, ', ' ORDER BY u.place) FROM unnest(${keys}) WITH ORDINALITY AS u(number, place) JOIN pg_attribute a ON a.attrelid = ${table} AND a.attnum = u.number)`;

/** A key to a partitioned table has a row for each of its partitions beside the one that was asked for. */
function constraints(major: number): string {
  const enforced = major >= 18 ? `CASE WHEN NOT k.conenforced THEN 'not enforced' END` : 'NULL';
  return `SELECT json_agg(concat_ws(' ', k.conname || ': ' || CASE k.contype
      WHEN 'c' THEN 'check' WHEN 'n' THEN 'not-null' WHEN 'u' THEN 'unique' WHEN 'p' THEN 'primary-key' WHEN 'x' THEN 'exclude' ELSE 'foreign-key' END,
    CASE WHEN k.contype IN ('u', 'p', 'f', 'n') THEN '(' || ${columnsOf('k.conrelid', 'k.conkey')} || ')' END,
    CASE WHEN k.contype = 'f' THEN 'references ' || (SELECT o.name FROM rels o WHERE o.oid = k.confrelid) || ' (' || ${columnsOf('k.confrelid', 'k.confkey')} || ')' END,
    CASE WHEN k.contype = 'f' THEN 'on delete ' || CASE k.confdeltype ${cases(ACTIONS)} END || ' on update ' || CASE k.confupdtype ${cases(ACTIONS)} END END,
    CASE WHEN k.condeferrable AND k.condeferred THEN 'initially deferred' WHEN k.condeferrable THEN 'deferrable' END,
    CASE WHEN NOT k.convalidated THEN 'not valid' END, ${enforced},
    CASE WHEN k.connoinherit AND k.contype IN ('c', 'n') THEN 'no inherit' END,
    CASE WHEN NOT k.conislocal THEN 'inherited' END))
  FROM pg_constraint k WHERE k.conrelid = r.oid AND k.contype IN ('c', 'n', 'u', 'p', 'x', 'f')
    AND NOT EXISTS (SELECT FROM pg_constraint o WHERE o.oid = k.conparentid AND o.conrelid = k.conrelid)`;
}

const EVENTS = [
  [4, 'insert'],
  [16, 'update'],
  [8, 'delete'],
  [32, 'truncate'],
] as const;

/** A name with its schema, but for functions of the server. */
const CALLED = `(SELECT coalesce(s.name || '.', '') || f.proname FROM pg_proc f LEFT JOIN spaces s ON s.oid = f.pronamespace WHERE f.oid = t.tgfoid)`;

/** The words of describeTrigger. Arguments are kept as bytes, each with a NUL behind it. */
function triggers(major: number): string {
  const events = EVENTS.map(([bit, event]) => `CASE WHEN t.tgtype & ${bit} <> 0 THEN '${event}' END`);
  const isInherited = major >= 13 ? 't.tgparentid <> 0' : 't.tgisinternal';
  return `SELECT json_agg(concat_ws(' ', t.tgname || ': ' || CASE WHEN t.tgtype & 64 <> 0 THEN 'instead-of' WHEN t.tgtype & 2 <> 0 THEN 'before' ELSE 'after' END,
    concat_ws(' or ', ${events.join(', ')}),
    '(' || ${columnsOf('t.tgrelid', 't.tgattr::int2[]')} || ')',
    CASE WHEN t.tgtype & 1 <> 0 THEN 'row' ELSE 'statement' END, 'old ' || t.tgoldtable, 'new ' || t.tgnewtable,
    CASE WHEN t.tgqual IS NOT NULL THEN 'when' END, CASE WHEN t.tgconstraint <> 0 THEN 'constraint' END,
    CASE WHEN t.tgdeferrable THEN 'deferrable' END, CASE WHEN t.tginitdeferred THEN 'initially deferred' END,
    'from ' || (SELECT o.name FROM rels o WHERE o.oid = t.tgconstrrelid),
    'execute ' || ${CALLED},
    (SELECT string_agg('''' || a || '''', ', ' ORDER BY place) FROM unnest(string_to_array(encode(t.tgargs, 'escape'), '\\000')) WITH ORDINALITY AS u(a, place) WHERE place <= t.tgnargs),
    CASE t.tgenabled WHEN 'D' THEN 'fires never' WHEN 'R' THEN 'fires replica' WHEN 'A' THEN 'fires always' END,
    CASE WHEN ${isInherited} THEN 'inherited' END))
  FROM pg_trigger t WHERE t.tgrelid = r.oid AND ${ownTriggers(major)}`;
}

/** Row triggers of a partitioned table have a copy on each partition, up to 14 an internal one, up to 12 without a trace of where it is from. */
function ownTriggers(major: number): string {
  const ofUsers = `coalesce((SELECT k.contype = 't' FROM pg_constraint k WHERE k.oid = t.tgconstraint), true)`;
  return major >= 13
    ? `(NOT t.tgisinternal OR (t.tgparentid <> 0 AND ${ofUsers}))`
    : `(NOT t.tgisinternal OR ${ofUsers})`;
}

const INDEX = `SELECT json_build_object('on', o.name, 'definition', concat_ws(' ',
    CASE WHEN x.indisunique THEN 'unique' END, m.amname,
    '(' || (SELECT string_agg(coalesce(a.attname, '(expression)'), ', ' ORDER BY u.place)
      FROM unnest(x.indkey::int2[]) WITH ORDINALITY AS u(number, place) LEFT JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = u.number AND u.number <> 0
      WHERE u.place <= x.indnkeyatts) || ')',
    'include (' || (SELECT string_agg(a.attname, ', ' ORDER BY u.place)
      FROM unnest(x.indkey::int2[]) WITH ORDINALITY AS u(number, place) JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = u.number
      WHERE u.place > x.indnkeyatts) || ')',
    CASE WHEN x.indpred IS NOT NULL THEN 'where' END,
    CASE WHEN NOT x.indisvalid THEN 'invalid' END))
  FROM pg_index x JOIN rels o ON o.oid = x.indrelid JOIN pg_am m ON m.oid = r.relam WHERE x.indexrelid = r.oid`;

const TYPE = `CASE t.typtype
    WHEN 'e' THEN 'enum: ' || coalesce((SELECT string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid), '')
    WHEN 'd' THEN 'domain: ' || (SELECT ${typeText('b', 't.typtypmod')} FROM pg_type b WHERE b.oid = t.typbasetype)
    WHEN 'c' THEN 'composite' WHEN 'r' THEN 'range' ELSE 'base' END`;
