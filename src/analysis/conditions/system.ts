import type { TypeName } from '../../postgres/type-name';

/** What the system's own functions and casts are. */
const VOLATILE: ReadonlySet<string> = new Set(
  (
    'random random_normal clock_timestamp timeofday nextval setval currval lastval gen_random_uuid uuidv4 uuidv7 ' +
    'uuid_generate_v1 uuid_generate_v1mc uuid_generate_v3 uuid_generate_v4 uuid_generate_v5 gen_random_bytes gen_salt pg_sleep setseed set_config'
  ).split(' '),
);
export function systemVolatility(name: string, _major: number): 'volatile' | 'stable' | undefined {
  return VOLATILE.has(name) ? 'volatile' : 'stable';
}

const BINARY: ReadonlySet<string> = new Set(
  (
    'text>varchar varchar>text text>bpchar varchar>bpchar cidr>inet xml>text xml>varchar xml>bpchar int4>oid oid>int4 bit>varbit varbit>bit ' +
    'int4>regclass regclass>int4 oid>regclass regclass>oid oid>regproc regproc>oid citext>text citext>varchar text>citext varchar>citext int4>regtype oid>regtype regtype>oid regtype>int4'
  ).split(' '),
);
export function isBinaryCoercible(from: string, to: string): boolean | undefined {
  return from === to || BINARY.has(`${from}>${to}`);
}

const TYPES: ReadonlySet<string> = new Set(
  (
    'bool bytea char name int8 int2 int4 text oid tid xid cid json xml jsonb jsonpath point lseg path box polygon line circle float4 float8 money macaddr ' +
    'macaddr8 inet cidr bpchar varchar date time timestamp timestamptz interval timetz bit varbit numeric uuid pg_lsn tsvector tsquery int4range ' +
    'numrange tsrange tstzrange daterange int8range regclass regtype regproc serial bigserial smallserial int4multirange int8multirange nummultirange ' +
    'tsmultirange tstzmultirange datemultirange citext hstore ltree geometry geography vector halfvec sparsevec cube'
  ).split(' '),
);
export function isKnownType(type: TypeName): boolean {
  return TYPES.has(type.name);
}
