import type { Gap } from '../sql/gap';
import type { FilePath } from '../sql/source';
import type { Suppression } from '../findings/suppression';
import type { SuppressionResult } from '../findings/suppress';
import { RISK_OF_SEVERITY } from '../findings/risk';
import type { ActiveRule, Judgement } from './judge';

/** Where a suppression stands, for its own findings. */
interface Place {
  readonly file: FilePath;
  readonly migration: number;
}

/** What the suppressions of one file are told themselves: unused, unknown, without a reason, in the earlier form. */
export function judgeSuppressions(
  suppressions: readonly Suppression[],
  { unused, accepted }: Pick<SuppressionResult, 'unused' | 'accepted'>,
  rules: readonly ActiveRule[],
  knownIds: ReadonlySet<string>,
  place: Place,
): readonly Judgement[] {
  const judgements: Judgement[] = [];
  const unusedRule = rules.find(({ rule }) => rule.id === 'unused-suppression');
  if (unusedRule !== undefined) {
    const active = new Set(rules.map(({ rule }) => rule.id));
    for (const { suppression, rule, late } of unused) {
      if (rule !== null && knownIds.has(rule) && !active.has(rule)) continue;
      judgements.push(judgementAt(unusedRule, suppression, place, ...unusedInWords(rule, late, knownIds)));
    }
  }
  const reasonRule = rules.find(({ rule }) => rule.id === 'suppression-without-reason');
  if (reasonRule !== undefined) {
    for (const suppression of suppressions) {
      if (suppression.reason !== '') continue;
      judgements.push(
        judgementAt(
          reasonRule,
          suppression,
          place,
          ...withoutReasonInWords(suppression, accepted.get(suppression)),
        ),
      );
    }
  }
  return judgements;
}

/** A statement that does not parse is a gap and a finding: the migration stops there. */
export function judgeSyntaxErrors(
  gaps: readonly Gap[],
  rules: readonly ActiveRule[],
  migration: number,
): readonly Judgement[] {
  const errors = gaps.filter((gap) => gap.reason === 'syntax-error');
  const active = errors.length === 0 ? undefined : rules.find(({ rule }) => rule.id === 'syntax-error');
  if (active === undefined) return [];
  return errors.map((gap) => ({
    ...judged(active),
    at: gap.at,
    step: null,
    migration,
    message: `The migration stops here: ${gap.detail}`,
    help: 'Correct the statement.',
    repair: null,
  }));
}

function judgementAt(
  active: ActiveRule,
  suppression: Suppression,
  place: Place,
  message: string,
  help: string,
): Judgement {
  const at = { file: place.file, start: suppression.start, end: suppression.end };
  return { ...judged(active), at, step: null, migration: place.migration, message, help, repair: null };
}

function judged(active: ActiveRule): Pick<Judgement, 'rule' | 'severity' | 'risk'> {
  return { rule: active.rule.id, severity: active.severity, risk: RISK_OF_SEVERITY[active.severity] };
}

function unusedInWords(rule: string | null, late: boolean, knownIds: ReadonlySet<string>): [string, string] {
  if (rule !== null && !knownIds.has(rule)) {
    return [
      `This comment accepts findings of "${rule}", which is not the name of a rule`,
      'Write the name as the finding gives it.',
    ];
  }
  if (late) {
    return [
      `An allow-file counts before the first statement only, so that this one of "${rule ?? ''}" accepts nothing`,
      'Move it to the top of the file.',
    ];
  }
  const what = rule === null ? 'This comment' : `The suppression of "${rule}"`;
  return [`${what} matches no finding, and would hide the next one`, 'Remove it.'];
}

function withoutReasonInWords(
  suppression: Suppression,
  accepted: ReadonlySet<string> = new Set(),
): [string, string] {
  const meant = suppression.rules.length > 0 ? suppression.rules : [...accepted];
  const ids = meant.length > 0 ? meant.join(', ') : '<rule>';
  const form = `-- pgfence ${suppression.scope === 'file' ? 'allow-file' : 'allow'} ${ids}: <reason>`;
  if (suppression.legacy)
    return [
      '"pgfence-ignore" is the form of earlier versions, and goes with the next major one',
      `Write "${form}".`,
    ];
  return ['This comment accepts a finding and does not say why', `Write "${form}".`];
}
