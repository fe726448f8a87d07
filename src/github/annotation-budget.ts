import type { Annotation } from './workflow-command';

/** The runner keeps 10 of each level per step and drops the rest silently. The tenth error is the gate's own message. */
const MOST: Readonly<Record<Annotation['level'], number>> = { error: 9, warning: 10, notice: 10 };

/**
 * As many annotations as the runner shows: first the messages about the channels, which nothing else carries, then the
 * findings in the order given, which is worst first. If some do not fit, the last notice says how many.
 */
export function withinBudget(
  channelMessages: readonly Annotation[],
  findings: readonly Annotation[],
): readonly Annotation[] {
  const all = [...channelMessages, ...findings];
  const taken = take(all, MOST);
  if (taken.length === all.length) return taken;
  const spared = take(all, { ...MOST, notice: MOST.notice - 1 });
  const left = all.length - spared.length;
  const message = `${String(left)} more ${left === 1 ? 'message is' : 'messages are'} not shown here: see the job summary.`;
  return [...spared, { level: 'notice', message }];
}

function take(
  annotations: readonly Annotation[],
  most: Readonly<Record<Annotation['level'], number>>,
): readonly Annotation[] {
  const used = { error: 0, warning: 0, notice: 0 };
  return annotations.filter(({ level }) => used[level]++ < most[level]);
}
