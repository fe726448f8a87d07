import { defaultOperatorClass } from '../../postgres/operator-class';
import type { Operation } from '../../postgres/operation';
import { declaredAt } from '../catalog/declared-at';
import { columnOf, indexesOf, isIndex, isTable } from '../catalog/find';
import { mentionsColumn } from '../catalog/expression-edit';
import type { Index, Relation } from '../catalog/relation';
import type { TypeName } from '../../postgres/type-name';
import { resolveType } from '../catalog/resolve';
import type { Session } from '../session';
import { indexMentions } from '../fold/dependents';
import { relationsDropped } from '../roles/dropped-in-statement';
import { leavesOf } from '../roles/family';
import { targetTable } from '../roles/target';
import type { Situation } from '../roles/situation';
import type { Judge, Verdict } from './claim';
import { either } from './claim';
import { isStored } from './new-column';
import type { TypeChange } from './type-change';
import { baseOf, changesRows, collationName, isMade } from './type-change';

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
  const indexes = indexesOf(situation.session.catalog, relation.id).filter(
    (index) => indexMentions(index, change.column) && !relationsDropped(situation).has(index.id),
  );
  return either(indexes.map((index) => typeChangeRebuilds(situation, index)));
};

/**
 * A key is checked again where its values are compared in another way, or were written anew (TryReuseForeignKey); on 11 each time
 * in partitions, which get it from the parent as a new one.
 */
export const typeChangeRechecksKeys: Judge = (situation) => {
  const { catalog, major } = situation.session;
  const table = targetTable(situation);
  const change = changeOf(situation, table);
  if (table === undefined || change === null) return false;
  if (major === 11 && table.kind === 'partitioned table' && leavesOf(catalog, table).length > 0) return true;
  const rewrites = typeChangeRewrites(situation, table);
  if (rewrites !== false || change.from === null) return rewrites;
  return comparedOtherwise(situation, 'btree', change.from, change.to);
};

/** A CHECK of the relation mentions the column, so it is put on again, and checked where the table that declares it has it as valid. */
export const checksMentionColumn: Judge = ({ operation, session }, relation) => {
  if (!isTable(relation) || !('column' in operation) || typeof operation.column !== 'string') return false;
  const { column } = operation;
  return relation.constraints.some((constraint) => {
    if (constraint.kind !== 'check' || !mentionsColumn(constraint.expression, column)) return false;
    const declared = declaredAt(session.catalog, relation, constraint);
    return declared.valid && (declared.kind !== 'check' || declared.enforced);
  });
};

/** The column that the operation speaks of is VIRTUAL. */
export const columnVirtual: Judge = (situation, judged) => {
  const { operation } = situation;
  const relation = tableOf(situation, judged);
  if (!('column' in operation) || relation === undefined) return false;
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
    key.operatorClass === null && comparedOtherwise(situation, index.method, change.from, change.to);
  return compared || (key.collation === null && collationChanges(situation, index, change));
}

/** Whether values of the two types are compared by different operators in an index of the method. */
function comparedOtherwise({ session }: Situation, method: string, from: TypeName, to: TypeName): boolean {
  return operatorClass(session, method, from) !== operatorClass(session, method, to);
}

/** Arrays, enums and composite types share a class each, which does not help an index to be kept. */
function operatorClass(session: Session, method: string, type: TypeName): string {
  const base = baseOf(session, type);
  const own = `${base.schema ?? ''}.${base.name}${base.arrayDimensions > 0 ? '[]' : ''}`;
  if (base.arrayDimensions > 0 || isMade(session, base)) return own;
  return defaultOperatorClass(method, base.name, session.major) ?? own;
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
  return { from, ...change, to: resolveType(session, change.to) };
}

function changeWritten(operation: Operation): Omit<TypeChange, 'from'> | null {
  if (operation.kind === 'alter-column-type')
    return { column: operation.column, to: operation.type, using: operation.using };
  if (operation.kind !== 'alter-composite-type' || operation.change.kind !== 'alter') return null;
  return { column: operation.change.attribute, to: operation.change.type, using: null };
}
