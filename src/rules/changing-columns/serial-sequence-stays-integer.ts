import { ownedSequences } from '../../analysis/catalog/find';
import type { Sequence } from '../../analysis/catalog/relation';
import type { Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { briefly } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteRelation } from '../sql-text';
import { typeChanges } from '../type-changes';
import { named } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly column: string;
  readonly sequence: Sequence;
}

const ENDS: Readonly<Record<string, string>> = { int2: '32767', int4: '2147483647' };

/** A serial column becomes bigint, and its sequence stays what it was. */
export const serialSequenceStaysInteger = stepRule<Match>({
  id: 'serial-sequence-stays-integer',
  title: 'The column becomes bigint, its sequence still ends where integer ends',
  group: 'changing-columns',
  severity: 'error',
  judges: 'effect',
  kinds: ['alter-column-type'],

  check(step, run) {
    return typeChanges(step).flatMap(({ changed, table, to }): readonly Match[] => {
      if (to.name !== 'int8') return [];
      const { column } = changed.operation;
      return ownedSequences(changed.session.catalog, table.id, column)
        .filter((sequence) => !sequence.identity && (sequence.type ?? 'int8') !== 'int8')
        .filter((sequence) => {
          const left = run.finalSession.catalog.relations.get(sequence.id);
          return left?.kind === 'sequence' && left.type === sequence.type;
        })
        .map((sequence) => ({ step, column, sequence }));
    });
  },

  message({ column, sequence }) {
    return `${named({ name: column })} becomes bigint, but its sequence ${named(sequence)} still ends at ${ENDS[sequence.type ?? ''] ?? ''}: the INSERT after that fails (2200H)`;
  },

  help() {
    return 'Change the type of the sequence too.';
  },

  repair({ sequence }, run): Repair {
    return {
      summary: 'let the sequence go on',
      steps: [
        briefly(
          `ALTER SEQUENCE ${quoteRelation({ name: `${sequence.schema}.${sequence.name}` })} AS bigint`,
          'SHARE ROW EXCLUSIVE on the sequence: INSERTs that draw a number wait, so nothing else in this transaction.',
          run.options,
        ),
      ],
    };
  },
});
