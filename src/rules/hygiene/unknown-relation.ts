import type { RelationReference } from '../../analysis/step';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { named } from '../words';

interface Match extends MatchBase {
  readonly relation: RelationReference;
}

/** A relation that a complete history has never made. */
export const unknownRelation = stepRule<Match>({
  id: 'unknown-relation',
  title: 'No migration has made what this names',
  group: 'hygiene',
  severity: 'opt-in',
  judges: 'effect',
  kinds: 'any',

  check(step, run) {
    if (!run.startSession.catalog.complete || step.conditional) return [];
    return step.locks.flatMap(({ relation }): readonly Match[] => {
      const known = step.before.catalog.relations.get(relation.id);
      return known?.origin.source === 'assumed' && !relation.kind.endsWith('index') ? [{ relation }] : [];
    });
  },

  message({ relation }) {
    return `No migration has made ${named(relation)}: the database has changed without one, or the name is misspelt`;
  },

  help() {
    return 'Correct the name, or write the migration that makes it.';
  },
});
