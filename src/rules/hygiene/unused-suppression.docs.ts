import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `A comment \`-- pgfence allow <rule>: <reason>\` accepts the findings of that rule at the next statement. If there is none, because the statement has changed or the name is
misspelt, the comment stays and hides a finding that comes later.`,
  solution: `Remove the comment, or correct the name of the rule. A rule that configuration has switched off is not counted as unused.`,
  reported: [],
  accepted: [],
};
