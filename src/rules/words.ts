import type { LockFact, RelationReference, Step, Stop } from '../analysis/step';
import type { LockMode } from '../postgres/lock-mode';
import { conflicts } from '../postgres/lock-mode';
import { onceForStep } from './once-for-step';

/** A relation in a message: quoted, without the schema that everybody has. */
export function named(relation: { readonly name: string }): string {
  return `"${relation.name.startsWith('public.') ? relation.name.slice('public.'.length) : relation.name}"`;
}

/** Several relations in a message: `"a"`, `"a" and "b"`, `"a", "b" and 3 more`. */
export function namedAll(relations: readonly { readonly name: string }[]): string {
  return relations.length === 0 ? 'an unknown table' : listed(relations.map(named));
}

/** Several things in a message: `a`, `a and b`, `a, b and 3 more`. */
export function listed(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? '';
  if (names.length <= 3) return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;
  return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
}

/** `reads and writes` or `writes`: what the worst of some stops stops. */
export function stopped(stops: readonly Stop[]): string {
  return stops.some((stop) => stop.reads) ? 'reads and writes' : 'writes';
}

/** `, unless …` with what the catalog does not know; empty where all is certain. */
export function unless(facts: readonly LockFact[]): string {
  return unlessAny(facts.flatMap((fact) => (fact.certainty === 'assumed' ? fact.unless : [])));
}

/** The same of locks that are held, whatever work was done under them. */
export function unlessHeld(facts: readonly LockFact[]): string {
  return unlessAny(facts.flatMap(({ modeUnless }) => modeUnless));
}

function unlessAny(clauses: readonly string[]): string {
  return clauses.length === 0 ? '' : `, unless ${[...new Set(clauses)].join(' or ')}`;
}

/** The lock facts of a step that may harm: visible to others, and not on a relation that nobody has used yet. */
export const harmful = onceForStep((step): readonly LockFact[] =>
  step.locks.filter((lock) => lock.visible && !lock.isNew),
);

/** The stops that locks on a relation cause. */
export function stopsBy(step: Step, relation: RelationReference): readonly Stop[] {
  return step.stops.filter(
    (stop) => stop.relation.id === relation.id || stop.by.some((locked) => locked.id === relation.id),
  );
}

/** `reads and writes` or `writes`: what a mode stops on its relation. */
export function stoppedBy(mode: LockMode): string {
  return conflicts(mode, 'ACCESS SHARE') ? 'reads and writes' : 'writes';
}

/** `reads and writes of "orders" (ACCESS EXCLUSIVE lock)`: what some locks stop, those of one mode together. */
export function whatIsStopped(locks: readonly LockFact[]): string {
  const byMode = new Map<LockMode, LockFact[]>();
  for (const lock of locks) byMode.set(lock.mode, [...(byMode.get(lock.mode) ?? []), lock]);
  return [...byMode]
    .map(([mode, those]) => {
      const of = conflicts(mode, 'ACCESS SHARE') ? 'of' : 'to';
      return `${stoppedBy(mode)} ${of} ${namedAll(those.map((lock) => lock.relation))} (${mode} lock)`;
    })
    .join(' and ');
}
