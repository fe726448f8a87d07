import type { Expression } from '../../postgres/expression';
import { actsOf } from '../acts';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';

/** SET session_replication_role = replica, and set_config(). */
export const sessionReplicationRole = stepRule<MatchBase>({
  id: 'session-replication-role',
  title: 'In the replica role no trigger fires and no foreign key is checked',
  group: 'triggers-and-policies',
  severity: 'error',
  judges: 'effect',
  kinds: ['set', 'query'],

  check(step) {
    const isSet = actsOf(step, 'set', 'query').some(({ operation }) => {
      if (operation.kind === 'set') return isRole(operation.name) && isReplica(operation.value);
      return operation.query.calls.some(
        ({ name, args: [setting, value] }) =>
          name.name === 'set_config' && isRole(textOf(setting)) && isReplica(textOf(value)),
      );
    });
    return isSet ? [{}] : [];
  },

  message() {
    return 'From here on no trigger fires and no foreign key is checked in this session: rows without a partner get in, and nothing finds them later';
  },

  help() {
    return 'Leave the role alone; where a trigger is in the way, give it a condition.';
  },
});

function isRole(name: string | null): boolean {
  return name?.toLowerCase() === 'session_replication_role';
}

function isReplica(value: string | null): boolean {
  return value?.toLowerCase() === 'replica';
}

function textOf(expression: Expression | undefined): string | null {
  if (expression?.kind === 'cast') return textOf(expression.arg);
  return expression?.kind === 'constant' && typeof expression.value === 'string' ? expression.value : null;
}
