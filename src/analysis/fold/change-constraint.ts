import type { OperationOf } from '../../postgres/operation';
import {
  childrenOf,
  constraintNamed,
  heirs,
  indexById,
  parentsOf,
  relationNamed,
  tableById,
} from '../catalog/find';
import type { Constraint, RelationId, Table } from '../catalog/relation';
import type { Session } from '../session';
import type { Folded } from './change';
import { changeColumn, changeConstraint, changeTable, each, put } from './change';
import type { CatalogObject } from './catalog-object';
import { dropObjects } from './drop';
import { dropNotNull, notNullOf, setNotNull } from './not-null';

/** DROP CONSTRAINT, on heirs too that have it from here alone. */
export function dropConstraint(
  session: Session,
  id: RelationId,
  operation: OperationOf<'drop-constraint'>,
): Folded {
  const table = tableById(session.catalog, id);
  if (table === undefined) return session;
  const constraint = visibleConstraint(session, table, operation.constraint);
  if (constraint === undefined) return operation.missingOk || !table.complete ? session : null;
  if (constraint.inherited) return null;
  if (constraint.kind === 'not-null') return dropNotNull(session, id, constraint.column, !operation.only);
  // The key of a partition is a part of its parent's.
  const alone = operation.only && constraint.kind !== 'foreign-key';
  const { gone, kept } = alone ? { gone: [], kept: [] } : heirsOf(session, id, constraint);
  const left = alone && constraint.kind === 'check' ? ofHeirsAlone(session, table, constraint.name) : [];
  const released = [...kept, ...left].reduce(
    (next, [child, name]) =>
      changeConstraint(next, child, name, (before) => ({ ...before, inherited: false })),
    session,
  );
  const objects = [[id, constraint.name] as const, ...gone].map(([owner, name]): CatalogObject => ({
    kind: 'constraint',
    table: owner,
    name,
  }));
  return dropObjects(released, objects, operation.cascade);
}

/** What ONLY leaves to the heirs is their own from then on; from 18 on not where they have it from another parent, too. */
function ofHeirsAlone(
  session: Session,
  table: Table,
  name: string,
): readonly (readonly [RelationId, string])[] {
  return childrenOf(session.catalog, table.id).flatMap(
    (child): readonly (readonly [RelationId, string])[] => {
      const others =
        session.major < 18 ? [] : parentsOf(session.catalog, child).filter(({ id }) => id !== table.id);
      return others.some((other) => constraintNamed(other, name)?.kind === 'check') ? [] : [[child.id, name]];
    },
  );
}

/** VALIDATE CONSTRAINT, on heirs too. */
export function validateConstraint(session: Session, id: RelationId, name: string): Folded {
  const table = tableById(session.catalog, id);
  if (table === undefined) return session;
  const constraint = visibleConstraint(session, table, name);
  if (constraint === undefined) return table.complete ? null : session;
  if (!('valid' in constraint) || constraint.valid) return session;
  const validated = changeConstraint(session, id, name, (before) =>
    before.kind === 'check' || before.kind === 'foreign-key' || before.kind === 'not-null'
      ? { ...before, valid: true }
      : before,
  );
  const result =
    constraint.kind === 'not-null'
      ? changeColumn(validated, id, constraint.column, (column) => ({ ...column, notNull: true }))
      : validated;
  if (constraint.kind === 'foreign-key') {
    return heirsOf(session, id, constraint).gone.reduce<Session>(
      (next, [child, key]) => validateConstraint(next, child, key) ?? next,
      result,
    );
  }
  return each(result, childrenOf(result.catalog, id), (next, child) => {
    const known =
      constraint.kind === 'not-null' ? notNullOf(child, constraint.column) : constraintNamed(child, name);
    return known?.kind === constraint.kind ? validateConstraint(next, child.id, known.name) : next;
  });
}

/** ALTER CONSTRAINT. ENFORCED of a key that was not checks all rows. */
export function alterConstraint(
  session: Session,
  id: RelationId,
  operation: OperationOf<'alter-constraint'>,
): Folded {
  const table = tableById(session.catalog, id);
  if (table === undefined) return session;
  const constraint = visibleConstraint(session, table, operation.constraint);
  if (constraint === undefined) return table.complete ? null : session;
  const { deferrable, initiallyDeferred, enforced, noInherit } = operation;
  const change = (before: Constraint): Constraint => {
    if (before.kind === 'foreign-key') {
      return {
        ...before,
        deferrable: deferrable ?? (initiallyDeferred === true || before.deferrable),
        initiallyDeferred: initiallyDeferred ?? (deferrable === false ? false : before.initiallyDeferred),
        enforced: enforced ?? before.enforced,
        // What is enforced already is not checked once more.
        valid: enforced === before.enforced ? before.valid : (enforced ?? before.valid),
      };
    }
    return before.kind === 'not-null' && noInherit !== null ? { ...before, noInherit } : before;
  };
  const changed = changeConstraint(session, id, operation.constraint, change);
  if (constraint.kind === 'not-null' && constraint.noInherit && noInherit === false) {
    const { column, name, valid } = constraint;
    return each(changed, childrenOf(changed.catalog, id), (next, child) =>
      setNotNull(next, child.id, { column, name, valid, noInherit: false, inherited: true }),
    );
  }
  return heirsOf(session, id, constraint).gone.reduce(
    (next, [child, name]) => changeConstraint(next, child, name, change),
    changed,
  );
}

/** RENAME CONSTRAINT: its index is renamed with it; CHECK and NOT NULL also on heirs. */
export function renameConstraint(
  session: Session,
  id: RelationId,
  name: string,
  to: string,
  recursing = false,
): Folded {
  const table = tableById(session.catalog, id);
  if (table === undefined) return session;
  const constraint = visibleConstraint(session, table, name);
  if (constraint === undefined) return table.complete ? null : session;
  const inheritedName =
    constraint.inherited && (constraint.kind === 'check' || constraint.kind === 'not-null');
  if (constraintNamed(table, to) !== undefined || (inheritedName && !recursing)) return null;
  const renamed = changeConstraint(session, id, name, (before) => ({ ...before, name: to }));
  if ('index' in constraint) {
    const index = indexById(session.catalog, constraint.index);
    if (index === undefined) return renamed;
    if (relationNamed(session.catalog, { schema: index.schema, name: to }) !== undefined) return null;
    return put(renamed, { ...index, name: to, constraint: to });
  }
  if (constraint.kind === 'foreign-key') return renamed;
  return each(renamed, childrenOf(session.catalog, id), (next, child) => {
    const known = constraintNamed(child, name);
    return known?.kind === constraint.kind ? renameConstraint(next, child.id, name, to, true) : next;
  });
}

/** A constraint by name, as far as the server has rows of it: NOT NULL has from 18 on. */
function visibleConstraint(session: Session, table: Table, name: string): Constraint | undefined {
  const constraint = constraintNamed(table, name);
  return constraint?.kind === 'not-null' && session.major < 18 ? undefined : constraint;
}

/** The constraints of heirs that come from this one: `gone` have no other cause, `kept` are theirs too. */
function heirsOf(
  session: Session,
  id: RelationId,
  constraint: Constraint,
): {
  readonly gone: readonly (readonly [RelationId, string])[];
  readonly kept: readonly (readonly [RelationId, string])[];
} {
  const gone: (readonly [RelationId, string])[] = [];
  const kept: (readonly [RelationId, string])[] = [];
  for (const heir of heirs(session.catalog, id)) {
    const known = heir.constraints.find((each) => comesFrom(each, constraint));
    if (known !== undefined) (known.inherited ? gone : kept).push([heir.id, known.name]);
  }
  return { gone, kept };
}

function comesFrom(known: Constraint, constraint: Constraint): boolean {
  if (constraint.kind === 'check') return known.kind === 'check' && known.name === constraint.name;
  if (constraint.kind !== 'foreign-key' || known.kind !== 'foreign-key' || !known.inherited) return false;
  return (
    known.referenced === constraint.referenced &&
    known.columns.join('\u0000') === constraint.columns.join('\u0000')
  );
}

/** ALTER TABLE … ADD or drop of an INHERITS parent: the child's columns and checks of the parent's names take part in it, or no longer do. */
export function markInherited(
  session: Session,
  parent: Table,
  id: RelationId,
  inherited: boolean,
  others: readonly Table[] = [],
): Session {
  const elsewhere = (column: string): boolean =>
    others.some(({ columns }) => columns.some(({ name }) => name === column));
  const constraintElsewhere = (constraint: Constraint): boolean =>
    others.some(({ constraints }) =>
      constraints.some((each) =>
        each.kind === 'not-null'
          ? constraint.kind === 'not-null' && each.column === constraint.column
          : each.kind === constraint.kind && each.name === constraint.name,
      ),
    );
  return changeTable(session, id, (table) => ({
    ...table,
    columns: inherited
      ? table.columns
      : table.columns.map((column) =>
          parent.columns.some((each) => each.name === column.name) && !elsewhere(column.name)
            ? { ...column, inherited: false }
            : column,
        ),
    constraints: inherited
      ? table.constraints
      : table.constraints.map((constraint) =>
          constraint.inherited && !constraintElsewhere(constraint)
            ? { ...constraint, inherited: false }
            : constraint,
        ),
  }));
}
