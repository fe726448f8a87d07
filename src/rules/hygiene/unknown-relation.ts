import type { Operation } from '../../postgres/operation';
import { mentionsOf } from '../../analysis/catalog/mention';
import type { RelationId } from '../../analysis/catalog/relation';
import type { RelationReference } from '../../analysis/step';
import type { MatchBase } from '../rule';
import { runRule } from '../rule';
import { named } from '../words';

interface Match extends MatchBase {
  readonly migration: number;
  readonly step: number;
  readonly relation: RelationReference;
}

/** A relation that a complete history has never made: said once for each. */
export const unknownRelation = runRule<Match>({
  id: 'unknown-relation',
  title: 'No migration has made what this names',
  group: 'hygiene',
  severity: 'opt-in',
  judges: 'effect',
  on: 'change-set',

  check(_, run) {
    const { catalog } = run.startSession;
    // History that takes tables for given does not begin at an empty database.
    const isComplete =
      catalog.complete && ![...catalog.relations.values()].some(({ origin }) => origin.source === 'assumed');
    if (!isComplete) return [];
    const told = new Set<RelationId>();
    return run.steps.flatMap((step) =>
      (step.conditional ? [] : step.locks).flatMap(({ relation }): readonly Match[] => {
        const known = step.before.catalog.relations.get(relation.id);
        if (known?.origin.source !== 'assumed' || relation.kind.endsWith('index') || told.has(relation.id))
          return [];
        if (step.operations.some((operation) => mayMiss(operation, known.name))) return [];
        told.add(relation.id);
        return [{ migration: step.migration, step: step.index, relation }];
      }),
    );
  },

  message({ relation }) {
    return `No migration has made ${named(relation)}: the database has changed without one, or the name is misspelt`;
  },

  help() {
    return 'Correct the name, or write the migration that makes it.';
  },
});

/** Whether the operation says that it may be missing. */
function mayMiss(operation: Operation, name: string): boolean {
  return mentionsOf(operation).some((mention) => mention.optional && mention.name.name === name);
}
