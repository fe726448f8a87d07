import { castBetween } from '../../postgres/coercion';
import type { Expression } from '../../postgres/expression';
import { everyPart } from '../../postgres/expression';
import type { TypeName } from '../../postgres/type-name';
import { hasImmutableOverload, requiredExtension, volatilityOf } from '../../postgres/volatility';
import { functionsCalled } from '../catalog/functions-called';
import type { Session } from '../session';
import { plainSelect } from './volatile';
import { baseOf, isMade } from './type-change';

/**
 * Whether an expression certainly calls something that is not IMMUTABLE, which indexes and generated columns must not. A function in
 * SQL that is put in place of its call counts for nothing here (indexcmds.c, CheckMutability).
 *
 * @param typeOf the type of a column of the table, as far as it is known
 */
export function isMutable(
  session: Session,
  typeOf: (column: string) => TypeName | null,
  expression: Expression,
): boolean {
  return everyPart(expression).some((part) => {
    if (part.kind === 'special-value') return true;
    if (part.kind === 'cast')
      return part.arg.kind === 'column' && isMutableCast(session, typeOf(part.arg.name), part.type);
    if (part.kind !== 'call') return false;
    const users = functionsCalled(session, part);
    if (users.length > 0)
      return users.every(
        (known) => known.origin.certain && known.volatility !== 'immutable' && plainSelect(known) === null,
      );
    const { schema, name } = part.name;
    if (schema !== null && schema !== 'pg_catalog') return false;
    const extension = requiredExtension(name, session.major);
    if (extension !== undefined && !session.catalog.extensions.has(extension)) return false;
    const volatility = volatilityOf(name, session.major);
    return (
      volatility !== 'unknown' && volatility !== 'immutable' && !hasImmutableOverload(name, session.major)
    );
  });
}

function isMutableCast(session: Session, from: TypeName | null, to: TypeName): boolean {
  if (from === null || from.arrayDimensions > 0 || to.arrayDimensions > 0) return false;
  const [source, target] = [baseOf(session, from), baseOf(session, to)];
  if ([source, target].some((type) => isMade(session, type) || type.arrayDimensions > 0)) return false;
  const cast = castBetween(source.name, target.name, session.major);
  return typeof cast !== 'string' && cast.volatility !== 'immutable';
}
