import type { TypeName } from '../../postgres/type-name';
import type { NameKey, UserType } from '../catalog/catalog';
import { nameKey } from '../catalog/catalog';
import { usersOfType } from '../catalog/uses';
import type { Session } from '../session';
import { put, withCatalog } from './change';
import { renameNeeds } from './function-needs';

/** The session with all columns and domains of a type speaking of it under its new name. */
export function renameTypeUses(
  session: Session,
  key: NameKey,
  to: { readonly schema: string; readonly name: string },
): Session {
  const users = usersOfType(session.catalog, key);
  const renamed = (type: TypeName): TypeName =>
    type.schema !== null && nameKey(type.schema, type.name) === key ? { ...type, ...to } : type;
  const columns = users.reduce((next, id) => {
    const relation = next.catalog.relations.get(id);
    if (relation === undefined || !('columns' in relation)) return next;
    return put(next, {
      ...relation,
      columns: relation.columns.map((each) =>
        each.type === null ? each : { ...each, type: renamed(each.type) },
      ),
    });
  }, session);
  const functions = renameNeeds(columns.catalog, 'types', key, nameKey(to.schema, to.name));
  const all = functions === columns.catalog ? columns : withCatalog(columns, functions);
  return all.catalog.types.has(key) ? withDomains(all, renamed) : all;
}

/** The session with a type under another name, in all that uses it. */
export function renameUserType(
  session: Session,
  type: UserType,
  to: { readonly schema: string; readonly name: string },
): Session {
  const key = nameKey(type.schema, type.name);
  const uses = renameTypeUses(session, key, to);
  const types = uses.catalog.types.delete(key).set(nameKey(to.schema, to.name), { ...type, ...to });
  return withCatalog(uses, { ...uses.catalog, types });
}

function withDomains(session: Session, renamed: (type: TypeName) => TypeName): Session {
  let { types } = session.catalog;
  for (const [key, type] of session.catalog.types.entries()) {
    if (type.kind !== 'domain') continue;
    const base = renamed(type.type);
    if (base !== type.type) types = types.set(key, { ...type, type: base });
  }
  return withCatalog(session, { ...session.catalog, types });
}
