import { heirs } from '../catalog/find';
import type { Table } from '../catalog/relation';
import { isNew } from '../exemption';
import { targetTable } from '../roles/target';
import type { Judge } from './claim';

/** Nobody else can have filled the referencing table, and the migrations have not: the check of a new key asks for no row of the other end. */
export const noRowRefers: Judge = (situation) => {
  const { session } = situation;
  const table = targetTable(situation);
  const isEmpty = (each: Table): boolean => each.rows === 'none' && isNew(session, each);
  return table !== undefined && isEmpty(table) && heirs(session.catalog, table.id).every(isEmpty);
};
