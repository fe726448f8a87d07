import type { NameKey } from '../catalog/catalog';
import type { RelationId } from '../catalog/relation';

/** Anything that a DROP can take along. */
export type CatalogObject =
  | { readonly kind: 'relation'; readonly id: RelationId }
  | {
      readonly kind: 'column' | 'constraint' | 'default' | 'trigger' | 'policy';
      readonly table: RelationId;
      readonly name: string;
    }
  | { readonly kind: 'type' | 'function'; readonly key: NameKey };

/** A name for the object that no other one has. */
export function objectKey(object: CatalogObject): string {
  if (object.kind === 'relation') return `relation ${String(object.id)}`;
  if ('key' in object) return `${object.kind} ${object.key}`;
  return `${object.kind} ${String(object.table)} ${object.name}`;
}
