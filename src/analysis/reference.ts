import type { Relation } from './catalog/relation';
import type { RelationReference } from './step';

/** How steps name a relation. */
export function referenceTo({ id, schema, name, kind }: Relation): RelationReference {
  return { id, name: `${schema}.${name}`, kind };
}
