import type { Expression } from '../../postgres/expression';
import type { ObjectName } from '../../postgres/name';
import type { TypeName } from '../../postgres/type-name';
import { castMethod } from '../../postgres/coercion';
import { findType } from '../catalog/resolve';
import { isUtc } from '../roles/pruning';
import { timeZone } from '../settings';
import type { Session } from '../session';
import type { Verdict } from './claim';
import { unknown } from './claim';
import { isConstrained } from './new-column';

/** A change of a column's type, as far as it decides what becomes of the rows. */
export interface TypeChange {
  readonly column: string;
  /** Null where the catalog does not know it. */
  readonly from: TypeName | null;
  readonly to: TypeName;
  readonly using: Expression | null;
}

/**
 * Whether the rows are written anew: every step from the old value to the new type that is more than another name for the same
 * bytes. Source: tablecmds.c, ATColumnChangeRequiresRewrite.
 */
export function changesRows(session: Session, change: TypeChange): Verdict {
  const steps = change.using === null ? [] : castsOf(change.using, change.column);
  if (steps === null) return true;
  if (change.from === null) return unknown(`the column is stored like ${change.to.name} already`);
  let type = change.from;
  let doubt: Verdict = false;
  for (const next of [...steps, change.to]) {
    const verdict = stepChanges(session, type, next);
    if (verdict === true) return true;
    if (verdict !== false) doubt = verdict;
    type = next;
  }
  return doubt;
}

/** The types that the column is cast to, innermost first; null where USING does anything else with it. */
function castsOf(using: Expression, column: string): readonly TypeName[] | null {
  if (using.kind === 'column') return using.name === column ? [] : null;
  if (using.kind !== 'cast') return null;
  const inner = castsOf(using.arg, column);
  return inner === null ? null : [...inner, using.type];
}

function stepChanges(session: Session, from: TypeName, to: TypeName): Verdict {
  if (isSameType(from, to)) return false;
  if (isConstrained(session, to)) return true;
  const source = baseOf(session, from);
  const target = baseOf(session, to);
  if (source.arrayDimensions > 0 || target.arrayDimensions > 0) return arrayChanges(source, target);
  if (source.name === target.name && sameSchema(source, target)) {
    const isDomain = findType(session, from)?.kind === 'domain';
    return lengthChanges(target.name, isDomain ? [] : source.modifiers, target.modifiers);
  }
  if (isZoneChange(source, target)) {
    if (session.major < 12) return true;
    const zone = timeZone(session);
    if (!isUtc(zone))
      return zone === null || zone === 'unknown' ? unknown("the session's time zone is UTC") : true;
    return lengthChanges(target.name, [], target.modifiers);
  }
  const cast = isMade(session, source) ? 'inout' : castMethod(source.name, target.name, session.major);
  if (cast === 'unknown') return unknown(`${source.name} is stored like ${target.name}`);
  if (cast !== 'binary') return true;
  // The length of the old type is not known any more once its values go by another name.
  return lengthChanges(target.name, [], target.modifiers);
}

/** Whether the type was made by a statement; types of extensions are known to the tables of casts. */
export function isMade(session: Session, type: TypeName): boolean {
  const found = findType(session, type);
  return found !== undefined && found.kind !== 'base';
}

/** TIMESTAMP and TIMESTAMPTZ hold the same number where the zone is UTC. */
export function isZoneChange(from: TypeName, to: TypeName): boolean {
  return (
    from.name !== to.name && [from, to].every(({ name }) => name === 'timestamp' || name === 'timestamptz')
  );
}

/** The type that a domain stands on, with its length. */
export function baseOf(session: Session, type: TypeName): TypeName {
  let base = type;
  for (
    let next = findType(session, base);
    next?.kind === 'domain' && base.arrayDimensions === 0;
    next = findType(session, base)
  ) {
    base = next.type;
  }
  return base;
}

function arrayChanges(from: TypeName, to: TypeName): Verdict {
  const sameElement =
    from.name === to.name && sameSchema(from, to) && from.arrayDimensions > 0 === to.arrayDimensions > 0;
  return !(sameElement && to.modifiers.length === 0);
}

function sameSchema(a: TypeName, b: TypeName): boolean {
  return a.schema === b.schema || a.schema === null || b.schema === null;
}

/** Whether two types are the same, with their lengths. */
export function isSameType(a: TypeName, b: TypeName): boolean {
  return (
    a.name === b.name &&
    sameSchema(a, b) &&
    a.arrayDimensions > 0 === b.arrayDimensions > 0 &&
    lengthsOf(a).join() === lengthsOf(b).join()
  );
}

/** A number that has a precision alone has no decimals. */
function lengthsOf({ name, modifiers }: TypeName): readonly number[] {
  const [precision, ...scale] = modifiers;
  return name === 'numeric' && precision !== undefined && scale.length === 0 ? [precision, 0] : modifiers;
}

/** The precision of times when none is written. */
const FULL_PRECISION = 6;

/** Whether another length or precision has to be applied to every value (the support functions of the length casts). */
function lengthChanges(type: string, from: readonly number[], to: readonly number[]): Verdict {
  const [oldLength, oldScale = 0] = from;
  const [newLength, newScale = 0] = to;
  if (newLength === undefined || from.join() === to.join()) return false;
  switch (type) {
    case 'varchar':
    case 'varbit':
      return !(oldLength !== undefined && newLength >= oldLength);
    case 'numeric':
      return !(oldLength !== undefined && newScale === oldScale && newLength >= oldLength);
    case 'timestamp':
    case 'timestamptz':
    case 'time':
    case 'timetz':
    case 'interval':
      return !(newLength >= FULL_PRECISION || (oldLength !== undefined && newLength >= oldLength));
    default:
      return true;
  }
}

/** The name of a collation, or none. */
export function collationName(collation: ObjectName | null): string | null {
  return collation === null || collation.name === 'default' ? null : collation.name;
}
