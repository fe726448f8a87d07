import type { LockFact, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { subcommandsOf } from '../../sql/clauses';
import type { Spoiled } from '../not-null-proof';
import { spoiledProof } from '../not-null-proof';
import { performed, usedTable, worksBy } from '../performed';
import { inPlace } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { named, whatIsStopped } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly column: string;
  readonly how: Spoiled;
  readonly constraint: string | null;
  readonly locks: readonly LockFact[];
}

/** SET NOT NULL in one statement with a change of the CHECK that proves it. */
export const setNotNullProofSameStatement = stepRule<Match>({
  id: 'set-not-null-proof-same-statement',
  title: 'A CHECK that the same statement touches proves nothing to SET NOT NULL',
  group: 'changing-columns',
  severity: 'error',
  judges: 'lock',
  kinds: ['set-not-null'],
  ofWork: true,

  check(step) {
    const locks = worksBy(step, 'set-not-null/scan');
    if (locks.length === 0) return [];
    return performed(step, 'set-not-null').flatMap((set): readonly Match[] => {
      const table = usedTable(set);
      const spoiled = table === undefined ? null : spoiledProof(set, table);
      return spoiled === null
        ? []
        : [
            {
              step,
              column: set.operation.column,
              ...spoiled,
              locks,
              cites: locks.map(({ relation }) => relation),
            },
          ];
    });
  },

  message({ column, how, constraint, locks }) {
    const which = constraint === null ? 'the CHECK' : named({ name: constraint });
    return `SET NOT NULL on ${named({ name: column })} stops ${whatIsStopped(locks)} until every row has been read: the statement that ${how} ${which} cannot use it as a proof`;
  },

  help({ how }) {
    return how === 'drops'
      ? 'Write SET NOT NULL first, and the DROP CONSTRAINT as a statement of its own after it.'
      : 'Write SET NOT NULL as a statement of its own, after the one that makes the CHECK valid.';
  },

  repair({ step, how }): Repair | null {
    const written = subcommandsOf(step.statement.text);
    if (written === null || step.inner.length > 0 || how === 'adds') return null;
    const isSet = (text: string): boolean => /\bset\s+not\s+null$/i.test(text);
    const split = [
      written.subcommands.filter(({ text }) => isSet(text)),
      written.subcommands.filter(({ text }) => !isSet(text)),
    ].map((part) => `${written.head.text} ${part.map(({ text }) => text).join(', ')}`);
    return {
      summary: 'split the statement',
      steps: [
        inPlace(
          how === 'drops' ? split : [...split].reverse(),
          'ACCESS EXCLUSIVE for a moment: the valid CHECK proves it, so that nothing is read.',
        ),
      ],
    };
  },
});
