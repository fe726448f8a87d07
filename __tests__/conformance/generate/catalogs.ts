import type { Client } from 'pg';
import { DatabaseError } from 'pg';
import type { Server } from '../harness/server';

/** One thing that a catalog of one server says: `key` is what is said of `subject`, `extension` is '' for what PostgreSQL brings itself. */
export interface Saying {
  readonly extension: string;
  readonly key: string;
  readonly subject: string;
}

/** What the catalogs of one major say, of PostgreSQL itself and of each extension that ships with it. */
export interface Catalogs {
  readonly functions: readonly Saying[];
  readonly operators: readonly Saying[];
  readonly types: readonly Saying[];
  readonly casts: readonly Saying[];
  readonly operatorClasses: readonly Saying[];
}

/** Extensions that show the inside of the server, or need a language that is not there: nothing of them stands in a table's definition. */
const LEFT_OUT = new Set(
  `amcheck adminpack auto_explain bool_plperl bool_plperlu bool_plpython3u dblink file_fdw hstore_plperl hstore_plperlu hstore_plpython2u
   hstore_plpython3u hstore_plpythonu insert_username jsonb_plperl jsonb_plperlu jsonb_plpython2u jsonb_plpython3u jsonb_plpythonu ltree_plpython2u
   ltree_plpython3u ltree_plpythonu old_snapshot pageinspect pg_buffercache pg_freespacemap pg_logicalinspect pg_overexplain pg_prewarm
   pg_stat_statements pg_surgery pg_visibility pg_walinspect pgrowlocks pgstattuple plperl plperlu plpgsql plpython2u plpython3u plpythonu pltcl
   pltclu postgres_fdw sslinfo test_parser tsm_system_rows tsm_system_time`.split(/\s+/),
);

/** Reads all catalogs of a server. */
export async function readCatalogs(server: Server): Promise<Catalogs> {
  const client = await server.connect();
  const { rows } = await client.query<{ name: string }>(
    'SELECT name FROM pg_available_extensions ORDER BY name',
  );
  const parts = [await readWith(client, '')];
  for (const { name } of rows) if (!LEFT_OUT.has(name)) parts.push(await readExtension(client, name));
  await client.end();
  return {
    functions: parts.flatMap((part) => part.functions),
    operators: parts.flatMap((part) => part.operators),
    types: parts.flatMap((part) => part.types),
    casts: parts.flatMap((part) => part.casts),
    operatorClasses: parts.flatMap((part) => part.operatorClasses),
  };
}

async function readExtension(client: Client, name: string): Promise<Catalogs> {
  await client.query('BEGIN');
  try {
    await client.query(`CREATE EXTENSION "${name}" CASCADE`);
    return await readWith(client, name);
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    throw new Error(`The extension ${name} cannot be created; leave it out by name if that is right`, {
      cause: error,
    });
  } finally {
    await client.query('ROLLBACK');
  }
}

async function readWith(client: Client, extension: string): Promise<Catalogs> {
  const read = async (query: string): Promise<readonly Saying[]> => {
    const { rows } = await client.query<{ key: string; subject: string }>(query, [extension]);
    return rows.map(({ key, subject }) => ({ extension, key, subject }));
  };
  return {
    functions: await read(FUNCTIONS),
    operators: await read(OPERATORS),
    types: await read(TYPES),
    casts: await read(CASTS),
    operatorClasses: await read(OPERATOR_CLASSES),
  };
}

/** What belongs to the extension `$1`, or to the system itself when that is ''. */
function owned(catalog: string, oid: string): string {
  return `CASE WHEN $1::text = '' THEN ${oid} < 16384 AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = '${catalog}'::regclass AND d.objid = ${oid} AND d.deptype = 'e')
    ELSE EXISTS (SELECT FROM pg_depend d JOIN pg_extension x ON x.oid = d.refobjid WHERE d.classid = '${catalog}'::regclass AND d.objid = ${oid}
      AND d.deptype = 'e' AND d.refclassid = 'pg_extension'::regclass AND x.extname = $1::text) END`;
}

/** Functions that an expression can call: nothing that only the server's own machinery can, and no monitoring. Key: best and worst volatility of all overloads. */
const FUNCTIONS = `
  SELECT p.proname AS subject,
         CASE WHEN bool_or(p.provolatile = 'i') THEN 'i' WHEN bool_or(p.provolatile = 's') THEN 's' ELSE 'v' END ||
         CASE WHEN bool_or(p.provolatile = 'v') THEN 'v' WHEN bool_or(p.provolatile = 's') THEN 's' ELSE 'i' END AS key
  FROM pg_proc p
  WHERE p.pronamespace <> 'information_schema'::regnamespace AND p.prokind IN ('f', 'a', 'w') AND ${owned('pg_proc', 'p.oid')}
    AND NOT EXISTS (
      SELECT FROM unnest(p.proargtypes::oid[] || p.prorettype) a JOIN pg_type t ON t.oid = a
      WHERE t.typname IN ('internal', 'cstring', 'trigger', 'event_trigger', 'language_handler', 'fdw_handler', 'index_am_handler', 'table_am_handler', 'tsm_handler', 'pg_ddl_command'))
    AND NOT EXISTS (SELECT FROM pg_amproc a WHERE a.amproc = p.oid)
    AND NOT EXISTS (SELECT FROM pg_operator o WHERE p.oid IN (o.oprcode, o.oprrest, o.oprjoin) AND ($1::text <> '' OR obj_description(p.oid, 'pg_proc') LIKE 'implementation of %'))
    AND p.proname !~ '^(binary_upgrade_|pg_stat_get_|pg_get_shmem_|pg_event_trigger_)|(send|typmodin|_validator|_transfn|_accum|_accum_inv|_combine|_finalfn)$'
    -- AT TIME ZONE of a TIMETZ was marked volatile up to 14 by mistake; it would make every AT TIME ZONE look so.
    AND NOT (p.proname = 'timezone' AND p.prorettype = 'timetz'::regtype)
  GROUP BY p.proname`;

/** Operators that are not immutable. Key: volatility. */
const OPERATORS = `
  SELECT p.provolatile AS key, concat(l.typname, ' ', o.oprname, ' ', r.typname) AS subject
  FROM pg_operator o JOIN pg_proc p ON p.oid = o.oprcode LEFT JOIN pg_type l ON l.oid = o.oprleft LEFT JOIN pg_type r ON r.oid = o.oprright
  WHERE p.provolatile <> 'i' AND ${owned('pg_operator', 'o.oid')}`;

/** Key: category, whether preferred in it, volatility of input and of output. Arrays follow their element; tables' row types are none of the system's. */
const TYPES = `
  SELECT t.typname AS subject, concat(t.typcategory, CASE WHEN t.typispreferred THEN 'p' ELSE '-' END, i.provolatile, o.provolatile) AS key
  FROM pg_type t JOIN pg_proc i ON i.oid = t.typinput JOIN pg_proc o ON o.oid = t.typoutput
  WHERE t.typtype NOT IN ('p', 'c', 'd') AND t.typisdefined AND NOT (t.typelem <> 0 AND t.typlen = -1) AND ${owned('pg_type', 't.oid')}`;

/** Key: method, context, volatility of the function. */
const CASTS = `
  SELECT concat(s.typname, '>', t.typname) AS subject, concat(c.castmethod, c.castcontext, coalesce(p.provolatile::text, '-')) AS key
  FROM pg_cast c JOIN pg_type s ON s.oid = c.castsource JOIN pg_type t ON t.oid = c.casttarget LEFT JOIN pg_proc p ON p.oid = c.castfunc
  WHERE ${owned('pg_cast', 'c.oid')}`;

/** Default operator classes. Key: access method. */
const OPERATOR_CLASSES = `
  SELECT m.amname AS key, concat(t.typname, '=', c.opcname) AS subject
  FROM pg_opclass c JOIN pg_am m ON m.oid = c.opcmethod JOIN pg_type t ON t.oid = c.opcintype
  WHERE c.opcdefault AND ${owned('pg_opclass', 'c.oid')}`;
