import { isNew } from '../analysis/exemption';
import { isTable } from '../analysis/catalog/find';
import type { Relation, Table } from '../analysis/catalog/relation';
import { relationOf } from '../analysis/catalog/resolve';
import type { Situation } from '../analysis/roles/situation';
import { targetOf } from '../analysis/roles/target';
import type { LockFact, Step } from '../analysis/step';
import type { EffectId } from '../postgres/effects/effect';
import type { Operation, OperationKind, OperationOf } from '../postgres/operation';
import { harmful } from './words';

/** An operation that a step performs, in the statement and session it belongs to: the step's own, or those of a body that it runs. */
export interface Performed<K extends OperationKind = OperationKind> extends Situation {
  readonly operation: OperationOf<K>;
  /** It stands in a body, so that no text of the statement speaks of it. */
  readonly inner: boolean;
}

const NONE: readonly never[] = [];

/** The operations of some kinds that a step performs. */
export function performed<K extends OperationKind>(
  step: Step,
  ...kinds: readonly K[]
): readonly Performed<K>[] {
  const isMeant = (operation: Operation): operation is OperationOf<K> =>
    (kinds as readonly OperationKind[]).includes(operation.kind);
  if (!step.operations.some(isMeant)) return NONE;
  const inside = new Set(step.inner.flatMap(({ operations }) => operations));
  const own =
    inside.size === 0 ? step.operations : step.operations.filter((operation) => !inside.has(operation));
  return [
    ...own
      .filter(isMeant)
      .map((operation) => ({ operation, statement: own, session: step.before, inner: false })),
    ...step.inner.flatMap(({ operations, before }) =>
      operations
        .filter(isMeant)
        .map((operation) => ({ operation, statement: operations, session: before, inner: true })),
    ),
  ];
}

/** The relation that an operation is about. */
export function subject(situation: Situation): Relation | undefined {
  return targetOf(situation);
}

/** The same, where it is a table that others may have used. */
export function usedTable(situation: Situation): Table | undefined {
  const relation = targetOf(situation);
  return relation !== undefined && isTable(relation) && !isNew(situation.session, relation)
    ? relation
    : undefined;
}

/** The table of a name, where others may have used it. */
export function usedTableNamed(
  { session }: Situation,
  name: { readonly schema: string | null; readonly name: string },
): Table | undefined {
  const relation = relationOf(session, name);
  return relation !== undefined && isTable(relation) && !isNew(session, relation) ? relation : undefined;
}

/** The harmful locks of a step that lines of the effect table bring. */
export function locksBy(step: Step, ...effects: readonly EffectId[]): readonly LockFact[] {
  return harmful(step).filter((lock) => lock.effects.some((effect) => effects.includes(effect)));
}

/** Those of them under which work is done, as certain as those lines are. */
export function worksBy(step: Step, ...effects: readonly EffectId[]): readonly LockFact[] {
  return locksBy(step, ...effects)
    .filter((lock) => lock.work !== 'none')
    .map((lock) => (lock.doubts.length === 0 ? lock : asCertainAs(lock, effects)));
}

function asCertainAs(lock: LockFact, effects: readonly EffectId[]): LockFact {
  const applied = lock.effects.filter((effect) => effects.includes(effect));
  const doubts = lock.doubts.filter(({ effect }) => applied.includes(effect));
  const isCertain = applied.some((effect) => doubts.every((doubt) => doubt.effect !== effect));
  return {
    ...lock,
    certainty: isCertain ? 'certain' : 'assumed',
    unless: isCertain ? [] : [...new Set(doubts.flatMap(({ unless }) => unless))],
  };
}
