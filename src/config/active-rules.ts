import type { Severity } from '../findings/finding';
import type { Config } from './config';

/** What of a rule its activation depends on. */
export interface Configurable {
  readonly id: string;
  readonly severity: Severity | 'opt-in';
}

/** A rule that configuration left on, with its severity. `configured`: the configuration names one. */
export interface Activated<R extends Configurable> {
  readonly rule: R;
  readonly severity: Severity;
  readonly configured: boolean;
}

/** Which rules look: `default`, `all` with the opt-in ones as warnings, or those that are named. */
export type RuleSelection = 'default' | 'all' | readonly string[];

/** The rules that are on. An opt-in rule that configuration asks for without a severity is a warning. */
export function activeRules<R extends Configurable>(
  rules: readonly R[],
  configured: Config['rules'],
  selection: RuleSelection,
): readonly Activated<R>[] {
  return rules.flatMap((rule): readonly Activated<R>[] => {
    if (Array.isArray(selection) && !selection.includes(rule.id)) return [];
    const entry = configured?.[rule.id];
    const severity = typeof entry === 'string' ? entry : entry?.severity;
    if (severity === 'off') return [];
    if (severity !== undefined) return [{ rule, severity, configured: true }];
    if (rule.severity !== 'opt-in') return [{ rule, severity: rule.severity, configured: false }];
    const asked = entry !== undefined || selection !== 'default';
    return asked ? [{ rule, severity: 'warning', configured: false }] : [];
  });
}

/** Whether somebody wants to know if a migration can be taken back: only then its way back is read. */
export function asksForWayBack(active: readonly Activated<Configurable>[]): boolean {
  return active.some(({ rule }) => rule.id === 'irreversible-migration');
}
