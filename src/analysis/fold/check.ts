import type { ConstraintDefinition } from '../../postgres/definition';
import { columnsOf } from '../../postgres/expression';
import { chooseConstraintName } from '../catalog/generated-name';
import { childrenOf, constraintNamed, tableById } from '../catalog/find';
import { mergeableCheck } from '../catalog/merged-check';
import type { Constraint, RelationId } from '../catalog/relation';
import { originOf } from '../origin';
import type { Session } from '../session';
import type { Folded } from './change';
import { changeConstraint, changeTable, each } from './change';

type CheckDefinition = Extract<ConstraintDefinition, { readonly kind: 'check' }>;

/**
 * A CHECK, on all heirs too unless NO INHERIT. An heir that has one of the name already takes part in the parent's. Source:
 * heap.c, AddRelationNewConstraints and MergeWithExistingConstraint.
 */
export function addCheck(
  session: Session,
  id: RelationId,
  definition: CheckDefinition,
  inherited = false,
): Folded {
  const table = tableById(session.catalog, id);
  if (table === undefined) return session;
  const name = definition.name ?? checkName(session, table, definition);
  const known = constraintNamed(table, name);
  if (!inherited && known !== undefined && known === mergeableCheck(table, definition))
    return changeConstraint(session, id, name, (before) => ({
      ...before,
      // The server takes the rows that are there to meet it.
      ...(definition.enforced && before.kind === 'check' && !before.enforced
        ? { enforced: true, valid: true }
        : {}),
      inherited: false,
    }));
  if (known !== undefined && (!inherited || known.kind !== 'check')) return null;
  const constraint: Constraint = {
    kind: 'check',
    name,
    expression: definition.expression,
    valid: definition.valid && definition.enforced,
    enforced: definition.enforced,
    noInherit: definition.noInherit,
    inherited,
    origin: originOf(session),
  };
  const result =
    known === undefined
      ? changeTable(session, id, (before) => ({
          ...before,
          constraints: [...before.constraints, constraint],
        }))
      : changeConstraint(session, id, name, (before) => ({
          ...before,
          inherited: table.partition !== null || before.inherited,
        }));
  if (definition.noInherit || known !== undefined) return result;
  return each(result, childrenOf(result.catalog, id), (next, child) =>
    addCheck(next, child.id, { ...definition, name }, true),
  );
}

/** The name that the server makes up for a CHECK: with the column, where it mentions exactly one. */
function checkName(
  session: Session,
  table: { readonly schema: string; readonly name: string },
  definition: CheckDefinition,
): string {
  const columns = columnsOf(definition.expression);
  const column = columns.length === 1 ? (columns[0] ?? null) : null;
  return chooseConstraintName(session, table.schema, table.name, column, 'check');
}
