import type { Step } from '../analysis/step';

/** What many rules ask of a step, and later ones of the steps before them, found out when it is first asked. */
export function onceForStep<T extends object>(find: (step: Step) => T): (step: Step) => T {
  const found = new WeakMap<Step, T>();
  return (step) => {
    const known = found.get(step);
    if (known !== undefined) return known;
    const answer = find(step);
    found.set(step, answer);
    return answer;
  };
}
