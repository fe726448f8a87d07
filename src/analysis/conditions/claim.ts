import type { Relation } from '../catalog/relation';
import type { Situation } from '../roles/situation';

/** Whether a claim holds. Unknown: the clause says when the effect would not apply, to follow "unless". */
export type Verdict = boolean | { readonly unless: string };

/** Judges a claim about an operation, for one relation of the role that the effect speaks of. */
export type Judge = (situation: Situation, relation: Relation) => Verdict;

/** A claim that cannot be told. */
export function unknown(unless: string): Verdict {
  return { unless };
}

/** Whether it holds for certain. */
export function holds(verdict: Verdict): boolean {
  return verdict === true;
}

/** True where one is, false where none can be, else the first doubt. */
export function either(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.some(holds)) return true;
  return verdicts.find((verdict) => verdict !== false) ?? false;
}
