import type { ConstraintDefinition } from '../../postgres/definition';
import type { RelationName } from '../../postgres/name';
import { declaredConstraints } from '../declared-constraints';
import { written } from '../object-names';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';

interface Match extends MatchBase {
  readonly table: RelationName;
  readonly kinds: readonly string[];
}

/** Constraints to which the server gives a name. */
export const constraintUnnamed = stepRule<Match>({
  id: 'constraint-unnamed',
  title: 'A constraint without a name of its own',
  group: 'policy',
  severity: 'opt-in',
  judges: 'effect',
  kinds: [
    'create-table',
    'add-column',
    'add-check',
    'add-foreign-key',
    'add-unique',
    'add-primary-key',
    'add-exclusion',
  ],

  check(step) {
    const unnamed = declaredConstraints(step).filter(
      ({ constraint }) => constraint.name === null && constraint.kind !== 'not-null',
    );
    const [first] = unnamed;
    if (first === undefined) return [];
    return [
      { table: first.table, kinds: [...new Set(unnamed.map(({ constraint }) => WORDS[constraint.kind]))] },
    ];
  },

  message({ table, kinds }) {
    return `The server makes up the name of the ${kinds.join(', ')} constraint of ${written(table)}: whoever drops it later has to guess`;
  },

  help() {
    return 'Write CONSTRAINT and a name in front of it.';
  },
});

const WORDS: Readonly<Record<ConstraintDefinition['kind'], string>> = {
  check: 'CHECK',
  'not-null': 'NOT NULL',
  unique: 'UNIQUE',
  'primary-key': 'PRIMARY KEY',
  exclude: 'EXCLUDE',
  'foreign-key': 'FOREIGN KEY',
};
