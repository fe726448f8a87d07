import type { ColumnDefinition } from '../../postgres/definition';
import type { Column, Constraint, Table } from '../catalog/relation';
import { originOf } from '../origin';
import type { Session } from '../session';

interface GivenNotNull {
  readonly column: string;
  readonly name: string;
  readonly valid: boolean;
  readonly noInherit: boolean;
}

/** Columns that a new table gets from others, before its own. */
export interface GivenColumns {
  readonly columns: readonly Column[];
  /** NOT NULL of those columns with the names that their constraints had. */
  readonly notNull: readonly GivenNotNull[];
  readonly checks: readonly Extract<Constraint, { readonly kind: 'check' }>[];
}

/** What a table inherits from its parents, by INHERITS or as a partition: columns of one name become one. Source: MergeAttributes. */
export function inheritedColumns(
  session: Session,
  parents: readonly Table[],
  partition: boolean,
): GivenColumns {
  const columns = new Map<string, Column>();
  const notNull = new Map<string, GivenColumns['notNull'][number]>();
  const checks = new Map<string, GivenColumns['checks'][number]>();
  for (const parent of parents) {
    for (const column of parent.columns) {
      const known = columns.get(column.name);
      if (known === undefined) columns.set(column.name, inheritedColumn(session, column, partition));
      else columns.set(column.name, { ...known, default: known.default ?? column.default });
    }
    for (const constraint of parent.constraints) {
      if (constraint.kind === 'check' && !constraint.noInherit && !checks.has(constraint.name)) {
        // No row of a new table can break it.
        const { name, enforced } = constraint;
        checks.set(name, { ...constraint, valid: enforced, inherited: true, origin: originOf(session) });
      }
      if (constraint.kind === 'not-null' && !constraint.noInherit && !notNull.has(constraint.column)) {
        notNull.set(constraint.column, {
          column: constraint.column,
          name: constraint.name,
          valid: true,
          noInherit: false,
        });
      }
    }
  }
  return { columns: [...columns.values()], notNull: [...notNull.values()], checks: [...checks.values()] };
}

/** A column that is declared where it is also given: the declaration adds NOT NULL, a default, and so on. */
export function mergeColumn(
  given: Column,
  declared: Column,
  definition: ColumnDefinition,
  partition: boolean,
): Column {
  return {
    ...given,
    collation: given.collation ?? declared.collation,
    default: declared.default ?? given.default,
    identity: declared.identity ?? given.identity,
    generated: declared.generated ?? (definition.default === null ? given.generated : null),
    storage: declared.storage ?? given.storage,
    compression: declared.compression ?? given.compression,
    inherited: partition,
  };
}

/** A column that LIKE copies where it is also inherited: it is the table's own, too. 11 leaves its default out. */
export function mergeLike({ major }: Session, given: Column, copied: Column): Column {
  const added = major < 12 ? null : copied.default;
  return { ...given, default: added ?? given.default, inherited: false };
}

/** The CHECKs that are given, each once: one that LIKE copies beside that of a parent is the table's own, too. */
export function mergedChecks(given: readonly GivenColumns[]): GivenColumns['checks'] {
  const merged = new Map<string, GivenColumns['checks'][number]>();
  for (const check of given.flatMap((from) => from.checks)) {
    const known = merged.get(check.name);
    merged.set(check.name, known === undefined ? check : { ...known, inherited: false });
  }
  return [...merged.values()];
}

/** Identity is inherited by partitions only, and from 17 on. */
function inheritedColumn(session: Session, column: Column, partition: boolean): Column {
  return {
    ...column,
    identity: partition && session.major >= 17 ? column.identity : null,
    notNull: false,
    addedBy: originOf(session),
    inherited: true,
  };
}
