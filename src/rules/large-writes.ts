import type { Table } from '../analysis/catalog/relation';
import { tableOf } from '../analysis/catalog/resolve';
import type { Session } from '../analysis/session';
import type { Step } from '../analysis/step';
import type { QueryWrite } from '../postgres/query';
import { everyPart } from '../postgres/expression';
import { isStaging } from './object-names';
import type { RuleRun } from './rule';
import { unboundedWrites } from '../analysis/unbounded-writes';

/** A write whose number of rows grows with a table that others use. */
export interface LargeWrite {
  readonly write: QueryWrite;
  /** As the catalog has it; undefined where it does not know it. */
  readonly table: Table | undefined;
}

/** The large writes of a step, but for tables whose rows may be lost. */
export function largeWrites(step: Step, run: RuleRun): readonly LargeWrite[] {
  if (step.refusals.some(({ sqlState }) => sqlState !== '25001')) return [];
  return unboundedWrites(step).flatMap((write): readonly LargeWrite[] => {
    const table = tableOf(step.before, write.relation) ?? tableOf(innerSession(step), write.relation);
    return table !== undefined && isStaging(table, run.options) ? [] : [{ write, table }];
  });
}

/** DELETE without a condition, or with one that every row meets. */
export function deletesAll({ command, where }: QueryWrite): boolean {
  return command === 'delete' && (where === null || !everyPart(where).some(({ kind }) => CHOOSING.has(kind)));
}

const CHOOSING: ReadonlySet<string> = new Set([
  'column',
  'subquery',
  'opaque',
  'call',
  'special-value',
  'row',
]);

function innerSession(step: Step): Session {
  return step.inner.at(-1)?.before ?? step.before;
}
