import { findFunctions, relationOf } from '../../analysis/catalog/resolve';
import type { Session } from '../../analysis/session';
import type { Step } from '../../analysis/step';
import type { OperationAmong } from '../../analysis/operation-among';
import { actsOf } from '../acts';
import { written } from '../object-names';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { isMadeHere } from '../together';
import { namedAll } from '../words';

interface Match extends MatchBase {
  readonly operation: OperationAmong<'revoke'>;
}

/** REVOKE on something that running clients use. */
export const revokePrivilege = stepRule<Match>({
  id: 'revoke-privilege',
  title: 'Running clients fail at their next statement that needs the right',
  group: 'renaming',
  severity: 'notice',
  judges: 'effect',
  kinds: ['revoke'],

  check(step, run) {
    return actsOf(step, 'revoke').flatMap(({ operation, before }): readonly Match[] => {
      if (operation.kind !== 'revoke' || operation.grantOption) return [];
      const areNew =
        operation.target === 'names' &&
        operation.names.length > 0 &&
        operation.names.every((name) => isNew(operation, name, before, step, run));
      return areNew || isGrantedAgain(operation, step, run) ? [] : [{ operation }];
    });
  },

  message({ operation }) {
    const roles = namedAll(operation.grantees.map((name) => ({ name })));
    const on =
      operation.target === 'in-schema'
        ? `everything in schema ${written(...operation.names)}`
        : `${operation.objectType} ${written(...operation.names)}`;
    return `From the commit on, statements of ${roles} that need ${privileges(operation)} on ${on} fail (42501)`;
  },

  help() {
    return 'Move the clients to a role that keeps the right first.';
  },
});

function privileges({ privileges: list }: OperationAmong<'revoke'>): string {
  return list.length === 0 ? 'a right' : list.map((each) => each.toUpperCase()).join(', ');
}

function isNew(
  operation: OperationAmong<'revoke'>,
  name: { readonly schema: string | null; readonly name: string },
  before: Session,
  step: Step,
  run: RuleRun,
): boolean {
  const origin =
    operation.objectType === 'schema'
      ? before.catalog.schemas.get(name.name)
      : (relationOf(before, name)?.origin ?? findFunctions(before, name)[0]?.origin);
  return origin !== undefined && isMadeHere(origin, step, run);
}

/** A GRANT later in the transaction gives the same roles rights on the same object: a change of rights, not their end. */
function isGrantedAgain(operation: OperationAmong<'revoke'>, step: Step, run: RuleRun): boolean {
  return run
    .laterInTransaction(step)
    .some((later) =>
      actsOf(later, 'grant').some(
        ({ operation: other }) =>
          other.kind === 'grant' &&
          other.objectType === operation.objectType &&
          other.names.some(({ name }) => operation.names.some((own) => own.name === name)) &&
          operation.grantees.every((role) => other.grantees.includes(role)) &&
          (operation.privileges.length === 0 ||
            other.privileges.length === 0 ||
            operation.privileges.every((each) => other.privileges.includes(each))),
      ),
    );
}
