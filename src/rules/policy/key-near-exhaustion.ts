import { columnOf, primaryKeyOf, tableById } from '../../analysis/catalog/find';
import type { RelationReference } from '../../analysis/step';
import { parametersOf } from '../parameters';
import type { MatchBase } from '../rule';
import { runRule } from '../rule';
import { statisticsOf } from '../../analysis/statistics';
import { named } from '../words';

interface Match extends MatchBase {
  readonly migration: number;
  readonly step: number;
  readonly relation: RelationReference;
  readonly column: string;
  readonly lastValue: number;
  readonly end: number;
}

const ID = 'key-near-exhaustion';
const PARAMETERS = {
  percent: { kind: 'number', default: 75, says: 'How much of the range may be used up.' },
} as const;
const ENDS: Readonly<Record<string, number>> = { int2: 32_767, int4: 2_147_483_647 };

/** A table that a migration touches and whose integer key is nearly used up: said once. */
export const keyNearExhaustion = runRule<Match>({
  id: ID,
  title: 'An integer key is nearly used up',
  group: 'policy',
  severity: 'opt-in',
  judges: 'effect',
  on: 'change-set',
  parameters: PARAMETERS,

  check(_, run) {
    if (run.options.statistics === undefined) return [];
    const { percent } = parametersOf(run, ID, PARAMETERS);
    const told = new Set<number>();
    return run.steps.flatMap((step) =>
      step.locks.flatMap(({ relation }): readonly Match[] => {
        const lastValue = statisticsOf(run.options.statistics, relation)?.lastValue;
        const table = tableById(run.finalSession.catalog, relation.id);
        if (lastValue === undefined || table === undefined || told.has(relation.id)) return [];
        const column = primaryKeyOf(table)?.columns[0] ?? '';
        const end = ENDS[columnOf(table, column)?.type?.name ?? ''];
        if (end === undefined || lastValue < (end * percent) / 100) return [];
        told.add(relation.id);
        return [{ migration: step.migration, step: step.index, relation, column, lastValue, end }];
      }),
    );
  },

  message({ relation, column, lastValue, end }) {
    return `"${column}" of ${named(relation)} has reached ${lastValue.toLocaleString('en')} of ${end.toLocaleString('en')}: when it ends, every INSERT fails`;
  },

  help() {
    return 'Change it to bigint in time, by a new column.';
  },
});
