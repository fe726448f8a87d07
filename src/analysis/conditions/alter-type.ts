import type { Operation } from '../../postgres/operation';
import { columnOf, indexesOf, isIndex, isTable } from '../catalog/find';
import { mentionsColumn } from '../catalog/expression-edit';
import type { Index, Relation } from '../catalog/relation';
import { resolveType } from '../catalog/resolve';
import { indexMentions } from '../fold/dependents';
import { targetTable } from '../roles/target';
import type { Situation } from '../roles/situation';
import type { Judge, Verdict } from './claim';
import { either } from './claim';
import { isStored } from './new-column';
import type { TypeChange } from './type-change';
import { baseOf, changesRows, collationName, comparisonOf } from './type-change';

/** The values of the column have to be written anew: in a table, or in the table of an index. */
export const typeChangeRewrites: Judge = (situation, relation) => {
  const table = tableOf(situation, relation);
  const change = changeOf(situation, table);
  if (change === null || table?.kind === 'foreign table') return false;
  const column = table === undefined ? undefined : columnOf(table, change.column);
  if (column?.generated?.storage === 'virtual') return false;
  return changesRows(situation.session, change);
};

/** An index is built anew for the new type although the rows stay. */
export const typeChangeRebuilds: Judge = (situation, relation) => {
  if (!isIndex(relation)) return false;
  const rewrites = typeChangeRewrites(situation, relation);
  if (rewrites === true) return true;
  const table = tableOf(situation, relation);
  const change = changeOf(situation, table);
  if (change === null || change.from === null) return rewrites;
  return either([indexChanges(situation, relation, change), rewrites]);
};

/** One of the indexes of a table is built anew. */
export const typeChangeRebuildsOne: Judge = (situation, relation) => {
  const change = changeOf(situation, relation);
  if (change === null) return false;
  const indexes = indexesOf(situation.session.catalog, relation.id).filter((index) =>
    indexMentions(index, change.column),
  );
  return either(indexes.map((index) => typeChangeRebuilds(situation, index)));
};

/** A key is checked again where its values are compared in another way, or were written anew (TryReuseForeignKey). */
export const typeChangeRechecksKeys: Judge = (situation) => {
  const table = targetTable(situation);
  const change = changeOf(situation, table);
  if (table === undefined || change === null) return false;
  const rewrites = typeChangeRewrites(situation, table);
  if (rewrites !== false || change.from === null) return rewrites;
  return comparison(situation, change.from) !== comparison(situation, change.to);
};

/** A valid CHECK of the relation mentions the column, so it is put on again. */
export const checksMentionColumn: Judge = ({ operation }, relation) => {
  if (!isTable(relation) || !('column' in operation) || typeof operation.column !== 'string') return false;
  const { column } = operation;
  return relation.constraints.some(
    (constraint) =>
      constraint.kind === 'check' &&
      constraint.valid &&
      constraint.enforced &&
      mentionsColumn(constraint.expression, column),
  );
};

/** The column that the operation speaks of is VIRTUAL. */
export const columnVirtual: Judge = ({ operation }, relation) => {
  if (!('column' in operation)) return false;
  if (typeof operation.column !== 'string') return !isStored(operation.column, 18);
  return columnOf(relation, operation.column)?.generated?.storage === 'virtual';
};

/** Source: indexcmds.c, CheckIndexCompatible; the parts of a partitioned index are never kept. */
function indexChanges(situation: Situation, index: Index, change: TypeChange): Verdict {
  if (index.kind === 'partitioned index' || index.parent !== null) return true;
  if (index.predicate !== null || index.keys.some(({ expression }) => expression !== null)) return true;
  const key = index.keys.find(({ column }) => column === change.column);
  if (key === undefined || change.from === null) return false;
  const compared =
    key.operatorClass === null && comparison(situation, change.from) !== comparison(situation, change.to);
  return compared || (key.collation === null && collationChanges(situation, index, change));
}

function comparison({ session }: Situation, type: TypeChange['to']): string {
  return comparisonOf(baseOf(session, type));
}

function collationChanges(situation: Situation, index: Index, change: TypeChange): boolean {
  const { operation } = situation;
  const table = tableOf(situation, index);
  const before = table === undefined ? null : (columnOf(table, change.column)?.collation ?? null);
  const after = operation.kind === 'alter-column-type' ? operation.collation : null;
  return collationName(before) !== collationName(after);
}

function tableOf({ session }: Situation, relation: Relation): Relation | undefined {
  return isIndex(relation) ? session.catalog.relations.get(relation.table) : relation;
}

/** The change as it concerns one table. */
export function changeOf(situation: Situation, table: Relation | undefined): TypeChange | null {
  const { operation, session } = situation;
  const change = changeWritten(operation);
  if (change === null) return null;
  const from = table === undefined ? null : (columnOf(table, change.column)?.type ?? null);
  return { ...change, from, to: resolveType(session, change.to) };
}

function changeWritten(operation: Operation): Omit<TypeChange, 'from'> | null {
  if (operation.kind === 'alter-column-type')
    return { column: operation.column, to: operation.type, using: operation.using };
  if (operation.kind !== 'alter-composite-type' || operation.change.kind !== 'alter') return null;
  return { column: operation.change.attribute, to: operation.change.type, using: null };
}
