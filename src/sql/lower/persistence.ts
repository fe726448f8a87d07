import type { IntoClause, RangeVar } from '@pgsql/types';
import type { Persistence } from '../../postgres/operations/table';

/** How long the relation that a statement creates lives. */
export function persistence(range: RangeVar | undefined): Persistence {
  if (range?.relpersistence === 't' || range?.schemaname === 'pg_temp') return 'temporary';
  return range?.relpersistence === 'u' ? 'unlogged' : 'permanent';
}

/** ON COMMIT of a temporary table. */
export function onCommit(action: IntoClause['onCommit']): 'preserve' | 'delete' | 'drop' {
  switch (action) {
    case 'ONCOMMIT_DELETE_ROWS':
      return 'delete';
    case 'ONCOMMIT_DROP':
      return 'drop';
    case 'ONCOMMIT_NOOP':
    case 'ONCOMMIT_PRESERVE_ROWS':
    case undefined:
      return 'preserve';
  }
}
