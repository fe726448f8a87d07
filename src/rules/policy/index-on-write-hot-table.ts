import type { RelationReference } from '../../analysis/step';
import { parametersOf } from '../parameters';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { statisticsOf } from '../../analysis/statistics';
import { named } from '../words';

interface Match extends MatchBase {
  readonly relation: RelationReference;
  readonly writes: number;
}

const ID = 'index-on-write-hot-table';
const PARAMETERS = {
  limit: {
    kind: 'number',
    default: 100,
    says: 'Rows written in a second, from which on a table counts as hot.',
  },
} as const;

/** A new index on a table that is written all the time. */
export const indexOnWriteHotTable = stepRule<Match>({
  id: ID,
  title: 'Each write to a busy table pays for one more index',
  group: 'policy',
  severity: 'opt-in',
  judges: 'effect',
  kinds: ['create-index'],
  parameters: PARAMETERS,

  check(step, run) {
    if (run.options.statistics === undefined) return [];
    const { limit } = parametersOf(run, ID, PARAMETERS);
    const found = step.locks.flatMap(({ relation, isNew }): readonly Match[] => {
      const writes = statisticsOf(run.options.statistics, relation)?.writesPerSecond ?? 0;
      return isNew || relation.kind !== 'table' || writes < limit ? [] : [{ relation, writes }];
    });
    return found.slice(0, 1);
  },

  message({ relation, writes }) {
    return `${named(relation)} takes about ${writes.toLocaleString('en')} writes a second, and each of them pays for this index; an UPDATE of its columns can no longer stay within the page (HOT)`;
  },

  help() {
    return 'Make it partial, or leave out an index that it replaces.';
  },
});
