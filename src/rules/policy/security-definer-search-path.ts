import type { ObjectName } from '../../postgres/name';
import { written } from '../object-names';
import { ownOperations } from '../own-operations';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';

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
  kinds: ['create-function'],

  check(step) {
    return ownOperations(step).flatMap((operation): readonly Match[] => {
      if (operation.kind !== 'create-function' || !operation.securityDefiner) return [];
      const sets = Object.keys(operation.settings).some((name) => name.toLowerCase() === 'search_path');
      return sets ? [] : [{ name: operation.name }];
    });
  },

  message({ name }) {
    return `${written(name)} runs with the rights of its owner and the search_path of its caller: who may create a schema decides which tables and functions it uses`;
  },

  help() {
    return "Add SET search_path = '' to the function, and write schemas in its body.";
  },
});
