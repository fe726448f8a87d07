import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import { nameKey } from '../../catalog/catalog';
import { isTable } from '../../catalog/find';
import type { Relation } from '../../catalog/relation';
import { usersOfType } from '../../catalog/uses';
import type { Situation } from '../../roles/situation';
import { targetTable } from '../../roles/target';
import { checkedDomain } from './checked-domain';
import type { RefusalJudge } from './names';

/** Values that lie inside of columns of other tables, which the server would have to rewrite. Source: tablecmds.c, find_composite_type_dependencies. */
export const ROW_TYPE_REFUSALS = {
  'row-type-stored': (situation) => {
    const table = targetTable(situation);
    return table?.kind === 'table' && writesRows(situation) && isStored(situation, table);
  },
  'domain-stored-in-rows': (situation) => {
    const { session } = situation;
    const domain = checkedDomain(situation);
    if (domain === undefined) return false;
    return usersOfType(session.catalog, nameKey(domain.schema, domain.name)).some((id) => {
      const holder = session.catalog.relations.get(id);
      return holder !== undefined && isStored(situation, holder);
    });
  },
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

/** Each row is written anew, or a value for it is worked out. */
function writesRows({ operation }: Situation): boolean {
  if (operation.kind === 'alter-column-type') return true;
  if (operation.kind !== 'add-column' || operation.ifNotExists) return false;
  const { default: value, identity, generated, type } = operation.column;
  const serial = type?.schema === null && /^(?:big|small)?serial$/.test(type.name);
  const isNull = value?.kind === 'constant' && value.value === null;
  return serial || identity !== null || generated !== null || (value !== null && !isNull);
}

/** A table has a column of rows of the relation. */
function isStored({ session }: Situation, { schema, name }: Relation): boolean {
  return usersOfType(session.catalog, nameKey(schema, name)).some((id) => {
    const user = session.catalog.relations.get(id);
    return user !== undefined && isTable(user) && user.kind !== 'foreign table' && user.origin.certain;
  });
}
