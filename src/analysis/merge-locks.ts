import { stronger } from '../postgres/lock-mode';
import { isLonger, longer } from './longest';
import type { Doubt, LockFact, Stop } from './step';

/** The lock facts of a statement that runs others: one for each relation, with the strongest mode and the longest work of all. */
export function mergeLocks(facts: readonly LockFact[]): readonly LockFact[] {
  const merged = new Map<number, LockFact>();
  for (const fact of facts) {
    const known = merged.get(fact.relation.id);
    merged.set(fact.relation.id, known === undefined ? fact : mergeLock(known, fact));
  }
  return [...merged.values()];
}

/** The stops of a statement that runs others. */
export function mergeStops(stops: readonly Stop[]): readonly Stop[] {
  const merged = new Map<number, Stop>();
  for (const stop of stops) {
    const known = merged.get(stop.relation.id);
    merged.set(stop.relation.id, known === undefined ? stop : mergeStop(known, stop));
  }
  return [...merged.values()];
}

function mergeLock(a: LockFact, b: LockFact): LockFact {
  const mode = stronger(a.mode, b.mode);
  const longest = isLonger(b.work, a.work) ? b : a;
  const decisive = a.mode === b.mode ? (a.certainty === 'certain' ? a : b) : a.mode === mode ? a : b;
  return {
    relation: a.relation,
    mode,
    work: longest.work,
    under: longest.work === 'none' ? mode : longest.under,
    certainty: decisive.certainty,
    unless: decisive.unless,
    modeUnless: a.mode === b.mode && b.modeUnless.length === 0 ? b.modeUnless : decisive.modeUnless,
    effects: [...new Set([...a.effects, ...b.effects])],
    doubts: [...a.doubts.filter(isOpen(b)), ...b.doubts.filter(isOpen(a))],
    visible: a.visible || b.visible,
    isNew: a.isNew && b.isNew,
  };
}

/** Whether a doubt of one statement stays where another one has the same effect: for certain, it does not. */
function isOpen(other: LockFact): (doubt: Doubt) => boolean {
  return ({ effect }) =>
    !other.effects.includes(effect) || other.doubts.some((doubt) => doubt.effect === effect);
}

function mergeStop(a: Stop, b: Stop): Stop {
  const by = new Map([...a.by, ...b.by].map((relation) => [relation.id, relation]));
  return {
    relation: a.relation,
    reads: a.reads || b.reads,
    writes: a.writes || b.writes,
    by: [...by.values()],
    work: longer(a.work, b.work),
    certainty: a.certainty === 'certain' || b.certainty === 'certain' ? 'certain' : 'assumed',
  };
}
