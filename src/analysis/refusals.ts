import { isWithin } from '../postgres/effects/effects';
import type { Refusal } from '../postgres/effects/refusal';
import { REFUSALS } from '../postgres/effects/refusals/refusals';
import type { Operation } from '../postgres/operation';
import { relationExists } from './conditions/simple';
import { columnWasThere } from './conditions/new-column';
import { isDroppedBefore } from './conditions/refused/statement';
import { REFUSED } from './conditions/refused/refused';
import type { Situation } from './roles/situation';
import { targetTable } from './roles/target';
import type { Step } from './step';

/** What the server is certain to refuse: the first reason that it finds. What IF EXISTS makes nothing of is not refused. */
export function refusalsOf(situations: readonly Situation[]): Step['refusals'] {
  const [first] = situations;
  const inPhases = situations.length > 1 && first !== undefined && 'as' in first.operation;
  const found =
    (inPhases ? (firstOf(situations, 'read') ?? firstOf(situations, 'prepare')) : null) ??
    firstOf(situations, null);
  return found === null ? [] : [{ sqlState: found.sqlState, reason: found.reason }];
}

/** Null: of any phase. */
function firstOf(situations: readonly Situation[], phase: Refusal['phase'] | null): Refusal | null {
  for (const situation of situations) {
    const { operation, session } = situation;
    if (isPassedOver(situation)) continue;
    for (const refusal of refusalsOn(operation.kind, session.major))
      if ((phase === null || refusal.phase === phase) && REFUSED[refusal.when](situation)) return refusal;
  }
  return null;
}

/**
 * It makes with IF NOT EXISTS a table or sequence that is there, stands at a column of ADD COLUMN IF NOT EXISTS that is there, or drops
 * with IF EXISTS what went just before.
 */
function isPassedOver(situation: Situation): boolean {
  const { operation } = situation;
  const makes = operation.kind === 'create-table' || operation.kind === 'create-sequence';
  if (makes && operation.ifNotExists && relationExists(situation) === true) return true;
  if ('missingOk' in operation && operation.missingOk && isDroppedBefore(situation)) return true;
  const table = targetTable(situation);
  return table !== undefined && columnWasThere(situation, table) === true;
}

/** Those that concern a kind of operation on a major, in the order of the table. */
function refusalsOn(kind: Operation['kind'], major: number): readonly Refusal[] {
  const ofMajor = byMajor.get(major) ?? new Map<Operation['kind'], readonly Refusal[]>();
  byMajor.set(major, ofMajor);
  const known = ofMajor.get(kind) ?? REFUSALS.filter((each) => concerns(each, kind, major));
  ofMajor.set(kind, known);
  return known;
}

const byMajor = new Map<number, Map<Operation['kind'], readonly Refusal[]>>();

function concerns({ on, since, until }: Refusal, kind: Operation['kind'], major: number): boolean {
  return (on === 'any' || [on].flat().includes(kind)) && isWithin(major, since, until);
}
