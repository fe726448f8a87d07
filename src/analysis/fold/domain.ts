import type { OperationOf } from '../../postgres/operation';
import type { DomainConstraint } from '../../postgres/operations/type';
import { objectNameOf } from '../catalog/generated-name';
import type { UserType } from '../catalog/catalog';
import { findType, nameForCreation, resolveType } from '../catalog/resolve';
import { originOf } from '../origin';
import type { Session } from '../session';
import type { Folded } from './change';
import { addType, setType } from './enum';

type Domain = Extract<UserType, { readonly kind: 'domain' }>;
type KnownConstraint = Domain['constraints'][number];

/** CREATE DOMAIN. */
export function createDomain(session: Session, operation: OperationOf<'create-domain'>): Folded {
  const place = nameForCreation(session, operation.domain);
  const domain: Domain = {
    ...place,
    kind: 'domain',
    type: resolveType(session, operation.type),
    collation: operation.collation,
    default: operation.default,
    constraints: [],
    origin: originOf(session),
  };
  return addType(session, operation.constraints.reduce(withConstraint, domain));
}

/** ALTER DOMAIN. */
export function alterDomain(session: Session, { domain: name, change }: OperationOf<'alter-domain'>): Folded {
  const domain = findType(session, name);
  if (domain === undefined) return session;
  if (domain.kind !== 'domain') return null;
  const has = (constraint: string): boolean => domain.constraints.some((each) => each.name === constraint);
  switch (change.kind) {
    case 'add-constraint':
      if (change.constraint.name !== null && has(change.constraint.name)) return null;
      return setType(session, withConstraint(domain, change.constraint));
    case 'drop-constraint':
      if (!has(change.constraint)) return change.missingOk ? session : null;
      return setType(session, {
        ...domain,
        constraints: domain.constraints.filter((each) => each.name !== change.constraint),
      });
    case 'validate-constraint':
      if (!has(change.constraint)) return null;
      return setType(
        session,
        changed(domain, change.constraint, (each) => ({ ...each, validated: true })),
      );
    case 'rename-constraint':
      if (!has(change.constraint) || has(change.to)) return null;
      return setType(
        session,
        changed(domain, change.constraint, (each) => ({ ...each, name: change.to })),
      );
    case 'set-not-null':
      if (domain.constraints.some((each) => each.kind === 'not-null')) return session;
      return setType(session, withConstraint(domain, { kind: 'not-null', name: null }));
    case 'drop-not-null':
      return setType(session, {
        ...domain,
        constraints: domain.constraints.filter((each) => each.kind !== 'not-null'),
      });
    case 'drop-default':
      return setType(session, { ...domain, default: null });
    case 'set-default':
      return setType(session, { ...domain, default: change.default });
  }
}

function withConstraint(domain: Domain, constraint: DomainConstraint): Domain {
  const label = constraint.kind === 'check' ? 'check' : 'not_null';
  const taken = new Set(domain.constraints.map(({ name }) => name));
  let name = constraint.name ?? objectNameOf(domain.name, null, label);
  for (let pass = 1; constraint.name === null && taken.has(name); pass += 1) {
    name = objectNameOf(domain.name, null, `${label}${pass}`);
  }
  const validated = constraint.kind !== 'check' || constraint.valid;
  return { ...domain, constraints: [...domain.constraints, { ...constraint, name, validated }] };
}

function changed(
  domain: Domain,
  name: string,
  change: (constraint: KnownConstraint) => KnownConstraint,
): Domain {
  return {
    ...domain,
    constraints: domain.constraints.map((each) => (each.name === name ? change(each) : each)),
  };
}
