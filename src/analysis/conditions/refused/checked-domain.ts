import { findType } from '../../catalog/resolve';
import type { Situation } from '../../roles/situation';

/** The domain whose stored values ALTER DOMAIN looks at: with NOT NULL, a constraint that is not NOT VALID, or VALIDATE. */
export function checkedDomain({ operation, session }: Situation): ReturnType<typeof findType> {
  if (operation.kind !== 'alter-domain') return undefined;
  const { change } = operation;
  const checks =
    (change.kind === 'add-constraint' &&
      (change.constraint.kind === 'not-null' || change.constraint.valid)) ||
    change.kind === 'set-not-null' ||
    change.kind === 'validate-constraint';
  return checks ? findType(session, operation.domain) : undefined;
}
