import * as babel from '@babel/parser';
import { activeRules } from '../../src/config/active-rules';
import { ruleOptions } from '../../src/config/rule-options';
import type { Report } from '../../src/findings/report';
import { createScripts } from '../../src/tools/script-readers';
import { jsonReport } from '../../src/report/json';
import { sarif } from '../../src/report/sarif';
import { review } from '../../src/review';
import { RULES } from '../../src/rules/registry.generated';
import { loadParser } from '../../src/sql/parse';
import type { Parser } from '../../src/sql/parse';
import { filePath } from '../../src/sql/source';
import { TOOLS } from '../../src/tools/registry';

let parser: Parser;
beforeAll(async () => {
  parser = await loadParser();
});

const CONTEXT = { ruleUrl: (rule: string): string => `rules/${rule}.md` };

/** The report on one file of a tool, with some rules and all that is said of suppressions. */
function report(tool: string, path: string, text: string, rules: readonly string[]): Report {
  const reader = TOOLS.find(({ name }) => name === tool);
  if (reader === undefined) throw new Error(`no tool ${tool}`);
  const source = { path: filePath(path), text };
  const { transaction } = reader.runner;
  return review({
    parser,
    major: 18,
    sequences: [
      {
        sequence: 'migrations',
        complete: false,
        migrations: [
          {
            facts: {
              path: source.path,
              source,
              tool,
              sequence: 'migrations',
              direction: 'up',
              status: 'added',
              previousPath: null,
              version: null,
              transaction,
            },
            extract: () =>
              reader.extract(source, {
                direction: 'up',
                path: source.path,
                tree: { paths: [], read: () => null },
                transaction: null,
                javascript: createScripts(babel),
              }),
            judged: { isChanged: () => true, base: null },
          },
        ],
      },
    ],
    knownChangeSet: true,
    historySource: 'files',
    scope: 'changed',
    rules: activeRules(RULES, undefined, [
      ...rules,
      'unused-suppression',
      'suppression-without-reason',
      'syntax-error',
    ]),
    knownRules: new Set(RULES.map(({ id }) => id)),
    options: ruleOptions({}, null),
    gate: { failOn: 'low', gates: true, unchanged: false },
    version: '1.0.0',
    notes: [],
  });
}

function told({ findings }: Report): readonly string[] {
  return findings.map(({ rule, place, message, suppressed, gating }) => {
    const accepted = suppressed === null ? '' : ` accepted in line ${suppressed.line}: ${suppressed.reason}`;
    return `${place.line} ${rule}${gating ? ' gates' : ''}${accepted} | ${message}`;
  });
}

const BUILD = 'CREATE INDEX orders_note_idx ON orders (note);';
const MESSAGE = 'Building this index stops writes to "orders" (SHARE lock) until it is done';
const INDEX = ['create-index-not-concurrent'];

function inSql(text: string): readonly string[] {
  return told(report('sql', '001.sql', text, INDEX));
}

test('a suppression accepts the finding, which gates no more', () => {
  expect(inSql(BUILD)).toEqual([`1 create-index-not-concurrent gates | ${MESSAGE}`]);
  expect(inSql(`-- pgfence allow create-index-not-concurrent: the table is tiny\n${BUILD}`)).toEqual([
    `2 create-index-not-concurrent accepted in line 1: the table is tiny | ${MESSAGE}`,
  ]);
});

test('for the whole file it stands before the first statement', () => {
  const file = '-- pgfence allow-file create-index-not-concurrent: tiny';
  expect(inSql(`${file}\n${BUILD}\nCREATE INDEX orders_tax_idx ON orders (tax);`)).toEqual([
    `2 create-index-not-concurrent accepted in line 1: tiny | ${MESSAGE}`,
    `3 create-index-not-concurrent accepted in line 1: tiny | ${MESSAGE}`,
  ]);
  expect(inSql(`SELECT 1;\n${file}\n${BUILD}`)).toEqual([
    `3 create-index-not-concurrent gates | ${MESSAGE}`,
    '2 unused-suppression gates | An allow-file counts before the first statement only, so that this one of "create-index-not-concurrent" accepts nothing',
  ]);
});

test('unused, unknown, without a reason: findings of their own', () => {
  expect(inSql(`-- pgfence allow create-index-not-concurrent: tiny\nSELECT 1;`)).toEqual([
    '1 unused-suppression gates | The suppression of "create-index-not-concurrent" matches no finding, and would hide the next one',
  ]);
  expect(inSql(`-- pgfence allow create-indx: tiny\n${BUILD}`)).toEqual([
    `2 create-index-not-concurrent gates | ${MESSAGE}`,
    '1 unused-suppression gates | This comment accepts findings of "create-indx", which is not the name of a rule',
  ]);
  expect(inSql(`-- pgfence allow create-index-not-concurrent\n${BUILD}`)).toEqual([
    `2 create-index-not-concurrent accepted in line 1:  | ${MESSAGE}`,
    '1 suppression-without-reason gates | This comment accepts a finding and does not say why',
  ]);
});

test('a rule that is off has no unused suppressions', () => {
  expect(inSql('-- pgfence allow drop-table: gone for good\nSELECT 1;')).toEqual([]);
});

test('the form of earlier versions works, and is answered with the new one', () => {
  const { findings } = report('sql', '001.sql', `-- pgfence-ignore\n${BUILD}`, INDEX);
  expect(findings.map(({ rule, suppressed }) => [rule, suppressed !== null])).toEqual([
    ['create-index-not-concurrent', true],
    ['suppression-without-reason', false],
  ]);
  expect(findings[1]?.message).toBe(
    '"pgfence-ignore" is the form of earlier versions, and goes with the next major one',
  );
  expect(findings[1]?.help).toBe('Write "-- pgfence allow create-index-not-concurrent: <reason>".');
});

test('a gap can be accepted too, as what it is', () => {
  const gap =
    "-- pgfence allow unread-sql: makes the partitions of the year\nDO $$ BEGIN EXECUTE current_setting('app.partitions'); END $$;";
  const { migrations, summary } = report('sql', '001.sql', gap, INDEX);
  expect(migrations[0]?.gaps.map(({ suppressed }) => suppressed)).toEqual([
    { reason: 'makes the partitions of the year', line: 1 },
  ]);
  expect([summary.gaps, summary.suppressed]).toEqual([0, 1]);
  expect(
    inSql('-- pgfence allow syntax-error: for another database\nCREATE INDX;').map(
      (line) => line.split(' | ')[0],
    ),
  ).toEqual(['2 syntax-error accepted in line 1: for another database']);
});

describe('in TypeScript', () => {
  const migration = (call: string): string =>
    `import { MigrationInterface, QueryRunner, TableIndex } from 'typeorm';\nexport class Notes1700000000000 implements MigrationInterface {\n  async up(runner: QueryRunner): Promise<void> {\n${call}\n  }\n  async down(): Promise<void> {}\n}\n`;
  const inTypeorm = (call: string): readonly string[] =>
    told(report('typeorm', 'migrations/1700000000000-Notes.ts', migration(call), INDEX));

  test('a comment before the call', () => {
    expect(
      inTypeorm(
        `    // pgfence allow create-index-not-concurrent: tiny\n    await runner.query('${BUILD}');`,
      ),
    ).toEqual([`5 create-index-not-concurrent accepted in line 4: tiny | ${MESSAGE}`]);
  });

  test('a comment inside the SQL', () => {
    expect(
      inTypeorm(
        `    await runner.query(\`\n      -- pgfence allow create-index-not-concurrent: tiny\n      ${BUILD}\n    \`);`,
      ),
    ).toEqual([`6 create-index-not-concurrent accepted in line 5: tiny | ${MESSAGE}`]);
  });

  test('a comment before a call of the builder', () => {
    const call = `    // pgfence allow create-index-not-concurrent: tiny\n    await runner.createIndex('orders', new TableIndex({ name: 'orders_note_idx', columnNames: ['note'] }));`;
    expect(inTypeorm(call)).toEqual([`5 create-index-not-concurrent accepted in line 4: tiny | ${MESSAGE}`]);
  });
});

test('what is accepted stays in JSON and in SARIF, marked', () => {
  const accepted = report(
    'sql',
    '001.sql',
    `-- pgfence allow create-index-not-concurrent: tiny\n${BUILD}`,
    INDEX,
  );
  const json = jsonReport(accepted, CONTEXT);
  const findings = json.migrations.flatMap(({ statements }) => statements.flatMap((each) => each.findings));
  expect(findings.map(({ rule, suppressed }) => ({ rule, suppressed }))).toEqual([
    { rule: 'create-index-not-concurrent', suppressed: { reason: 'tiny', line: 1 } },
  ]);
  expect(json.summary).toMatchObject({
    suppressed: 1,
    gating: 0,
    findings: { error: 0, warning: 0, notice: 0 },
  });
  const log = JSON.parse(
    sarif(accepted, {
      ...CONTEXT,
      category: 'pgfence',
      describe: (rule) => ({ title: rule, problem: 'x', solution: 'x', help: 'x', severity: 'error' }),
      clip: (_, place) => place,
      isGating: () => false,
      empty: false,
      accepted: 'marked',
    }),
  ) as { runs: [{ results: { ruleId: string; suppressions: unknown }[] }] };
  expect(log.runs[0].results.map(({ ruleId, suppressions }) => ({ ruleId, suppressions }))).toEqual([
    {
      ruleId: 'create-index-not-concurrent',
      suppressions: [{ kind: 'inSource', justification: 'tiny' }],
    },
  ]);
});
