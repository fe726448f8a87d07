import { describeTypeName } from '../../analysis/catalog/describe';
import type { UserFunction } from '../../analysis/catalog/catalog';
import { findFunctions, nameForCreation, resolveType } from '../../analysis/catalog/resolve';
import { exists } from '../../analysis/origin';
import type { Session } from '../../analysis/session';
import type { Repair } from '../../findings/finding';
import type { FunctionParameter } from '../../postgres/operations/function';
import type { ObjectName } from '../../postgres/name';
import { actsOf } from '../acts';
import { written } from '../object-names';
import { deploy, migration } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteRelation } from '../sql-text';
import { endTogether, isMadeHere } from '../together';

interface Match extends MatchBase {
  readonly name: ObjectName;
  readonly procedure: boolean;
  /** Parameter types, as they are written between the parentheses. */
  readonly old: string;
  readonly new: string;
}

/** CREATE OR REPLACE FUNCTION with other parameters: it adds an overload. */
export const functionOverloadLeftBehind = stepRule<Match>({
  id: 'function-overload-left-behind',
  title: 'With other parameter types CREATE OR REPLACE FUNCTION replaces nothing',
  group: 'renaming',
  severity: 'notice',
  judges: 'effect',
  kinds: ['create-function'],

  check(step, run) {
    return actsOf(step, 'create-function').flatMap(({ operation, before }): readonly Match[] => {
      if (!operation.replace) return [];
      const made = nameForCreation(before, operation.name);
      const known = findFunctions(before, made).filter(({ origin }) => exists(origin));
      const signature = signatureOf(operation.parameters, before);
      // Several of one name: overloads are meant.
      const [only, ...others] = known;
      if (only === undefined || others.length > 0 || isMadeHere(only.origin, step, run)) return [];
      const old = signatureOf(only.parameters, before);
      if (old === signature) return [];
      const stays = findFunctions(endTogether(step, run), made).some((each) => isSame(each, only));
      return stays ? [{ name: operation.name, procedure: operation.procedure, old, new: signature }] : [];
    });
  },

  message({ name, old, new: now }) {
    return `${written(name)} (${now}) does not replace ${written(name)} (${old}), but stands beside it: calls go on to the old one, or become ambiguous (42725)`;
  },

  help() {
    return 'Drop the old signature once its callers have moved.';
  },

  repair({ name, old, procedure }): Repair {
    return {
      summary: 'drop the old signature',
      steps: [
        deploy('no code calls the old signature any more.'),
        migration(
          `DROP ${procedure ? 'PROCEDURE' : 'FUNCTION'} ${quoteRelation(name)}(${old})`,
          'takes no lock on a table.',
        ),
      ],
    };
  },
});

function signatureOf(parameters: readonly FunctionParameter[], session: Session): string {
  return parameters
    .filter(({ mode }) => mode === 'in' || mode === 'inout' || mode === 'variadic')
    .map(({ type }) => describeTypeName({ ...resolveType(session, type), modifiers: [] }))
    .join(', ');
}

function isSame(a: UserFunction, b: UserFunction): boolean {
  return a.source === b.source && a.parameters === b.parameters;
}
