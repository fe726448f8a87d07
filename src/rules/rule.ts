import type { Run, RunMigration } from '../analysis/run';
import type { Statistics } from '../analysis/statistics';
import type { RelationReference, Step } from '../analysis/step';
import type { Repair, Severity } from '../findings/finding';
import type { OperationKind } from '../postgres/operation';
import type { Span } from '../sql/source';
import type { Parameters } from './parameters';

/** The folders of `src/rules`, one a section of the catalogue of hazards. */
export type RuleGroup =
  | 'indexes'
  | 'adding-columns'
  | 'changing-columns'
  | 'constraints'
  | 'dropping'
  | 'renaming'
  | 'storage'
  | 'partitions'
  | 'views-and-types'
  | 'triggers-and-policies'
  | 'transactions'
  | 'timeouts'
  | 'data-and-replication'
  | 'hygiene'
  | 'policy';

/** What configuration says to rules, with its defaults filled in. */
export interface RuleOptions {
  readonly lockTimeout: {
    /** Who sets it: `migration` (each by itself) or `elsewhere` (role, runner, connection string). */
    readonly setBy: 'migration' | 'elsewhere';
    /** In milliseconds. */
    readonly limit: number;
  };
  /** Schemas or tables whose rows may be lost: `staging`, `staging.*`, `public.tmp_orders`. */
  readonly staging: readonly string[];
  /** Tables published outside the migrations; `*` for all. */
  readonly publications: readonly string[];
  /** The server's minor release where one is named (`14.2` → 2). */
  readonly minor: number | null;
  /** Sizes and traffic of a live database; absent where nobody has told. */
  readonly statistics?: Statistics;
  /** Parameters by rule id, as configured; a rule reads its own and gives its defaults. */
  readonly parameters: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** What a rule sees of the run. */
export interface RuleRun extends Run {
  readonly options: RuleOptions;
}

/** What every match may say beside what its rule's message needs. */
export interface MatchBase {
  /** Where, if not the whole statement. */
  readonly at?: Span;
  /** The relations whose stops count for the risk of a lock rule; all of the step without it. */
  readonly cites?: readonly RelationReference[];
  /** Louder or softer than the rule's default, where the catalogue says so. */
  readonly severity?: Severity;
  /** It fails or breaks something, though the rule's other matches harm by a lock. */
  readonly judges?: 'effect';
}

interface RuleBase<Match extends MatchBase> {
  readonly id: string;
  readonly title: string;
  readonly group: RuleGroup;
  /** `opt-in`: silent until configuration asks; then a warning unless configuration says otherwise. */
  readonly severity: Severity | 'opt-in';
  /** `lock`: the harm is a lock it cites · `effect`: it fails, breaks clients, loses data or a guarantee. */
  readonly judges: 'lock' | 'effect';
  /** What configuration may set beside the severity. */
  readonly parameters?: Parameters;
  /** What is stopped, on which table, by which lock, until when; "unless …" where assumed. No full stop at the end. */
  message(match: Match, run: RuleRun): string;
  /** One imperative sentence, with its full stop. */
  help(match: Match, run: RuleRun): string;
  repair?(match: Match, run: RuleRun): Repair | null;
}

/** A rule that judges steps. */
export interface StepRule<Match extends MatchBase = MatchBase> extends RuleBase<Match> {
  readonly on: 'step';
  /** The operations that it looks at: it is asked about no other step. */
  readonly kinds: readonly OperationKind[] | 'any';
  /** It speaks of what the statement does for long: what earlier statements of the transaction keep closed meanwhile is said, too. */
  readonly ofWork?: true;
  check(step: Step, run: RuleRun): readonly Match[];
}

/** A rule that judges a migration or the change set as a whole. `step` says where to show it. */
export interface RunRule<
  Match extends MatchBase & { readonly migration: number; readonly step?: number } = MatchBase & {
    readonly migration: number;
    readonly step?: number;
  },
> extends RuleBase<Match> {
  readonly on: 'migration' | 'change-set';
  /** For `migration` it is asked once for each, for `change-set` once with null. */
  check(migration: RunMigration | null, run: RuleRun): readonly Match[];
}

/** What the pipeline itself finds (gaps, suppressions): it has an id, a severity and a page, and nothing to check. */
export interface PipelineRule extends Omit<RuleBase<MatchBase>, 'message' | 'help' | 'repair'> {
  readonly on: 'pipeline';
}

/** A rule of the pipeline. */
export function pipelineRule(rule: Omit<PipelineRule, 'on'>): PipelineRule {
  return { ...rule, on: 'pipeline' };
}

/** A rule that looks at SQL by itself. A match only ever goes back to the rule that made it. */
export type CheckedRule = StepRule | RunRule;

/** Any rule, its match hidden: what the registry holds. */
export type Rule = CheckedRule | PipelineRule;

/** Keeps the type of the match between check, message, help and repair. */
export function stepRule<Match extends MatchBase>(rule: Omit<StepRule<Match>, 'on'>): StepRule<Match> {
  return { ...rule, on: 'step' };
}

/** The same for a rule on migrations or change sets. */
export function runRule<Match extends MatchBase & { readonly migration: number; readonly step?: number }>(
  rule: RunRule<Match>,
): RunRule<Match> {
  return rule;
}
