import type { Constraint, Table } from './relation';

/** A foreign key of the catalog. */
export type ForeignKey = Extract<Constraint, { readonly kind: 'foreign-key' }>;

/** What two foreign keys have in common where one becomes a part of the other. */
export type KeyShape = Omit<
  ForeignKey,
  'name' | 'valid' | 'inherited' | 'origin' | 'kind' | 'parts' | 'left'
>;

/** Whether a partition's own key may become a part of its parent's. Source: tablecmds.c, tryAttachPartitionForeignKey. */
export function adopts(key: KeyShape, own: ForeignKey, major: number): boolean {
  return (
    (own.valid || major >= 18) &&
    own.referenced === key.referenced &&
    own.columns.join('\u0000') === key.columns.join('\u0000') &&
    own.referencedColumns.join('\u0000') === key.referencedColumns.join('\u0000') &&
    own.onDelete === key.onDelete &&
    own.onUpdate === key.onUpdate &&
    own.deferrable === key.deferrable &&
    own.initiallyDeferred === key.initiallyDeferred &&
    own.enforced === key.enforced
  );
}

/** The own key of a partition that becomes a part of its parent's: of several the first one by name. Source: measured on 11 to 18. */
export function adoptedKey(partition: Table, key: KeyShape, major: number): ForeignKey | undefined {
  return ownKeys(partition).find((own) => adopts(key, own, major));
}

/** The foreign keys of a table that are no part of another's, as the server looks at them: by name. */
export function ownKeys({ constraints }: Table): readonly ForeignKey[] {
  return constraints
    .flatMap((own) => (own.kind === 'foreign-key' && !own.inherited ? [own] : []))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
