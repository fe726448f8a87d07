import type { RuleDescription } from '../report/sarif';
import { RULES } from '../rules/registry.generated';

const PAGES = 'https://github.com/flvmnt/pgfence/blob/main/docs';

/** The page of a rule; of no rule, the page that explains what the columns of a report mean. */
export function ruleUrl(rule: string): string {
  return rule === '' ? `${PAGES}/reading-a-report.md` : `${PAGES}/rules/${rule}.md`;
}

/** What a rule is about; the id of one that is not known. */
export function ruleTitle(id: string): string {
  return RULES.find((rule) => rule.id === id)?.title ?? id;
}

/** Whether the harm that a rule speaks of is a lock. */
export function isAboutLocks(id: string): boolean {
  return RULES.find((rule) => rule.id === id)?.judges === 'lock';
}

/** What the pages of rules say. Their prose is a chunk of its own, loaded here. */
export async function describeRule(): Promise<(rule: string) => RuleDescription> {
  const { RULE_DOCS } = await import('../rules/docs.generated');
  const titles = new Map(RULES.map((rule) => [rule.id, rule]));
  return (id) => {
    const rule = titles.get(id);
    const docs = RULE_DOCS[id];
    const problem = docs?.problem ?? 'Something that may run and could not be read.';
    const solution = docs?.solution ?? 'Write it so that it can be read, or accept it with a reason.';
    return {
      title: rule?.title ?? id,
      problem,
      solution,
      severity: rule === undefined ? 'notice' : rule.severity === 'opt-in' ? 'warning' : rule.severity,
    };
  };
}
