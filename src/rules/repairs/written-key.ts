import type { Catalog } from '../../analysis/catalog/catalog';
import { tableById } from '../../analysis/catalog/find';
import type { ReferentialAction } from '../../postgres/definition';
import type { ForeignKey } from '../foreign-keys';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';

/** `FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE` of a key in the catalog; null where its other end is not known. */
export function writtenKey(catalog: Catalog, key: ForeignKey): string | null {
  const referenced = tableById(catalog, key.referenced);
  if (referenced === undefined || key.referencedColumns.length === 0) return null;
  const list = (columns: readonly string[]): string => `(${columns.map(quoteName).join(', ')})`;
  return [
    `FOREIGN KEY ${list(key.columns)} REFERENCES ${relationText(referenced)} ${list(key.referencedColumns)}`,
    ...actionOf('DELETE', key.onDelete),
    ...actionOf('UPDATE', key.onUpdate),
    ...(key.deferrable ? [key.initiallyDeferred ? 'DEFERRABLE INITIALLY DEFERRED' : 'DEFERRABLE'] : []),
  ].join(' ');
}

/** A relation of the catalog as a repair writes it: without its schema where that is `public`. */
export function relationText({ schema, name }: { readonly schema: string; readonly name: string }): string {
  return quoteRelation({ name: `${schema}.${name}` });
}

function actionOf(event: 'DELETE' | 'UPDATE', action: ReferentialAction): readonly string[] {
  return action === 'no-action' ? [] : [`ON ${event} ${action.replace('-', ' ').toUpperCase()}`];
}
