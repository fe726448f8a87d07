import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import { castBetween } from '../../../postgres/coercion';
import { everyPart } from '../../../postgres/expression';
import type { TypeName } from '../../../postgres/type-name';
import { nameKey } from '../../catalog/catalog';
import { mentionsColumn } from '../../catalog/expression-edit';
import { columnOf, heirs, isTable, readersOf } from '../../catalog/find';
import { findType, relationOf, resolveType } from '../../catalog/resolve';
import { usersOfType } from '../../catalog/uses';
import { functionsReading } from '../../fold/function-dependents';
import { relationInPlace } from '../../fold/view';
import { constraintAddedBy } from '../../roles/named-constraint';
import { relationsDropped } from '../../roles/dropped-in-statement';
import type { Situation } from '../../roles/situation';
import { targetTable } from '../../roles/target';
import { baseOf, isMade } from '../type-change';
import { checkedDomain } from './checked-domain';
import { isPublished } from './drops';
import {
  keysAdded,
  lacksPrimaryKey,
  notReferenceable,
  refersToDeferrable,
  typeBreaksKey,
  typesDiffer,
} from './keys';
import { columnsRead } from './view-columns';
import type { RefusalJudge } from './names';

/** What types, keys and views do not allow. */
export const TYPE_REFUSALS = {
  'identity-of-other-type': (situation) => {
    const { operation } = situation;
    if (operation.kind !== 'alter-column-type') return false;
    const table = targetTable(situation);
    const column = table === undefined ? undefined : columnOf(table, operation.column);
    const { schema, name, arrayDimensions } = operation.type;
    const integer = schema === null && arrayDimensions === 0 && ['int2', 'int4', 'int8'].includes(name);
    return (
      column !== undefined &&
      column.identity !== null &&
      !integer &&
      findType(situation.session, operation.type) === undefined
    );
  },
  'no-cast': noCast,
  'column-in-use': columnInUse,
  'generated-uses-column': (situation) => {
    const { operation } = situation;
    const table = targetTable(situation);
    return (
      operation.kind === 'alter-column-type' &&
      table?.columns.some(
        ({ generated }) => generated !== null && mentionsColumn(generated.expression, operation.column),
      ) === true
    );
  },
  'subquery-in-using': ({ operation }) =>
    operation.kind === 'alter-column-type' &&
    operation.using !== null &&
    everyPart(operation.using).some(({ kind }) => kind === 'subquery'),
  'type-stored-elsewhere': typeStoredElsewhere,
  'typed-tables-depend': typedTablesDepend,
  'view-loses-column': ({ operation, session }) => {
    if (operation.kind !== 'create-view' || !operation.replace) return false;
    const view = relationInPlace(session, operation);
    const { columns } = operation.query;
    if (
      view?.kind !== 'view' ||
      !view.complete ||
      columns.length === 0 ||
      columns.some((column) => column === null)
    )
      return false;
    const names = columns.map((column, at) => operation.columnNames[at] ?? column?.name);
    return view.columns.some(({ name }, at) => names[at] !== name);
  },
  'not-valid-key-of-partitioned': (situation) => {
    const added = constraintAddedBy(situation);
    return (
      added?.kind === 'foreign-key' && !added.valid && targetTable(situation)?.kind === 'partitioned table'
    );
  },
  'refers-to-partitioned': (situation) =>
    keysAdded(situation).some(({ referenced }) => referenced.kind === 'partitioned table'),
  'no-primary-key-to-refer-to': (situation) =>
    keysAdded(situation).some((key) => lacksPrimaryKey(situation, key)),
  'refers-to-deferrable': (situation) =>
    keysAdded(situation).some((key) => refersToDeferrable(situation, key)),
  'not-referenceable': (situation) => keysAdded(situation).some((key) => notReferenceable(situation, key)),
  'type-breaks-key': typeBreaksKey,
  'key-types-differ': (situation) => keysAdded(situation).some((key) => typesDiffer(situation, key)),
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

function noCast(situation: Situation): boolean {
  const { operation, session } = situation;
  const table = targetTable(situation);
  if (operation.kind !== 'alter-column-type' || operation.using !== null || table === undefined) return false;
  const from = columnOf(table, operation.column)?.type ?? null;
  if (from === null || columnOf(table, operation.column)?.addedBy.source === 'assumed') return false;
  return lacksCast(session, from, operation.type);
}

/** Whether values of one type cannot be assigned to another. */
export function lacksCast(session: Situation['session'], from: TypeName, to: TypeName): boolean {
  const source = baseOf(session, from);
  const target = baseOf(session, resolveType(session, to));
  if (source.arrayDimensions > 0 !== target.arrayDimensions > 0)
    return source.arrayDimensions === 0 || !isString(target.name);
  if (source.arrayDimensions > 0)
    return lacksCast(session, { ...source, arrayDimensions: 0 }, { ...target, arrayDimensions: 0 });
  if ([source, target].some((type) => isMade(session, type)))
    return source.name !== target.name && !isString(target.name);
  const cast = castBetween(source.name, target.name, session.major);
  return cast === 'none' || (cast !== 'unknown' && cast.context === 'explicit');
}

/** Types that take anything by assignment. */
function isString(name: string): boolean {
  return /^(?:text|varchar|bpchar|name|citext)$/.test(name);
}

/** Views, triggers, policies, publications and functions BEGIN ATOMIC keep a column's type. */
function columnInUse(situation: Situation): boolean {
  const { operation, session } = situation;
  const table = targetTable(situation);
  if (operation.kind !== 'alter-column-type' || table === undefined) return false;
  const { column } = operation;
  const { catalog } = session;
  const gone = relationsDropped(situation);
  return [table, ...heirs(catalog, table.id)].some(
    (each) =>
      readersOf(catalog, each.id).some(
        (view) => view.origin.certain && !gone.has(view.id) && columnsRead(view, each).includes(column),
      ) ||
      functionsReading(catalog, each.id, column).some(({ certain }) => certain) ||
      each.triggers.some(
        (trigger) =>
          trigger.columns.includes(column) || mentionsColumn(trigger.when?.expression ?? null, column),
      ) ||
      each.rules.some(({ rowColumns }) => rowColumns.includes(column)) ||
      each.policies.some(
        (policy) => mentionsColumn(policy.using, column) || mentionsColumn(policy.check, column),
      ) ||
      isPublished(situation, column),
  );
}

/** A composite type or domain inside of a column that the server would have to rewrite, and cannot. */
function typeStoredElsewhere(situation: Situation): boolean {
  const { operation, session } = situation;
  const { catalog } = session;
  if (operation.kind === 'alter-composite-type') {
    const type = relationOf(session, operation.type);
    return (
      operation.change.kind === 'alter' &&
      type !== undefined &&
      usersOfType(session.catalog, nameKey(type.schema, type.name)).length > 0
    );
  }
  const domain = checkedDomain(situation);
  if (domain === undefined) return false;
  const key = nameKey(domain.schema, domain.name);
  return usersOfType(session.catalog, key).some((id) => {
    const relation = catalog.relations.get(id);
    return (
      relation !== undefined &&
      isTable(relation) &&
      relation.columns.some(
        ({ type }) =>
          type !== null && type.arrayDimensions > 0 && nameKey(type.schema ?? '', type.name) === key,
      )
    );
  });
}

function typedTablesDepend({ operation, session }: Situation): boolean {
  if (operation.kind !== 'alter-composite-type' || operation.cascade) return false;
  const type = relationOf(session, operation.type);
  return [...session.catalog.relations.values()].some(
    (relation) =>
      isTable(relation) &&
      relation.ofType?.name === type?.name &&
      (relation.ofType?.schema ?? type?.schema) === type?.schema &&
      relation.origin.certain,
  );
}
