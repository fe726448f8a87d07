import { constraintNamed } from '../analysis/catalog/find';
import type { Table } from '../analysis/catalog/relation';
import { provenChecks, saysNotNull } from '../analysis/conditions/null-proof';
import type { Performed } from './performed';

/** How a statement spoils the proof that a column is not null. */
export type Spoiled = 'drops' | 'validates' | 'adds';

/** The CHECK that would prove SET NOT NULL, if its own statement did not touch it; null if it touches none, or another one proves it. */
export function spoiledProof(
  { operation, statement, session }: Performed<'set-not-null'>,
  table: Table,
): { readonly how: Spoiled; readonly constraint: string | null } | null {
  const { column } = operation;
  const touched = new Set(
    statement.flatMap((other) =>
      other.kind === 'drop-constraint' || other.kind === 'validate-constraint' ? [other.constraint] : [],
    ),
  );
  if (session.major < 12 || provenChecks(table, touched).some((check) => saysNotNull(check, column)))
    return null;
  for (const other of statement) {
    if (other.kind === 'add-check') {
      const { valid, enforced, expression, name } = other.constraint;
      if (valid && enforced && saysNotNull(expression, column)) return { how: 'adds', constraint: name };
    }
    if (other.kind !== 'drop-constraint' && other.kind !== 'validate-constraint') continue;
    const known = constraintNamed(table, other.constraint);
    if (known?.kind !== 'check' || !known.enforced || !saysNotNull(known.expression, column)) continue;
    return { how: other.kind === 'drop-constraint' ? 'drops' : 'validates', constraint: known.name };
  }
  return null;
}
