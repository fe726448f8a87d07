import type { QueryWrite } from '../../postgres/query';
import type { Catalog } from '../catalog/catalog';
import { heirs, isTable } from '../catalog/find';
import type { Relation, Table } from '../catalog/relation';
import { relationOf } from '../catalog/resolve';
import { isNew } from '../exemption';
import { bringsRow } from '../fold/rows';
import type { Session } from '../session';
import { leavesOf } from './family';
import type { Writing } from './query';

/** Whether a statement comes to insert, change or delete a row of a table or below. */
export type RowsWritten = 'yes' | 'no' | 'perhaps';

/** What can be told of it before the statement runs. */
export function rowsWritten(
  session: Session,
  {
    relation,
    write,
    query,
    ofMerge,
  }: Pick<Writing, 'write' | 'query' | 'ofMerge'> & { readonly relation: Table },
): RowsWritten {
  if (write.never === true || takesFromEmpty(session, write)) return 'no';
  if (ofMerge === true) return 'perhaps';
  const passes = write.onConflict === 'none' && !mayBeKeptAway(relation, write);
  if (write.command === 'insert' || write.command === 'copy')
    return passes && bringsRow(write, query) ? 'yes' : 'perhaps';
  if (isEmpty(session, relation)) return 'no';
  const everyRow = write.where === null && write.condition === undefined && query.reads.length === 0;
  return passes && everyRow && someRowStays(session.catalog, relation, write) ? 'yes' : 'perhaps';
}

/** Nobody can have put a row into it or below: it is new, and the migrations have not. */
function isEmpty(session: Session, table: Table): boolean {
  return [table, ...heirs(session.catalog, table.id)].every(
    (each: Relation) => isTable(each) && each.rows === 'none' && isNew(session, each),
  );
}

function takesFromEmpty(session: Session, { takenFrom, selected = [] }: QueryWrite): boolean {
  const source = takenFrom === undefined ? undefined : relationOf(session, takenFrom);
  // An aggregate gives a row of no rows.
  const plain = selected.flat().every(({ kind }) => kind === 'column' || kind === 'constant');
  return plain && source !== undefined && isTable(source) && isEmpty(session, source);
}

/** By a trigger that fires first, or a rule. */
function mayBeKeptAway({ triggers, rules }: Table, { command }: QueryWrite): boolean {
  return (
    rules.length > 0 ||
    triggers.some(
      ({ timing, row, events }) =>
        timing === 'before' &&
        row &&
        events.some((event) => event === (command === 'copy' ? 'insert' : command)),
    )
  );
}

function someRowStays(catalog: Catalog, table: Table, write: QueryWrite): boolean {
  return leavesOf(catalog, table).some(
    (leaf) => isTable(leaf) && leaf.rows === 'some' && !mayBeKeptAway(leaf, write),
  );
}
