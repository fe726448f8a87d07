import { constantType } from '../../postgres/constant-type';
import type { Expression } from '../../postgres/expression';
import type { TypeName } from '../../postgres/type-name';
import type { Session } from '../session';
import type { UserFunction } from './catalog';
import { findFunctions, resolveType } from './resolve';
import { signatureOf, takesCount, typesText } from './signature';

type Call = Extract<Expression, { readonly kind: 'call' }>;

/** The user-made functions that a call may mean. */
export function functionsCalled(session: Session, { name, args }: Call): readonly UserFunction[] {
  return overloadsMeant(findFunctions(session, name), args, (argument) => {
    if (argument.kind === 'cast') return resolveType(session, argument.type);
    return argument.kind === 'constant' ? constantType(argument) : null;
  });
}

/**
 * Of functions of one name those that a call may mean: the one whose parameters are of just the types of the arguments, else all that
 * take as many; all where none does. Source: parse_func.c, func_get_detail.
 *
 * @param typeOf null where it cannot be told
 */
export function overloadsMeant(
  overloads: readonly UserFunction[],
  args: readonly Expression[],
  typeOf: (argument: Expression) => TypeName | null,
): readonly UserFunction[] {
  if (overloads.length < 2) return overloads;
  const known = args.flatMap((argument) => typeOf(argument) ?? []);
  const exact =
    known.length < args.length ? undefined : overloads.find((each) => signatureOf(each) === typesText(known));
  if (exact !== undefined) return [exact];
  const fitting = overloads.filter((each) => takesCount(each, args.length));
  return fitting.length === 0 ? overloads : fitting;
}
