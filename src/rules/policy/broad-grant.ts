import type { OperationOf } from '../../postgres/operation';
import { ownOperations } from '../own-operations';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';

interface Match extends MatchBase {
  readonly what: string;
}

/** GRANT of everything, to everybody, or on everything. */
export const broadGrant = stepRule<Match>({
  id: 'broad-grant',
  title: 'A GRANT gives more than one may mean',
  group: 'policy',
  severity: 'opt-in',
  judges: 'effect',
  kinds: ['grant'],

  check(step) {
    return ownOperations(step).flatMap((operation): readonly Match[] => {
      const what = operation.kind === 'grant' ? broad(operation) : [];
      return what.length === 0 ? [] : [{ what: what.join(', ') }];
    });
  },

  message({ what }) {
    return `This grants more than one may mean: ${what}`;
  },

  help() {
    return 'Name the privileges, the objects and the roles.';
  },
});

function broad({ privileges, grantees, target }: OperationOf<'grant' | 'revoke'>): readonly string[] {
  return [
    ...(privileges.length === 0 ? ['all privileges'] : []),
    ...(grantees.some((name) => name.toLowerCase() === 'public') ? ['to everybody (PUBLIC)'] : []),
    ...(target === 'in-schema' ? ['on everything in a schema'] : []),
  ];
}
