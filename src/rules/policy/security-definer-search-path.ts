import { functionMeant, nameForCreation } from '../../analysis/catalog/resolve';
import type { ObjectName } from '../../postgres/name';
import type { OperationOf } from '../../postgres/operation';
import type { TypeName } from '../../postgres/type-name';
import { written } from '../object-names';
import { ownOperations } from '../own-operations';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { endTogether } from '../together';

interface Match extends MatchBase {
  readonly name: ObjectName;
}

/** SECURITY DEFINER without a search_path of its own. */
export const securityDefinerSearchPath = stepRule<Match>({
  id: 'security-definer-search-path',
  title: 'A SECURITY DEFINER function runs with the search_path of its caller',
  group: 'policy',
  severity: 'opt-in',
  judges: 'effect',
  kinds: ['create-function', 'alter-function'],

  check(step, run) {
    return ownOperations(step).flatMap((operation): readonly Match[] => {
      if (operation.kind !== 'create-function' && operation.kind !== 'alter-function') return [];
      if (operation.securityDefiner !== true || hasPath(operation.settings)) return [];
      const end = endTogether(step, run);
      const name =
        operation.kind === 'create-function' ? nameForCreation(end, operation.name) : operation.name;
      const known = functionMeant(end, name, callTypes(operation));
      return known !== undefined && hasPath(known.settings) ? [] : [{ name: operation.name }];
    });
  },

  message({ name }) {
    return `${written(name)} runs with the rights of its owner and the search_path of its caller: who may create a schema decides which tables and functions it uses`;
  },

  help() {
    return "Add SET search_path = '' to the function, and write schemas in its body.";
  },
});

function hasPath(settings: Readonly<Record<string, string>>): boolean {
  return Object.keys(settings).some((name) => name.toLowerCase() === 'search_path');
}

/** The types by which a function is told from others of its name. */
function callTypes(
  operation: OperationOf<'create-function'> | OperationOf<'alter-function'>,
): readonly TypeName[] | null {
  return operation.kind === 'alter-function'
    ? operation.parameters
    : operation.parameters
        .filter(({ mode }) => mode === 'in' || mode === 'inout' || mode === 'variadic')
        .map(({ type }) => type);
}
