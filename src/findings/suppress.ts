import type { Suppression } from './suppression';

/** Something that a suppression can accept. */
export interface Suppressible {
  readonly rule: string;
  /** UTF-16 offsets in the source. */
  readonly start: number;
  readonly end: number;
}

/** Which suppression accepts a finding, and which accepted nothing. */
export interface SuppressionResult {
  /** By index of the finding; undefined where none does. */
  readonly by: readonly (Suppression | undefined)[];
  /** The rules whose findings a suppression accepts. */
  readonly accepted: ReadonlyMap<Suppression, ReadonlySet<string>>;
  /** Suppressed ids that matched no finding, with their comment. */
  readonly unused: readonly {
    readonly suppression: Suppression;
    readonly rule: string | null;
    /** One for the whole file that stands after the first statement. */
    readonly late: boolean;
  }[];
}

/**
 * Matches the suppressions of one file with its findings. One for a statement holds for the statement around it or the next one after it; one
 * for the file only if it stands before the first statement.
 */
export function suppress(
  findings: readonly Suppressible[],
  suppressions: readonly Suppression[],
  statements: readonly { readonly start: number; readonly end: number }[],
): SuppressionResult {
  if (suppressions.length === 0)
    return { by: findings.map(() => undefined), accepted: new Map(), unused: [] };
  const used = new Map<Suppression, Set<string>>();
  const by = findings.map((finding) => {
    const accepting = suppressions.find((one) => accepts(one, finding, statements));
    if (accepting !== undefined)
      (used.get(accepting) ?? used.set(accepting, new Set()).get(accepting))?.add(finding.rule);
    return accepting;
  });
  const unused = suppressions.flatMap((suppression): SuppressionResult['unused'] => {
    const rules = used.get(suppression);
    const late = suppression.scope === 'file' && !isBeforeAll(suppression, statements);
    if (suppression.rules.length === 0) return rules === undefined ? [{ suppression, rule: null, late }] : [];
    return suppression.rules
      .filter((rule) => rules?.has(rule) !== true)
      .map((rule) => ({ suppression, rule, late }));
  });
  return { by, accepted: used, unused };
}

function accepts(
  suppression: Suppression,
  finding: Suppressible,
  statements: readonly { readonly start: number; readonly end: number }[],
): boolean {
  if (suppression.rules.length > 0 && !suppression.rules.includes(finding.rule)) return false;
  if (suppression.scope === 'file') return isBeforeAll(suppression, statements);
  const target = statements.find((statement) => statement.end > suppression.start);
  return target !== undefined && finding.start < target.end && finding.end > target.start;
}

function isBeforeAll(suppression: Suppression, statements: readonly { readonly end: number }[]): boolean {
  const first = statements[0];
  return first === undefined || suppression.start < first.end;
}
