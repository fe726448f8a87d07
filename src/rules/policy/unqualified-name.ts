import { creationsOf, mentionsOf } from '../../analysis/catalog/mention';
import { isSystemName, relationOf } from '../../analysis/catalog/resolve';
import type { Session } from '../../analysis/session';
import type { Step } from '../../analysis/step';
import type { ObjectName } from '../../postgres/name';
import { ownOperations } from '../own-operations';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { namedAll } from '../words';

interface Match extends MatchBase {
  readonly names: readonly string[];
}

/** Relations that are named without their schema. */
export const unqualifiedName = stepRule<Match>({
  id: 'unqualified-name',
  title: 'The search_path decides which table is meant',
  group: 'policy',
  severity: 'opt-in',
  judges: 'effect',
  kinds: 'any',

  check(step) {
    const names = [...new Set(namesIn(step).map(({ name }) => name))];
    return names.length === 0 ? [] : [{ names }];
  },

  message({ names }) {
    return `${namedAll(names.map((name) => ({ name })))} ${names.length === 1 ? 'is' : 'are'} named without a schema: the search_path of whoever runs this decides what is hit`;
  },

  help() {
    return 'Write the schema in front of the name.';
  },
});

function namesIn(step: Step): readonly ObjectName[] {
  return ownOperations(step).flatMap((operation) => {
    const created = operation.kind === 'create-index' ? [] : creationsOf(operation);
    return [...mentionsOf(operation).map(({ name }) => name), ...created].filter(
      (name) => name.schema === null && !isSystemName(name) && !isTemporary(step.before, step.after, name),
    );
  });
}

function isTemporary(before: Session, after: Session, name: ObjectName): boolean {
  return [before, after].some((session) => relationOf(session, name)?.persistence === 'temporary');
}
