import type { IndexKey } from '../../../postgres/definition';
import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import type { Expression } from '../../../postgres/expression';
import { everyPart } from '../../../postgres/expression';
import { volatilityOf } from '../../../postgres/volatility';
import { bringerOfClass, defaultOperatorClass } from '../../../postgres/operator-class';
import { systemType } from '../../../postgres/system-type';
import type { TypeName } from '../../../postgres/type-name';
import { isPlaceholder } from '../../../sql/placeholder';
import type { UserFunction } from '../../catalog/catalog';
import { columnOf, isTable } from '../../catalog/find';
import { functionsCalled } from '../../catalog/functions-called';
import type { Relation } from '../../catalog/relation';
import { findType, relationOf, resolveType } from '../../catalog/resolve';
import { constraintAddedBy } from '../../roles/named-constraint';
import { bringsUnknown } from '../../roles/extension';
import type { Situation } from '../../roles/situation';
import { targetOf } from '../../roles/target';
import { isMutable } from '../mutable';
import { baseOf } from '../type-change';
import type { RefusalJudge } from './names';
import { isOneValue, widthOfStar } from '../../roles/width-of-rows';
import { columnsMade } from './statement';

/** What may not stand in defaults, checks, generated columns and indexes. */
export const EXPRESSION_REFUSALS = {
  'index-not-immutable': (situation) => {
    const { operation } = situation;
    const predicate =
      operation.kind === 'create-index'
        ? operation.index.predicate
        : operation.kind === 'add-exclusion'
          ? operation.constraint.predicate
          : null;
    return [predicate, ...keysMade(situation).map(({ expression }) => expression)].some(
      (each) => each !== null && isMutable(situation.session, columnTypes(situation), each),
    );
  },
  'generated-not-immutable': (situation) => {
    const { operation, session } = situation;
    const generated = operation.kind === 'add-column' ? operation.column.generated : null;
    return generated !== null && isMutable(session, columnTypes(situation), generated.expression);
  },
  'virtual-of-own-type': virtualOfOwnType,
  'no-operator-class': (situation) => keysMade(situation).some((key) => lacksClass(situation, key)),
  'default-reads-columns': (situation) =>
    defaultsGiven(situation).some((value) =>
      everyPart(value).some((part) => part.kind === 'column' && !isPlaceholder(part.name)),
    ),
  'subquery-in-expression': (situation) => {
    const { operation } = situation;
    const constraints =
      operation.kind === 'add-check'
        ? [operation.constraint]
        : operation.kind === 'create-table'
          ? operation.constraints
          : [];
    const check = constraints.flatMap((each) => (each.kind === 'check' ? [each.expression] : []));
    return [...defaultsGiven(situation), ...check].some((value) =>
      everyPart(value).some(({ kind }) => kind === 'subquery'),
    );
  },
  'values-do-not-fit': ({ operation, session }) =>
    operation.kind === 'query' &&
    operation.query.writes.some((write) => {
      const relation = relationOf(session, write.relation);
      if (write.command !== 'insert' || relation === undefined) return false;
      const named = write.columns.length;
      const most =
        named > 0 ? named : isTable(relation) && relation.complete ? relation.columns.length : Infinity;
      const width = widthOfStar(session, write) ?? 0;
      if (write.fromStar === true) return width > most || (width < named && width > 0);
      return [...write.values, ...(write.selected ?? [])].some(
        (row) => row.every(isOneValue) && (row.length > most || (row.length < named && row.length > 0)),
      );
    }),
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

/** Source: heap.c, check_virtual_generated_security, and CheckAttributeType. */
function virtualOfOwnType(situation: Situation): boolean {
  const { operation, session } = situation;
  const made =
    operation.kind === 'add-column'
      ? [operation.column]
      : operation.kind === 'create-table'
        ? operation.columns
        : [];
  const isOwn = (type: TypeName | null): boolean =>
    type !== null && findType(session, type)?.origin.certain === true;
  return made.some(({ type, generated }) => {
    if (generated?.storage !== 'virtual') return false;
    return (
      isOwn(type) ||
      everyPart(generated.expression).some(
        (part) =>
          part.kind === 'call' &&
          volatilityOf(part.name.name, session.major) === 'unknown' &&
          isCertain(functionsCalled(session, part)),
      )
    );
  });
}

function isCertain(functions: readonly UserFunction[]): boolean {
  return (
    functions.length > 0 &&
    functions.every(({ volatility, origin }) => volatility === 'immutable' && origin.certain)
  );
}

function defaultsGiven({ operation }: Situation): readonly Expression[] {
  if (operation.kind === 'set-default') return [operation.default];
  const columns =
    operation.kind === 'add-column'
      ? [operation.column]
      : operation.kind === 'create-table'
        ? operation.columns
        : [];
  return columns.flatMap((column) => column.default ?? []);
}

type Key = Pick<IndexKey, 'column' | 'expression' | 'operatorClass'> & { readonly method: string };

/** The keys of an index that the operation makes. */
function keysMade(situation: Situation): readonly Key[] {
  const { operation } = situation;
  if (operation.kind === 'create-index') {
    const { keys, method } = operation.index;
    return keys.map((key) => ({ method, ...key }));
  }
  const added = constraintAddedBy(situation);
  if (added?.kind === 'exclude') return added.keys.map((key) => ({ method: added.method, ...key }));
  if (added?.kind !== 'unique' && added?.kind !== 'primary-key') return [];
  return added.columns.map((column) => ({ column, expression: null, operatorClass: null, method: 'btree' }));
}

function columnTypes(situation: Situation): (column: string) => TypeName | null {
  const relation = tableOfIndex(situation);
  const added = columnsMade(situation);
  return (column) => {
    const own = added.find(({ name }) => name === column)?.type;
    if (own !== undefined && own !== null) return resolveType(situation.session, own);
    return relation === undefined ? null : (columnOf(relation, column)?.type ?? null);
  };
}

function tableOfIndex(situation: Situation): Relation | undefined {
  const { operation, session } = situation;
  return operation.kind === 'create-index' ? relationOf(session, operation.index.table) : targetOf(situation);
}

/** Neither the server nor an extension that is there has an operator class for the type of the column. */
function lacksClass(situation: Situation, { column, operatorClass, method }: Key): boolean {
  const { session } = situation;
  const { catalog, major } = session;
  const relation = tableOfIndex(situation);
  if (column === null || operatorClass !== null || relation === undefined || !isTable(relation)) return false;
  if (!catalog.complete || !METHODS.has(method) || bringsUnknown(catalog)) return false;
  const given = columnTypes(situation)(column);
  if (given === null || given.arrayDimensions > 0) return false;
  const type = baseOf(session, given);
  if (type.arrayDimensions > 0) return false;
  const made = findType(session, type);
  if (made !== undefined && made.kind !== 'enum') return false;
  if (made === undefined && systemType(type.name, major)?.category === undefined) return false;
  const name = made === undefined ? type.name : 'anyenum';
  if (defaultOperatorClass(method, name, major) === undefined) return true;
  const bringer = bringerOfClass(method, name);
  return bringer !== undefined && bringer !== '' && !catalog.extensions.has(bringer);
}

const METHODS: ReadonlySet<string> = new Set(['btree', 'hash', 'gin', 'gist', 'spgist', 'brin']);
