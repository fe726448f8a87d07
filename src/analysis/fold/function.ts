import type { OperationOf } from '../../postgres/operation';
import type { TypeName } from '../../postgres/type-name';
import type { UserFunction } from '../catalog/catalog';
import { nameKey } from '../catalog/catalog';
import type { Trigger } from '../catalog/relation';
import { findFunctions, nameForCreation, resolveType } from '../catalog/resolve';
import { callersOf } from '../catalog/uses';
import { exists, originOf } from '../origin';
import type { Session } from '../session';
import type { Folded } from './change';
import { put, withCatalog } from './change';
import type { CatalogObject } from './catalog-object';
import { dropObjects } from './drop';

/** CREATE [OR REPLACE] FUNCTION and PROCEDURE. Refused where one of the signature exists and is not replaced. */
export function createFunction(session: Session, operation: OperationOf<'create-function'>): Folded {
  const place = nameForCreation(session, operation.name);
  const made: UserFunction = {
    ...place,
    procedure: operation.procedure,
    parameters: operation.parameters.map((each) => ({ ...each, type: resolveType(session, each.type) })),
    returns: operation.returns === null ? null : resolveType(session, operation.returns),
    returnsSet: operation.returnsSet,
    language: operation.language,
    volatility: operation.volatility ?? 'volatile',
    body: operation.body,
    source: operation.source,
    origin: originOf(session),
  };
  const overloads = session.catalog.functions.get(nameKey(made.schema, made.name)) ?? [];
  const same = overloads.find((known) => signatureOf(known) === signatureOf(made));
  if (same !== undefined && exists(same.origin) && !operation.replace) return null;
  return setOverloads(session, made, [...overloads.filter((known) => known !== same), made]);
}

/** ALTER FUNCTION: its volatility. Which overload is meant is not kept, so that all of the name change. */
export function alterFunction(session: Session, operation: OperationOf<'alter-function'>): Session {
  const overloads = findFunctions(session, operation.name);
  const [first] = overloads;
  const { volatility } = operation;
  if (first === undefined || volatility === null) return session;
  return setOverloads(
    session,
    first,
    overloads.map((known) => ({ ...known, volatility })),
  );
}

/** DROP FUNCTION, PROCEDURE, ROUTINE. */
export function dropFunctions(session: Session, operation: OperationOf<'drop-function'>): Folded {
  if (operation.what === 'aggregate') return session;
  return operation.functions.reduce<Folded>((next, { name, parameters }) => {
    if (next === null) return null;
    const overloads = findFunctions(next, name);
    const gone = overloads.filter((known) => parameters === null || takes(next, known, parameters));
    const [first] = gone;
    if (first === undefined) return operation.ifExists || !next.catalog.complete ? next : null;
    if (parameters === null && overloads.length > 1) return null;
    const rest = overloads.filter((known) => !gone.includes(known));
    if (rest.length > 0) return setOverloads(next, first, rest);
    const object: CatalogObject = { kind: 'function', key: nameKey(first.schema, first.name) };
    return dropObjects(next, [object], operation.cascade);
  }, session);
}

/** Puts a function under another name or in another schema: all overloads of the name. */
export function moveFunctions(
  session: Session,
  functions: readonly UserFunction[],
  to: { readonly schema?: string; readonly name?: string },
): Session {
  const [first] = functions;
  if (first === undefined) return session;
  const key = nameKey(first.schema, first.name);
  const target = nameKey(to.schema ?? first.schema, to.name ?? first.name);
  const moved = functions.map((known) => ({ ...known, ...to }));
  const without = session.catalog.functions.delete(key);
  const map = without.set(target, [...(without.get(target) ?? []), ...moved]);
  return withTriggers(withCatalog(session, { ...session.catalog, functions: map }), first, to);
}

/** The server's triggers hold the function itself; ours hold its name. */
function withTriggers(
  session: Session,
  { schema, name }: UserFunction,
  to: { readonly schema?: string; readonly name?: string },
): Session {
  return callersOf(session.catalog, name).reduce((next, relation) => {
    if (!('triggers' in relation)) return next;
    const isIt = (trigger: Trigger): boolean =>
      trigger.function.name === name && trigger.function.schema === schema;
    if (!relation.triggers.some(isIt)) return next;
    const triggers = relation.triggers.map((each) =>
      isIt(each) ? { ...each, function: { schema, name, ...to } } : each,
    );
    return put(next, { ...relation, triggers });
  }, session);
}

function setOverloads(
  session: Session,
  { schema, name }: UserFunction,
  overloads: readonly UserFunction[],
): Session {
  const functions = session.catalog.functions.set(nameKey(schema, name), overloads);
  return withCatalog(session, { ...session.catalog, functions });
}

function signatureOf(known: UserFunction): string {
  return inputs(known)
    .map((each) => typeText(each.type))
    .join();
}

function takes(session: Session, known: UserFunction, parameters: readonly TypeName[]): boolean {
  const types = parameters.map((type) => typeText(resolveType(session, type)));
  const all = known.parameters.map((each) => typeText(each.type)).join();
  return signatureOf(known) === types.join() || all === types.join();
}

function inputs(known: UserFunction): UserFunction['parameters'] {
  return known.parameters.filter(({ mode }) => mode === 'in' || mode === 'inout' || mode === 'variadic');
}

function typeText(type: TypeName): string {
  return `${type.schema ?? ''}.${type.name}${type.arrayDimensions > 0 ? '[]' : ''}`;
}
