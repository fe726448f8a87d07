import type { Step } from '../../src/analysis/step';
import { activeRules } from '../../src/config/active-rules';
import type { Config } from '../../src/config/config';
import { ruleOptions } from '../../src/config/rule-options';
import type { Report } from '../../src/findings/report';
import { review } from '../../src/review';
import type { MigrationInput, ReviewInput } from '../../src/review';
import { analyzeSequence } from '../../src/review/analyze-sequence';
import { RULES } from '../../src/rules/registry.generated';
import type { ExampleBase } from '../../src/rules/rule-docs';
import { verbatimFragment } from '../../src/sql/fragment';
import type { Transaction } from '../../src/sql/fragment';
import type { Parser } from '../../src/sql/parse';
import { filePath } from '../../src/sql/source';
import type { SourceFile } from '../../src/sql/source';

/** The report on an example, with one rule on, or all of them. */
export function reviewExample(
  parser: Parser,
  example: ExampleBase,
  rule: string | 'all' | readonly string[],
): Report {
  return reviewFiles(parser, example, filesOf(example), rule);
}

/** The report on the migrations of a change set, each with what its runner does. */
export function reviewFiles(
  parser: Parser,
  example: ExampleBase,
  files: readonly ExampleFile[],
  rule: string | 'all' | readonly string[],
): Report {
  return review(inputOf(parser, example, files, rule));
}

/** What the analysis knows of each statement, by migration: more than a report tells of it. */
export function stepsOfFiles(
  parser: Parser,
  example: ExampleBase,
  files: readonly ExampleFile[] = filesOf(example),
): readonly (readonly Step[])[] {
  const input = inputOf(parser, example, files, []);
  return input.sequences.flatMap((sequence) =>
    [...analyzeSequence(sequence, input)].flatMap(({ run }) => run.migrations.map(({ steps }) => steps)),
  );
}

/** One migration of a change set, with what its runner does. */
interface ExampleFile {
  readonly sql: string;
  readonly transaction: Transaction;
}

function filesOf({ sql, transaction = 'file' }: ExampleBase): readonly ExampleFile[] {
  const files = typeof sql === 'string' ? [sql] : sql;
  return files.map((text) => ({ sql: text, transaction }));
}

function inputOf(
  parser: Parser,
  example: ExampleBase,
  files: readonly ExampleFile[],
  rule: string | 'all' | readonly string[],
): ReviewInput {
  const names = files.map(
    (_, index) => example.files?.[index] ?? `${String(index + 1).padStart(3, '0')}_change.sql`,
  );
  const historyName = example.historyFile ?? '000_history.sql';
  const order = [...names, historyName].sort();
  const migration = (name: string, text: string, judged: boolean): MigrationInput => {
    const first = judged && name === names[0];
    const { before, previously, hasDown } = example;
    const source: SourceFile = { path: filePath(`migrations/${name}`), text };
    const own = judged ? (files[names.indexOf(name)]?.transaction ?? 'file') : 'file';
    return {
      facts: {
        path: source.path,
        source,
        tool: 'sql',
        sequence: 'migrations',
        direction: judged ? (example.direction ?? 'up') : 'up',
        status:
          first && previously !== undefined
            ? 'renamed'
            : first && before !== undefined
              ? 'modified'
              : 'added',
        previousPath: first && previously !== undefined ? filePath(`migrations/${previously}`) : null,
        version: name.slice(0, 3),
        transaction: own,
        place: order.indexOf(name),
        ...(first && before !== undefined ? { before } : {}),
        ...(hasDown === undefined ? {} : { hasDown }),
      },
      extract: () => ({ fragments: [verbatimFragment(source, own)], gaps: [], transaction: own }),
      judged: judged ? { isChanged: () => true, base: null } : null,
    };
  };
  const history = example.history === undefined ? [] : [migration(historyName, example.history, false)];
  const config = (example.options ?? {}) as Config;
  return {
    parser,
    major: example.postgres ?? 18,
    sequences: [
      {
        sequence: 'migrations',
        complete: example.completeHistory ?? true,
        migrations: [...history, ...files.map(({ sql }, index) => migration(names[index] ?? '', sql, true))],
      },
    ],
    knownChangeSet: example.knownChangeSet ?? files.length > 1,
    historySource: 'files',
    scope: 'changed',
    rules: activeRules(
      RULES,
      config.rules,
      rule === 'all' ? 'default' : typeof rule === 'string' ? [rule] : rule,
    ),
    knownRules: new Set(RULES.map(({ id }) => id)),
    options: {
      ...ruleOptions(config, example.minor ?? null),
      ...(example.statistics === undefined ? {} : { statistics: example.statistics }),
    },
    gate: { failOn: 'high', gates: true, unchanged: false },
    version: '0.0.0',
    notes: [],
  };
}
