import { isPlaceholder, PLACEHOLDER } from '../sql/placeholder';
import type { Span } from '../sql/source';
import type { Step } from '../analysis/step';
import type { Repair, Risk, Severity } from '../findings/finding';
import { atLeastRisk } from '../findings/finding';
import { RISK_OF_SEVERITY, riskOfStops } from '../findings/risk';
import { type Meanwhile, meanwhile } from './meanwhile';
import type { CheckedRule, MatchBase, Rule, RuleRun, StepRule } from './rule';

/** A rule with the severity that configuration gives it; a rule that is off is not in the list. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
  /** Configuration said so, which bounds the risk; the rule's own default does not. */
  readonly configured: boolean;
}

/** A judgement before suppressions, gate and identity. */
export interface Judgement {
  readonly rule: string;
  readonly severity: Severity;
  readonly risk: Risk;
  readonly at: Span;
  readonly step: number | null;
  readonly migration: number;
  readonly message: string;
  readonly help: string;
  readonly repair: Repair | null;
}

/** Asks every active rule about the steps it looks at, and about migrations and the change set. In the order of the run. */
export function judge(run: RuleRun, rules: readonly ActiveRule[]): readonly Judgement[] {
  const byKind = indexByKind(rules);
  const judgements: Judgement[] = [];
  for (const step of run.steps) {
    const asked = new Set<ActiveRule>(byKind.get('any'));
    for (const operation of step.operations)
      for (const active of byKind.get(operation.kind) ?? []) asked.add(active);
    for (const active of asked) judgements.push(...judgeStep(active, step, run));
  }
  for (const active of rules) judgements.push(...judgeRun(active, run));
  return judgements;
}

function judgeStep(active: ActiveRule, step: Step, run: RuleRun): readonly Judgement[] {
  const { rule } = active;
  if (rule.on !== 'step' || step.rolledBack) return [];
  const matches = rule.check(step, run);
  if (matches.length === 0) return [];
  const judgements = matches.map((match) =>
    judgementOf(active, rule, match, step, step.migration, step.statement.at, run),
  );
  if (judgements.length < 2) return judgements;
  // A loop in a body says the same again and again of names that nobody knows.
  const said = new Map(
    judgements.map((judgement) => [`${judgement.at.start} ${judgement.message}`, judgement]),
  );
  return said.size === judgements.length ? judgements : [...said.values()];
}

function judgeRun(active: ActiveRule, run: RuleRun): readonly Judgement[] {
  const { rule } = active;
  if (rule.on === 'step' || rule.on === 'pipeline') return [];
  const subjects = rule.on === 'migration' ? run.migrations : [null];
  return subjects.flatMap((migration) =>
    rule.check(migration, run).map((match) => {
      const step = match.step === undefined ? null : (run.steps[match.step] ?? null);
      const source = run.migrations[match.migration]?.source;
      const at = step?.statement.at ?? {
        file: source?.path ?? ('' as Span['file']),
        start: 0,
        end: source?.text.length ?? 0,
      };
      return judgementOf(active, rule, match, step, match.migration, at, run);
    }),
  );
}

function judgementOf(
  active: ActiveRule,
  rule: CheckedRule,
  match: MatchBase,
  step: Step | null,
  migration: number,
  at: Span,
  run: RuleRun,
): Judgement {
  const severity = active.configured ? active.severity : (match.severity ?? active.severity);
  // The match came from this very rule's check, whichever shape it has.
  const describing = rule as StepRule;
  const beside = step !== null && describing.ofWork === true ? meanwhile(step, run) : NOTHING_BESIDE;
  const cites =
    beside.relations.length === 0
      ? match.cites
      : [...(match.cites ?? step?.stops.map(({ relation }) => relation) ?? []), ...beside.relations];
  return {
    rule: rule.id,
    severity,
    risk: riskOf(active, severity, { judges: match.judges ?? rule.judges, cites }, step, migration, run),
    at: match.at ?? at,
    step: step?.index ?? null,
    migration,
    message: withUnknownNames(describing.message(match, run) + beside.clause),
    help: describing.help(match, run),
    repair: known(describing.repair?.(match, run) ?? null),
  };
}

const NOTHING_BESIDE: Meanwhile = { clause: '', relations: [] };

/** Names that are made when the migration runs are shown as `…`. */
function withUnknownNames(text: string): string {
  return isPlaceholder(text) ? text.replace(new RegExp(`${PLACEHOLDER}\\w*`, 'g'), '…') : text;
}

/** Steps that would name what nobody knows are no steps. */
function known(repair: Repair | null): Repair | null {
  return repair?.steps.some(({ sql }) => sql !== undefined && isPlaceholder(sql)) === true ? null : repair;
}

/** Design: a lock rule takes the worst effect that it cites, an effect rule the floor of its severity; configuration bounds both. */
function riskOf(
  active: ActiveRule,
  severity: Severity,
  { judges, cites }: { readonly judges: Rule['judges']; readonly cites: MatchBase['cites'] },
  step: Step | null,
  migration: number,
  run: RuleRun,
): Risk {
  const floor = RISK_OF_SEVERITY[severity];
  // What a statement locks may be unknown altogether (REASSIGN OWNED): then the rule's own severity speaks.
  const computed =
    judges === 'lock' && step !== null && step.locks.length > 0
      ? riskOfStops(step, run, run.options, cites)
      : floor;
  const bounded = active.configured ? bound(computed, severity) : computed;
  const down = run.migrations[migration]?.direction === 'down';
  return down && atLeastRisk(bounded, 'low') ? 'low' : bounded;
}

function bound(risk: Risk, severity: Severity): Risk {
  const limit = RISK_OF_SEVERITY[severity];
  if (severity === 'error') return atLeastRisk(risk, limit) ? risk : limit;
  return atLeastRisk(risk, limit) ? limit : risk;
}

function indexByKind(rules: readonly ActiveRule[]): ReadonlyMap<string, readonly ActiveRule[]> {
  const index = new Map<string, ActiveRule[]>();
  for (const active of rules) {
    if (active.rule.on !== 'step') continue;
    for (const kind of active.rule.kinds === 'any' ? ['any'] : active.rule.kinds) {
      const known = index.get(kind);
      if (known === undefined) index.set(kind, [active]);
      else known.push(active);
    }
  }
  return index;
}
