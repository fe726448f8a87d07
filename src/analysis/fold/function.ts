import type { OperationOf } from '../../postgres/operation';
import type { UserFunction } from '../catalog/catalog';
import { nameKey } from '../catalog/catalog';
import type { Trigger } from '../catalog/relation';
import { findFunctions, functionMeant, nameForCreation, resolveType } from '../catalog/resolve';
import { signatureOf } from '../catalog/signature';
import { callersOf } from '../catalog/uses';
import { needsOf, renameNeeds, withFunctions } from './function-needs';
import { exists, originOf } from '../origin';
import type { Session } from '../session';
import type { Folded } from './change';
import { put, withCatalog } from './change';
import { dropObjects } from './drop';
import { functionObject } from './function-dependents';

/** CREATE [OR REPLACE] FUNCTION and PROCEDURE. Refused where one of the signature exists and is not replaced. */
export function createFunction(session: Session, operation: OperationOf<'create-function'>): Folded {
  const place = nameForCreation(session, operation.name);
  const made: UserFunction = {
    procedure: operation.procedure,
    parameters: operation.parameters.map((each) => ({ ...each, type: resolveType(session, each.type) })),
    returns: operation.returns === null ? null : resolveType(session, operation.returns),
    returnsSet: operation.returnsSet,
    language: operation.language,
    volatility: operation.volatility ?? 'volatile',
    strict: operation.strict,
    securityDefiner: operation.securityDefiner,
    settings: operation.settings,
    body: operation.body,
    source: operation.source,
    needs: needsOf(session, operation),
    origin: originOf(session),
    ...place,
  };
  const overloads = session.catalog.functions.get(nameKey(made.schema, made.name)) ?? [];
  const same = overloads.find((known) => signatureOf(known) === signatureOf(made));
  if (same !== undefined && exists(same.origin) && !operation.replace) return null;
  return setOverloads(session, made, [...overloads.filter((known) => known !== same), made]);
}

/** ALTER FUNCTION: its attributes and settings. */
export function alterFunction(session: Session, operation: OperationOf<'alter-function'>): Session {
  const meant = functionMeant(session, operation.name, operation.parameters);
  if (meant === undefined) return session;
  const { volatility, settings, strict, securityDefiner } = operation;
  const overloads = overloadsOf(session, meant).map((known) =>
    known === meant
      ? {
          ...known,
          volatility: volatility ?? known.volatility,
          strict: strict ?? known.strict,
          securityDefiner: securityDefiner ?? known.securityDefiner,
          settings: { ...known.settings, ...settings },
        }
      : known,
  );
  return setOverloads(session, meant, overloads);
}

/** DROP FUNCTION, PROCEDURE, ROUTINE. */
export function dropFunctions(session: Session, operation: OperationOf<'drop-function'>): Folded {
  if (operation.what === 'aggregate') return session;
  return operation.functions.reduce<Folded>((next, { name, parameters }) => {
    if (next === null) return null;
    const meant = functionMeant(next, name, parameters);
    if (meant === undefined) {
      if (parameters === null && findFunctions(next, name).length > 1) return null;
      return operation.ifExists || !next.catalog.complete ? next : null;
    }
    return dropObjects(next, [functionObject(meant)], operation.cascade);
  }, session);
}

/** Puts functions of one name under another, or in another schema. */
export function moveFunctions(
  session: Session,
  functions: readonly UserFunction[],
  to: { readonly schema?: string; readonly name?: string },
): Session {
  const [first] = functions;
  if (first === undefined) return session;
  const key = nameKey(first.schema, first.name);
  const target = nameKey(to.schema ?? first.schema, to.name ?? first.name);
  const rest = overloadsOf(session, first).filter((known) => !functions.includes(known));
  const moved = functions.map((known) => ({ ...known, ...to }));
  const without = withFunctions(session.catalog, key, rest);
  const there = without.functions.get(target) ?? [];
  const all = withFunctions(without, target, [...there, ...moved]);
  const placed = withCatalog(session, rest.length === 0 ? renameNeeds(all, 'calls', key, target) : all);
  // Triggers call one without parameters.
  return functions.some((known) => signatureOf(known) === '') ? withTriggers(placed, first, to) : placed;
}

function overloadsOf({ catalog }: Session, { schema, name }: UserFunction): readonly UserFunction[] {
  return catalog.functions.get(nameKey(schema, name)) ?? [];
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
  return withCatalog(session, withFunctions(session.catalog, nameKey(schema, name), overloads));
}
