import type { OperationOf } from '../../postgres/operation';
import { nameKey } from '../catalog/catalog';
import { WRAPPERS } from '../catalog/other-objects';
import { nameForCreation } from '../catalog/resolve';
import { originOf } from '../origin';
import type { Session } from '../session';
import type { Folded } from './change';
import { withCatalog } from './change';
import { dropObjects } from './drop';
import { forgetObjects, noteWrapperOf } from './other-objects';

/** The types that widely used extensions create, by extension. Source: their SQL scripts. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  citext: ['citext'],
  hstore: ['hstore', 'ghstore'],
  ltree: ['ltree', 'lquery', 'ltxtquery', 'ltree_gist'],
  cube: ['cube'],
  isn: ['ean13', 'isbn13', 'ismn13', 'issn13', 'isbn', 'ismn', 'issn', 'upc'],
  seg: ['seg'],
  intarray: ['query_int', 'intbig_gkey'],
  pg_trgm: ['gtrgm'],
  lo: ['lo'],
  postgis: [
    'geometry',
    'geography',
    'box2d',
    'box3d',
    'box2df',
    'spheroid',
    'gidx',
    'geometry_dump',
    'valid_detail',
  ],
  postgis_raster: ['raster', 'rastbandarg', 'addbandarg', 'geomval', 'summarystats', 'unionarg'],
  vector: ['vector', 'halfvec', 'sparsevec'],
  semver: ['semver'],
  pgrouting: ['contractions_rt'],
  unit: ['unit'],
  roaringbitmap: ['roaringbitmap'],
  ip4r: ['ip4', 'ip4r', 'ip6', 'ip6r', 'ipaddress', 'iprange'],
  h3: ['h3index'],
  temporal_tables: [],
};

/** Extensions that are there from the start. */
const BUILT_IN: readonly string[] = ['plpgsql'];

/** CREATE EXTENSION, with the types that it is known to bring. */
export function createExtension(session: Session, operation: OperationOf<'create-extension'>): Folded {
  const { extension } = operation;
  if (session.catalog.extensions.has(extension) || BUILT_IN.includes(extension)) {
    return operation.ifNotExists ? session : null;
  }
  const origin = originOf(session, !operation.ifNotExists);
  const { schema } = nameForCreation(session, { schema: operation.schema, name: extension });
  const types = (TYPES[extension] ?? []).reduce(
    (map, name) => map.set(nameKey(schema, name), { kind: 'base', schema, name, origin }),
    session.catalog.types,
  );
  const extensions = session.catalog.extensions.set(extension, origin);
  return noteWrapperOf(
    withCatalog(session, { ...session.catalog, extensions, types }),
    extension,
    !operation.ifNotExists,
  );
}

/** DROP EXTENSION, with its types. */
export function dropExtensions(session: Session, operation: OperationOf<'drop-extension'>): Folded {
  return operation.extensions.reduce<Folded>((next, extension) => {
    if (next === null) return null;
    if (!next.catalog.extensions.has(extension))
      return operation.ifExists || !next.catalog.complete ? next : null;
    const types = new Set(TYPES[extension] ?? []);
    const own = [...next.catalog.types.entries()].filter(
      ([, type]) => type.kind === 'base' && types.has(type.name),
    );
    const dropped = dropObjects(
      next,
      own.map(([key]) => ({ kind: 'type', key })),
      operation.cascade,
    );
    if (dropped === null) return null;
    const wrapper = WRAPPERS[extension];
    const names = wrapper === undefined ? [] : [{ schema: null, name: wrapper }];
    const left = forgetObjects(dropped, 'foreign data wrapper', names);
    return withCatalog(left, { ...left.catalog, extensions: left.catalog.extensions.delete(extension) });
  }, session);
}
