import type { GeneratedDefinition } from '../../../postgres/definition';
import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import { columnsOf } from '../../../postgres/expression';
import type { OperationOf } from '../../../postgres/operation';
import type { TypeName } from '../../../postgres/type-name';
import type { Table } from '../../catalog/relation';
import { columnOf, relationNamed } from '../../catalog/find';
import { nameForCreation, resolveType, tableOf } from '../../catalog/resolve';
import type { Situation } from '../../roles/situation';
import { targetTable } from '../../roles/target';
import { SYSTEM_COLUMNS, type RefusalJudge } from './names';

/** Columns, bounds and parents that a table cannot have. Source: parse_utilcmd.c, tablecmds.c (MergeAttributes), heap.c. */
export const MERGED_COLUMN_REFUSALS = {
  'system-column-name': ({ operation }) => {
    const names =
      operation.kind === 'create-table'
        ? operation.columns.map(({ name }) => name)
        : operation.kind === 'add-column'
          ? [operation.column.name]
          : operation.kind === 'rename-column'
            ? [operation.to]
            : [];
    return names.some((name) => SYSTEM_COLUMNS.has(name));
  },
  'parent-not-partitioned': made(({ partitionOf }, { session }) => {
    const parent = partitionOf === null ? undefined : tableOf(session, partitionOf.parent);
    return parent?.kind === 'table' && parent.origin.certain;
  }),
  'bound-of-other-strategy': ({ operation, session }) => {
    const [parent, bound] =
      operation.kind === 'create-table' && operation.partitionOf !== null
        ? [tableOf(session, operation.partitionOf.parent), operation.partitionOf.bound]
        : operation.kind === 'attach-partition'
          ? [tableOf(session, operation.table), operation.bound]
          : [];
    const partitioning = parent?.partitioning ?? null;
    if (partitioning === null || bound === undefined || bound.kind === 'default') return false;
    const { strategy, keys } = partitioning;
    if (bound.kind !== strategy) return true;
    return bound.kind === 'range' && (bound.from.length !== keys.length || bound.to.length !== keys.length);
  },
  'lives-otherwise-than-parent': made(({ persistence, partitionOf }, { session }) => {
    const parent = partitionOf === null ? undefined : tableOf(session, partitionOf.parent);
    return (
      parent !== undefined &&
      parent.origin.certain &&
      (parent.persistence === 'temporary') !== (persistence === 'temporary')
    );
  }),
  'parents-differ': made(parentsDiffer),
  'generated-of-generated': (situation) => {
    const { operation, statement } = situation;
    if (operation.kind === 'create-table')
      return operation.columns.some(({ generated }) =>
        mentions(
          generated,
          operation.columns.flatMap((column) => (column.generated === null ? [] : [column.name])),
        ),
      );
    if (operation.kind !== 'add-column') return false;
    const known = (targetTable(situation)?.columns ?? []).flatMap((column) =>
      column.generated !== null && column.addedBy.certain && !isChanged(situation, column.name)
        ? [column.name]
        : [],
    );
    const added = statement.flatMap((other) =>
      other.kind === 'add-column' && other.column.generated !== null ? [other.column.name] : [],
    );
    return mentions(operation.column.generated, [...known, ...added]);
  },
  'column-of-typed-table': (situation) => (targetTable(situation)?.ofType ?? null) !== null,
  'heir-column-of-other-type': (situation) => {
    const { operation, session } = situation;
    const table = targetTable(situation);
    if (operation.kind !== 'add-column' || operation.only || table === undefined) return false;
    const { name, type } = operation.column;
    const isThere = operation.ifNotExists && columnOf(table, name) !== undefined;
    return (
      type !== null &&
      !isThere &&
      (session.catalog.childrenOf.get(table.id) ?? []).some((id) => {
        const heir = session.catalog.relations.get(id);
        const own = heir === undefined ? undefined : columnOf(heir, name);
        return own?.addedBy.certain === true && differ(situation, own.type, type);
      })
    );
  },
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

/** IF NOT EXISTS of a table that is there looks no further. */
function made(
  refuses: (operation: OperationOf<'create-table'>, situation: Situation) => boolean,
): RefusalJudge {
  return (situation) => {
    const { operation, session } = situation;
    if (operation.kind !== 'create-table') return false;
    if (operation.ifNotExists && existsAlready(situation, operation)) return false;
    return refuses(operation, { operation, session, statement: situation.statement });
  };
}

function existsAlready({ session }: Situation, operation: OperationOf<'create-table'>): boolean {
  const place = nameForCreation(session, operation.table, operation.persistence);
  return relationNamed(session.catalog, place) !== undefined || !session.catalog.complete;
}

/** Columns of one name become one, which has to be of one type. */
function parentsDiffer(operation: OperationOf<'create-table'>, situation: Situation): boolean {
  const { session } = situation;
  const parents = operation.inherits.flatMap((name) => tableOf(session, name) ?? []);
  const types = new Map<string, TypeName>();
  const own = operation.columns.map(({ name, type }) => ({ name, type }));
  const inherited = parents.flatMap((parent: Table) =>
    parent.columns.flatMap(({ name, type, addedBy }) => (addedBy.certain ? [{ name, type }] : [])),
  );
  if (parents.length === 0) return false;
  return [...inherited, ...own].some(({ name, type }) => {
    const known = types.get(name);
    if (known === undefined && type !== null) types.set(name, type);
    return known !== undefined && differ(situation, known, type);
  });
}

/** Whether two types are certainly not the same. */
function differ({ session }: Situation, a: TypeName | null, b: TypeName | null): boolean {
  if (a === null || b === null) return false;
  const [left, right] = [plain(resolveType(session, a)), plain(resolveType(session, b))];
  return left.name !== right.name || left.arrayDimensions > 0 !== right.arrayDimensions > 0;
}

/** SERIAL is a word for the integer below it. */
function plain(type: TypeName): TypeName {
  const name = SERIALS[type.name];
  return name === undefined ? type : { ...type, name };
}

const SERIALS: Readonly<Partial<Record<string, string>>> = {
  smallserial: 'int2',
  serial: 'int4',
  bigserial: 'int8',
};

function mentions(generated: GeneratedDefinition | null, columns: readonly string[]): boolean {
  return generated !== null && columnsOf(generated.expression).some((name) => columns.includes(name));
}

/** Whether the statement drops the column first, or makes a plain one of it. */
function isChanged({ statement }: Situation, column: string): boolean {
  return statement.some(
    (other) => (other.kind === 'drop-column' || other.kind === 'drop-expression') && other.column === column,
  );
}
