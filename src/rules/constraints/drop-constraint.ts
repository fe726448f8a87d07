import type { GoneConstraint } from '../gone-guarantees';
import { goneGuarantees } from '../gone-guarantees';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { named } from '../words';

interface Match extends MatchBase {
  readonly gone: GoneConstraint;
}

const WHAT = {
  check: 'rows that it refused are taken',
  'not-null': 'NULL is taken',
  unique: 'duplicates are taken, and ON CONFLICT that relied on it fails (by columns 42P10, by name 42704)',
  exclude: 'overlapping rows are taken, and ON CONFLICT ON CONSTRAINT fails (42704)',
  'foreign-key': 'rows may refer to nothing',
  'primary-key': '',
} as const;

/** DROP CONSTRAINT: a guarantee goes. */
export const dropConstraint = stepRule<Match>({
  id: 'drop-constraint',
  title: 'Dropping a constraint ends a guarantee that code may rely on',
  group: 'constraints',
  severity: 'warning',
  judges: 'effect',
  kinds: ['drop-constraint'],

  check(step, run) {
    return goneGuarantees(step, run)
      .filter(({ constraint, dropped }) =>
        constraint === undefined
          ? !dropped.operation.constraint.endsWith('_pkey')
          : constraint.kind !== 'primary-key' && constraint.kind !== 'not-null',
      )
      .map((gone) => ({ gone }));
  },

  message({ gone: { dropped, table, constraint } }) {
    const where = named({ name: `${table.schema}.${table.name}` });
    const name = named({ name: dropped.operation.constraint });
    return constraint === undefined
      ? `From here on nobody keeps to ${name} of ${where} any more; if it is UNIQUE, ON CONFLICT that relied on it fails`
      : `Without ${name} of ${where}, ${WHAT[constraint.kind]} from here on`;
  },

  help() {
    return 'Add the constraint that takes its place first.';
  },
});
