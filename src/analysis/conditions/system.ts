import { castBetween, castMethod } from '../../postgres/coercion';
import { systemType } from '../../postgres/system-type';
import type { TypeName } from '../../postgres/type-name';
import { volatilityOf } from '../../postgres/volatility';
import type { Volatility } from '../../postgres/volatility';

/** The types and casts that analysis asks for hardly change between majors: those of the newest are a superset but for relics. */
const NEWEST = 18;

/** The volatility of a function that PostgreSQL or a shipped extension brings; undefined for others. */
export function systemVolatility(name: string, major: number): Volatility | undefined {
  const volatility = volatilityOf(name, major);
  return volatility === 'unknown' ? undefined : volatility;
}

/** Whether a value of the one type is one of the other without a change of its bytes. */
export function isBinaryCoercible(from: string, to: string): boolean | undefined {
  return castMethod(from, to, NEWEST) === 'binary';
}

/**
 * Whether ALTER COLUMN TYPE finds a cast by itself, without USING; undefined where a type is not known. Enums are not among the
 * types of the system, so that the caller says which type is one.
 */
export function hasAssignmentCast(
  from: TypeName,
  to: TypeName,
  fromEnum: boolean,
  toEnum: boolean,
): boolean | undefined {
  const [fromArray, toArray] = [from.arrayDimensions > 0, to.arrayDimensions > 0];
  if (from.name === to.name && fromArray === toArray) return true;
  if (fromArray && toArray) return hasAssignmentCast(elementOf(from), elementOf(to), fromEnum, toEnum);
  // Through their text, everything becomes a string unasked; a string becomes nothing else unasked.
  if (!toArray && !toEnum && systemType(to.name, NEWEST)?.category === 'S')
    return fromEnum || fromArray || isAssigned(from, to);
  if (fromArray || toArray || fromEnum || toEnum)
    return isKnown(from, fromEnum) && isKnown(to, toEnum) ? false : undefined;
  return isAssigned(from, to);
}

function isAssigned(from: TypeName, to: TypeName): boolean | undefined {
  const cast = castBetween(from.name, to.name, NEWEST);
  if (cast === 'unknown') return undefined;
  return cast !== 'none' && cast.context !== 'explicit';
}

function isKnown(type: TypeName, isEnum: boolean): boolean {
  return isEnum || systemType(type.name, NEWEST) !== undefined;
}

function elementOf(type: TypeName): TypeName {
  return { ...type, arrayDimensions: 0 };
}

/** Types that are no domains although neither PostgreSQL nor its extensions bring them: pseudo-types of columns and known extensions. */
const OTHER_TYPES: ReadonlySet<string> = new Set(
  'serial bigserial smallserial geometry geography vector halfvec sparsevec'.split(' '),
);

/** Whether the type is known to be no domain, so that no constraint can hang on it. */
export function isKnownType(type: TypeName): boolean {
  return OTHER_TYPES.has(type.name) || systemType(type.name, NEWEST) !== undefined;
}
