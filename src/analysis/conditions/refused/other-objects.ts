import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import type { ObjectName } from '../../../postgres/name';
import type { Operation } from '../../../postgres/operation';
import type { ObjectType } from '../../../postgres/operations/object';
import { isShipped } from '../../../postgres/volatility';
import { isPlaceholder } from '../../../sql/placeholder';
import { isTable } from '../../catalog/find';
import { isOfType, otherObject, otherObjectKey } from '../../catalog/other-objects';
import { ownerOf } from '../../catalog/whole-database';
import { keptName } from '../../fold/other-objects';
import { bringsUnknown } from '../../roles/extension';
import type { Situation } from '../../roles/situation';
import type { RefusalJudge } from './names';

/** Collations, foreign data wrappers, servers, user mappings and extensions that are missing or there already, and roles in use. */
export const OTHER_OBJECT_REFUSALS = {
  'object-name-taken': (situation) => {
    const { operation, session } = situation;
    if (operation.kind === 'create-extension')
      return !operation.ifNotExists && isExtensionThere(situation, operation.extension);
    const made = nameMade(situation);
    if (made === null || isHole(made.name)) return false;
    return otherObject(session.catalog, made.type, made.name)?.certain === true;
  },
  'object-missing': (situation) => {
    const { catalog } = situation.session;
    return (
      catalog.complete &&
      !bringsUnknown(catalog) &&
      namesNeeded(situation.operation).some((needed) => isMissing(situation, needed))
    );
  },
  'role-in-use': ({ operation, session }) => {
    if (operation.kind !== 'drop-role') return false;
    const { catalog } = session;
    return [...catalog.relations.values()].some(
      (relation) =>
        relation.origin.certain &&
        (operation.roles.includes(ownerOf(catalog, relation) ?? '') ||
          (isTable(relation) &&
            relation.policies.some(({ roles }) => roles.some((role) => operation.roles.includes(role))))),
    );
  },
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

interface Named {
  readonly type: ObjectType;
  readonly name: ObjectName;
}

/** What CREATE, RENAME and SET SCHEMA make, unless IF NOT EXISTS or OR REPLACE lets it be. */
function nameMade({ operation, session }: Situation): Named | null {
  if (operation.kind === 'create-object') {
    const { objectType: type, name, ifNotExists, replace } = operation;
    return ifNotExists || replace || isSpecial(type, name)
      ? null
      : { type, name: keptName(session, type, name) };
  }
  if (operation.kind !== 'alter-object' || operation.to === null) return null;
  const { objectType: type, change, to } = operation;
  const from = keptName(session, type, operation.name);
  if (change !== 'rename' && change !== 'set-schema') return null;
  return { type, name: change === 'rename' ? { ...from, name: to } : { ...from, schema: to } };
}

/** What has to be there. */
function namesNeeded(operation: Operation): readonly Named[] {
  const { kind } = operation;
  if (kind === 'create-object') {
    const { objectType, name, wrapper } = operation;
    if (objectType === 'user mapping') return serverOf(name);
    return wrapper === undefined ? [] : [plain('foreign data wrapper', wrapper)];
  }
  if (kind === 'alter-object') return neededToExist(operation.objectType, [operation.name]);
  if (kind === 'drop-object')
    return operation.ifExists ? [] : neededToExist(operation.objectType, operation.names);
  if (kind === 'create-table')
    return operation.server === undefined ? [] : [plain('server', operation.server)];
  if (kind === 'import-foreign-schema') return [plain('server', operation.server)];
  if (kind === 'drop-extension')
    return operation.ifExists ? [] : operation.extensions.map((name) => plain('extension', name));
  return kind === 'alter-extension' ? [plain('extension', operation.extension)] : [];
}

function neededToExist(type: ObjectType, names: readonly ObjectName[]): readonly Named[] {
  if (type === 'server' || type === 'foreign data wrapper') return names.map((name) => ({ type, name }));
  // The system has collations of its own in its schema, which no name needs.
  if (type === 'collation')
    return names.flatMap((name) =>
      name.schema === null || name.schema === 'pg_catalog' ? [] : [{ type, name }],
    );
  return type === 'user mapping' ? names.flatMap((name) => [...serverOf(name), { type, name }]) : [];
}

function serverOf({ schema }: ObjectName): readonly Named[] {
  return schema === null ? [] : [plain('server', schema)];
}

function plain(type: ObjectType, name: string): Named {
  return { type, name: { schema: null, name } };
}

/** Who makes none of a kind by migrations may have made them by hand, with what is secret of them. */
function isMissing(situation: Situation, { type, name }: Named): boolean {
  const { extensions, otherObjects } = situation.session.catalog;
  if (isHole(name)) return false;
  if (type === 'extension' && name.name === 'plpgsql') return false;
  if (type === 'extension')
    return extensions.entries().length > 0 && isShipped(name.name) && !extensions.has(name.name);
  if (type === 'user mapping' && hasSpecial(situation, name)) return false;
  const madeHere = type === 'collation' || otherObjects.entries().some(([key]) => isOfType(key, type));
  return madeHere && otherObject(situation.session.catalog, type, name) === undefined;
}

function isExtensionThere({ session }: Situation, name: string): boolean {
  const { complete, extensions } = session.catalog;
  return extensions.get(name)?.certain === true || (name === 'plpgsql' && complete);
}

const SPECIAL: readonly string[] = ['current_role', 'current_user', 'session_user', 'user'];

/** Whose mapping it is, is up to who runs the statement. */
function isSpecial(type: ObjectType, { name }: ObjectName): boolean {
  return type === 'user mapping' && SPECIAL.includes(name);
}

function hasSpecial({ session }: Situation, { schema, name }: ObjectName): boolean {
  return (
    SPECIAL.includes(name) ||
    SPECIAL.some((role) => session.catalog.otherObjects.has(otherObjectKey('user mapping', schema, role)))
  );
}

function isHole({ schema, name }: ObjectName): boolean {
  return isPlaceholder(name) || (schema !== null && isPlaceholder(schema));
}
