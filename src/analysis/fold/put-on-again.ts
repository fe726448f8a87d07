import type { ForeignKey } from '../catalog/adopted-key';
import { mentionsColumn } from '../catalog/expression-edit';
import type { RowConstraint } from '../catalog/declared-at';
import { declaredAt } from '../catalog/declared-at';
import { heirs, tableById } from '../catalog/find';
import type { Constraint, RelationId, Table } from '../catalog/relation';
import { referencingTables } from '../catalog/uses';
import type { Session } from '../session';
import type { Folded } from './change';
import { changeTable, each } from './change';
import { withForeignKey } from './foreign-key';
import { partsPutOnAgain } from './parts-put-on-again';

/**
 * What stands on a changed column is put on again by the tables that declare it: CHECK and NOT NULL of heirs are as valid as they are
 * there, and foreign keys with partitions at an end, and the indexes of partitions, choose names anew. Source: tablecmds.c,
 * ATPostAlterTypeCleanup.
 */
export function putOnAgain(session: Session, id: RelationId, column: string): Folded {
  const indexed = partsPutOnAgain(checksPutOnAgain(session, id, column), id, column);
  return indexed === null ? null : keysPutOnAgain(indexed, id, column);
}

function checksPutOnAgain(session: Session, id: RelationId, column: string): Session {
  return heirs(session.catalog, id).reduce((next, heir) => {
    const weakened = heir.constraints.filter(
      (each): each is RowConstraint =>
        standsOn(each, column) && each.valid && !declaredAt(session.catalog, heir, each).valid,
    );
    return weakened.length === 0 ? next : changeTable(next, heir.id, (before) => weaken(before, weakened));
  }, session);
}

function standsOn(constraint: Constraint, column: string): constraint is RowConstraint {
  if (constraint.kind === 'check') return mentionsColumn(constraint.expression, column);
  return constraint.kind === 'not-null' && constraint.column === column;
}

function weaken(table: Table, weakened: readonly RowConstraint[]): Table {
  const nullable = new Set(weakened.map((each) => (each.kind === 'not-null' ? each.column : null)));
  return {
    ...table,
    columns: table.columns.map((each) => (nullable.has(each.name) ? { ...each, notNull: false } : each)),
    constraints: table.constraints.map((each) => {
      const known = weakened.find((other) => other === each);
      return known === undefined ? each : { ...known, valid: false };
    }),
  };
}

interface HeldKey {
  readonly table: Table;
  readonly key: ForeignKey;
}

/** All of them go before the first is put on again. */
function keysPutOnAgain(session: Session, id: RelationId, column: string): Folded {
  const found = keysOn(session, id, column);
  if (!found.some((held) => hasPartitions(session, held))) return session;
  const gone = new Set(found.map(({ key }) => key));
  const without = [...new Set(found.map(({ table }) => table.id))].reduce(
    (next, holder) =>
      changeTable(next, holder, (table) => ({
        ...table,
        constraints: table.constraints.filter((known) => known.kind !== 'foreign-key' || !gone.has(known)),
      })),
    session,
  );
  return each(without, found, (next, { table, key }) => {
    const holder = tableById(next.catalog, table.id);
    return key.inherited || holder === undefined ? next : withForeignKey(next, holder, key);
  });
}

function hasPartitions({ catalog }: Session, { table, key }: HeldKey): boolean {
  return [table, tableById(catalog, key.referenced)].some((end) => end?.kind === 'partitioned table');
}

/** The keys with the column at either end, those of the table and its heirs first. */
function keysOn({ catalog }: Session, id: RelationId, column: string): readonly HeldKey[] {
  const family = [id, ...heirs(catalog, id).map((heir) => heir.id)];
  const tables = family.flatMap((member) => tableById(catalog, member) ?? []);
  const others = family.flatMap((member) => referencingTables(catalog, member));
  return [...new Set([...tables, ...others])].flatMap((table) =>
    table.constraints.flatMap((key) =>
      key.kind === 'foreign-key' &&
      ((family.includes(table.id) && key.columns.includes(column)) ||
        (family.includes(key.referenced) && key.referencedColumns.includes(column)))
        ? [{ table, key }]
        : [],
    ),
  );
}
