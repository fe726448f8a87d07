import { activeRules } from '../../src/config/active-rules';
import type { Config } from '../../src/config/config';
import { ruleOptions } from '../../src/config/rule-options';
import type { Report } from '../../src/findings/report';
import { review } from '../../src/review';
import type { MigrationInput } from '../../src/review';
import { RULES } from '../../src/rules/registry.generated';
import type { AcceptedExample, ReportedExample } from '../../src/rules/rule-docs';
import { verbatimFragment } from '../../src/sql/fragment';
import type { Transaction } from '../../src/sql/fragment';
import type { Parser } from '../../src/sql/parse';
import { filePath } from '../../src/sql/source';
import type { SourceFile } from '../../src/sql/source';

/** The report on an example, with one rule on, or all of them. */
export function reviewExample(
  parser: Parser,
  example: ReportedExample | AcceptedExample,
  rule: string | 'all',
): Report {
  const transaction = example.transaction ?? 'file';
  const files = typeof example.sql === 'string' ? [example.sql] : example.sql;
  const history =
    example.history === undefined ? [] : [migration('000_history.sql', example.history, 'file', false)];
  const config = (example.options ?? {}) as Config;
  return review({
    parser,
    major: example.postgres ?? 18,
    sequences: [
      {
        sequence: 'migrations',
        complete: example.completeHistory ?? true,
        migrations: [
          ...history,
          ...files.map((sql, index) =>
            migration(`${String(index + 1).padStart(3, '0')}_change.sql`, sql, transaction, true),
          ),
        ],
      },
    ],
    knownChangeSet: example.knownChangeSet ?? files.length > 1,
    historySource: 'files',
    scope: 'changed',
    rules: activeRules(RULES, config.rules, rule === 'all' ? 'default' : [rule]),
    knownRules: new Set(RULES.map(({ id }) => id)),
    options: ruleOptions(config, example.minor ?? null),
    gate: { failOn: 'high', gates: true, unchanged: false },
    version: '0.0.0',
    notes: [],
  });
}

function migration(name: string, text: string, transaction: Transaction, judged: boolean): MigrationInput {
  const source: SourceFile = { path: filePath(`migrations/${name}`), text };
  return {
    facts: {
      path: source.path,
      source,
      tool: 'sql',
      sequence: 'migrations',
      direction: 'up',
      status: 'added',
      previousPath: null,
      version: name.slice(0, 3),
      transaction,
    },
    extract: () => ({ fragments: [verbatimFragment(source, transaction)], gaps: [], transaction }),
    judged: judged ? { isChanged: () => true, base: null } : null,
  };
}
