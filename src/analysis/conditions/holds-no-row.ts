import { heirs, isTable } from '../catalog/find';
import type { Relation } from '../catalog/relation';
import { relationOf } from '../catalog/resolve';
import { isNew } from '../exemption';
import type { Situation } from '../roles/situation';
import { targetTable } from '../roles/target';
import type { Judge } from './claim';

/** Nobody else can have filled the table that gets a key or is attached, and the migrations have not. */
export const holdsNoRow: Judge = (situation) => {
  const { session } = situation;
  const table = checked(situation);
  const isEmpty = (each: Relation): boolean => isTable(each) && each.rows === 'none' && isNew(session, each);
  return table !== undefined && isEmpty(table) && heirs(session.catalog, table.id).every(isEmpty);
};

function checked(situation: Situation): Relation | undefined {
  const { operation, session } = situation;
  return operation.kind === 'attach-partition'
    ? relationOf(session, operation.partition)
    : targetTable(situation);
}
