import type { Expression } from '../../postgres/expression';
import type { TypeName } from '../../postgres/type-name';
import type { Session } from '../session';
import type { UserFunction } from './catalog';
import { findFunctions, resolveType } from './resolve';
import { signatureOf, takesCount, typesText } from './signature';

type Call = Extract<Expression, { readonly kind: 'call' }>;

/**
 * The user-made functions that a call may mean: the one whose parameters are of just the types of the arguments, else all that take as
 * many; all of the name where none does. Source: parse_func.c, func_get_detail.
 */
export function functionsCalled(session: Session, { name, args }: Call): readonly UserFunction[] {
  const found = findFunctions(session, name);
  if (found.length < 2) return found;
  const types = args.map((argument) => typeOf(session, argument));
  const known = types.flatMap((type) => type ?? []);
  const exact =
    known.length < types.length ? undefined : found.find((each) => signatureOf(each) === typesText(known));
  if (exact !== undefined) return [exact];
  const fitting = found.filter((each) => takesCount(each, args.length));
  return fitting.length === 0 ? found : fitting;
}

/** Null where it cannot be told; a text that is no more than that has none. */
function typeOf(session: Session, argument: Expression): TypeName | null {
  if (argument.kind === 'cast') return resolveType(session, argument.type);
  if (argument.kind !== 'constant') return null;
  if (typeof argument.value === 'boolean') return plain('bool');
  return typeof argument.value === 'number' && Number.isInteger(argument.value) ? plain('int4') : null;
}

function plain(name: string): TypeName {
  return { schema: null, name, modifiers: [], arrayDimensions: 0 };
}
