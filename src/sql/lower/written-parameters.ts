import type { Node, ObjectWithArgs } from '@pgsql/types';
import type { TypeName } from '../../postgres/type-name';
import type { Lowering } from './lowering';
import { typeName } from './type-name';

/** The types by which a statement tells a function from others of its name; null: it names none. */
export function writtenParameters(
  written: ObjectWithArgs | undefined,
  lowering: Lowering,
): readonly TypeName[] | null {
  if (written?.args_unspecified === true) return null;
  return (written?.objargs ?? []).flatMap((each) =>
    'TypeName' in each ? [typeName(each.TypeName, lowering)] : [],
  );
}

/** The same for a statement that may as well be about anything else: then nothing. */
export function routineParameters(
  object: Node | undefined,
  lowering: Lowering,
): { readonly parameters?: readonly TypeName[] | null } {
  return object !== undefined && 'ObjectWithArgs' in object
    ? { parameters: writtenParameters(object.ObjectWithArgs, lowering) }
    : {};
}
