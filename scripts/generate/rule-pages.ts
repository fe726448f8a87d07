import type { Generator } from '../generate';
import { PARAMETER_IN_WORDS } from '../../src/rules/parameters';
import { RULE_DOCS } from '../../src/rules/docs.generated';
import { RULES } from '../../src/rules/registry.generated';
import type { Rule, RuleGroup } from '../../src/rules/rule';
import type { AcceptedExample, ReportedExample, RuleDocs } from '../../src/rules/rule-docs';

const GROUPS: Readonly<Record<RuleGroup, string>> = {
  indexes: 'Indexes',
  'adding-columns': 'Adding columns',
  'changing-columns': 'Changing columns',
  constraints: 'Constraints and domains',
  dropping: 'Dropping and losing',
  renaming: 'Renaming, moving, breaking running clients',
  storage: 'Rewriting and storage',
  partitions: 'Partitions and inheritance',
  'views-and-types': 'Views, enums, composite types',
  'triggers-and-policies': 'Triggers, rules, row security, functions',
  transactions: 'Transactions and lock windows',
  timeouts: 'Timeouts and session',
  'data-and-replication': 'Data and replication',
  hygiene: 'Hygiene of migrations',
  policy: 'Opt-in: statistics, policy, convention',
};

/** One page a rule under docs/rules, and the list of all. */
export const rulePages: Generator = () => {
  const pages = new Map<string, string>();
  for (const rule of RULES) {
    const docs = RULE_DOCS[rule.id];
    if (docs === undefined) throw new Error(`No prose for ${rule.id}`);
    pages.set(`docs/rules/${rule.id}.md`, page(rule, docs));
  }
  pages.set('docs/rules.md', list());
  return pages;
};

function page(rule: Rule, docs: RuleDocs): string {
  const severity =
    rule.severity === 'opt-in'
      ? `Silent until configuration asks for it: \`"rules": { "${rule.id}": "warning" }\`.`
      : `Severity: **${rule.severity}**.`;
  return [
    `# ${rule.id}`,
    '',
    `**${rule.title}**`,
    '',
    severity,
    '',
    '## The problem',
    '',
    docs.problem.trim(),
    '',
    '## The safe way',
    '',
    docs.solution.trim(),
    '',
    ...(docs.reported.length > 0 ? ['## Reported', '', ...docs.reported.flatMap(reported)] : []),
    ...(docs.accepted.length > 0 ? ['## Accepted', '', ...docs.accepted.flatMap(accepted)] : []),
    ...parametersOf(rule),
    '## Accept it',
    '',
    'Say why in a comment before the statement:',
    '',
    '```sql',
    `-- pgfence allow ${rule.id}: <reason>`,
    '```',
    '',
    `Or change how loud it is: \`"rules": { "${rule.id}": "off" }\` (off, notice, warning, error).`,
    '',
  ].join('\n');
}

function parametersOf({ id, parameters = {} }: Rule): readonly string[] {
  const entries = Object.entries(parameters);
  if (entries.length === 0) return [];
  return [
    '## Parameters',
    '',
    ...entries.map(
      ([name, parameter]) =>
        `- \`${name}\` (${PARAMETER_IN_WORDS[parameter.kind]}, default \`${JSON.stringify(parameter.default)}\`): ${parameter.says}`,
    ),
    '',
    `They stand beside the severity: \`"rules": { "${id}": { "severity": "warning", "${entries[0]?.[0] ?? ''}": … } }\`.`,
    '',
  ];
}

function reported(example: ReportedExample): readonly string[] {
  const messages = typeof example.message === 'string' ? [example.message] : example.message;
  return [...sqlOf(example), '', ...messages.map((message) => `> ${message}.`), ''];
}

function accepted(example: AcceptedExample): readonly string[] {
  return [`${example.why}:`, '', ...sqlOf(example), ''];
}

function sqlOf(example: ReportedExample | AcceptedExample): readonly string[] {
  const files = typeof example.sql === 'string' ? [example.sql] : example.sql;
  const history =
    example.history === undefined
      ? []
      : [
          `-- ${example.historyFile === undefined ? '' : `${example.historyFile}, `}shipped before`,
          example.history.trim(),
          '',
        ];
  const body = files.flatMap((sql, index) =>
    files.length === 1 && history.length === 0 && example.files === undefined
      ? [sql.trim()]
      : [
          `-- ${example.files?.[index] ?? (files.length === 1 ? 'this change' : `migration ${index + 1}`)}`,
          sql.trim(),
        ],
  );
  return [
    '```sql',
    ...history,
    ...body,
    '```',
    ...(example.postgres === undefined ? [] : ['', `On PostgreSQL ${example.postgres}.`]),
  ];
}

function list(): string {
  const groups = Object.entries(GROUPS).map(([group, title]) => {
    const rules = RULES.filter((rule) => rule.group === group);
    if (rules.length === 0) return '';
    const rows = rules.map(
      (rule) => `| [${rule.id}](rules/${rule.id}.md) | ${rule.title} | ${rule.severity} |`,
    );
    return [`## ${title}`, '', '| Rule | Hazard | Default |', '| :-- | :-- | :-- |', ...rows, ''].join('\n');
  });
  return ['# Rules', '', ...groups.filter((group) => group !== '')].join('\n');
}
