import type { NameKey } from '../catalog/catalog';
import type { RelationId } from '../catalog/relation';

/** Anything that a DROP can take along. */
export type CatalogObject =
  | { readonly kind: 'relation'; readonly id: RelationId }
  | {
      readonly kind: 'column' | 'constraint' | 'default' | 'trigger' | 'policy' | 'rule';
      readonly table: RelationId;
      readonly name: string;
    }
  | { readonly kind: 'type'; readonly key: NameKey }
  /** `signature` null: all of the name. */
  | { readonly kind: 'function'; readonly key: NameKey; readonly signature: string | null };

/** A name for the object that no other one has. */
export function objectKey(object: CatalogObject): string {
  switch (object.kind) {
    case 'relation':
      return relationKey(object.id);
    case 'type':
      return `type ${object.key}`;
    case 'function':
      return `function ${object.key} ${object.signature ?? ''}`;
    case 'column':
    case 'constraint':
    case 'default':
    case 'trigger':
    case 'policy':
    case 'rule':
      return `${object.kind} ${String(object.table)} ${object.name}`;
  }
}

/**
 * Whether an object is dropped with others, given by their keys. A part of a table goes with the table, the default of a column
 * with the column.
 */
export function isDoomed(doomed: ReadonlyMap<string, CatalogObject>, object: CatalogObject): boolean {
  if (doomed.has(objectKey(object))) return true;
  if (object.kind === 'function') return doomed.has(objectKey({ ...object, signature: null }));
  if (!('table' in object)) return false;
  if (doomed.has(relationKey(object.table))) return true;
  return object.kind === 'default' && doomed.has(objectKey({ ...object, kind: 'column' }));
}

function relationKey(id: RelationId): string {
  return `relation ${String(id)}`;
}
