import type { Expression } from '../../postgres/expression';
import { everyPart } from '../../postgres/expression';
import { PersistentMap } from '../persistent-map';
import { isIndex, isTable, isView } from './find';
import type { Relation, RelationId } from './relation';

/** By the bare name of a function, the relations that call a function of that name anywhere: a default, a check, a trigger, a view. */
export type Callers = PersistentMap<string, PersistentMap<RelationId, true>>;

/** The callers after a relation has taken the place of another version of itself. */
export function withCallers(callers: Callers, before: Relation | null, after: Relation | null): Callers {
  const id = after?.id ?? before?.id;
  const old = partsOf(before);
  const parts = partsOf(after);
  if (id === undefined || (old.length === parts.length && old.every((part, at) => part === parts[at])))
    return callers;
  const called = calledBy(after);
  const was = calledBy(before);
  let next = callers;
  for (const name of was) {
    if (called.has(name)) continue;
    const rest = next.get(name)?.delete(id) ?? PersistentMap.empty();
    next = rest.size === 0 ? next.delete(name) : next.set(name, rest);
  }
  for (const name of called) {
    if (was.has(name)) continue;
    next = next.set(name, (next.get(name) ?? PersistentMap.empty<RelationId, true>()).set(id, true));
  }
  return next;
}

/** What of a relation may call functions: the same objects as long as nothing of it changes. */
function partsOf(relation: Relation | null): readonly unknown[] {
  if (relation === null) return [];
  if (isIndex(relation)) return [relation.keys, relation.predicate];
  if (isView(relation)) return [relation.calls, relation.triggers];
  if (!isTable(relation)) return [];
  const { columns, constraints, triggers, policies, partitioning } = relation;
  return [columns, constraints, triggers, policies, partitioning];
}

function calledBy(relation: Relation | null): ReadonlySet<string> {
  const names = new Set<string>();
  if (relation === null) return names;
  const look = (expression: Expression | null): void => {
    if (expression !== null) for (const name of functionsCalledIn(expression)) names.add(name);
  };
  if (isIndex(relation)) {
    for (const { expression } of relation.keys) look(expression);
    look(relation.predicate);
  } else if (isTable(relation)) {
    for (const column of relation.columns) {
      look(column.default);
      if (column.generated !== null) look(column.generated.expression);
    }
    for (const each of relation.constraints) if (each.kind === 'check') look(each.expression);
    for (const { using, check } of relation.policies) {
      look(using);
      look(check);
    }
    for (const { expression } of relation.partitioning?.keys ?? []) look(expression);
  } else if (isView(relation)) for (const { name } of relation.calls) names.add(name);
  if ('triggers' in relation)
    for (const trigger of relation.triggers) {
      names.add(trigger.function.name);
      look(trigger.when?.expression ?? null);
    }
  return names;
}

const called = new WeakMap<Expression, readonly string[]>();

/** The names of the functions that an expression calls; expressions live on from one version of a relation to the next. */
export function functionsCalledIn(expression: Expression): readonly string[] {
  const known = called.get(expression);
  if (known !== undefined) return known;
  const names = everyPart(expression).flatMap((part) => (part.kind === 'call' ? [part.name.name] : []));
  called.set(expression, names);
  return names;
}
