import type { RoleName } from '../../postgres/effects/role';
import { FAMILY_ROLES } from './family';
import { FUNCTION_ROLES } from './functions';
import { GONE_ROLES } from './gone';
import { INDEX_ROLES, named } from './indexes';
import { KEY_CHECK_ROLES } from './key-checks';
import { KEY_ROLES } from './keys';
import { MAINTENANCE_ROLES } from './maintenance';
import { OBJECT_ROLES } from './objects';
import { PARTITION_ROLES } from './partitions';
import { QUERY_ROLES } from './query';
import { CALL_ROLES } from './relations-called';
import { REWRITING_ROLES } from './rewriting';
import { ROUTING_ROLES } from './routing';
import { relationInPlace } from '../fold/view';
import type { Resolver } from './situation';
import { all, NOBODY } from './situation';
import { TYPE_ROLES } from './types';

/** The resolver of every role of the effect table. */
export const ROLES: Readonly<Record<RoleName, Resolver>> = {
  ...CALL_ROLES,
  ...FAMILY_ROLES,
  ...FUNCTION_ROLES,
  ...GONE_ROLES,
  ...INDEX_ROLES,
  ...KEY_CHECK_ROLES,
  ...KEY_ROLES,
  ...MAINTENANCE_ROLES,
  ...OBJECT_ROLES,
  ...PARTITION_ROLES,
  ...QUERY_ROLES,
  ...REWRITING_ROLES,
  ...ROUTING_ROLES,
  ...TYPE_ROLES,
  like: ({ operation, session }) =>
    operation.kind === 'create-table'
      ? all(operation.like.flatMap(({ table }) => named(session, table).relations))
      : NOBODY,
  parents: ({ operation, session }) => {
    if (operation.kind === 'create-table')
      return all(operation.inherits.flatMap((name) => named(session, name).relations));
    return operation.kind === 'add-inherit' || operation.kind === 'drop-inherit'
      ? named(session, operation.parent)
      : NOBODY;
  },
  replaced: ({ operation, session }) =>
    operation.kind === 'create-view' && operation.replace
      ? all([relationInPlace(session, operation) ?? []].flat())
      : NOBODY,
};
