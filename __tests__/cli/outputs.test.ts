import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import type { JsonReport } from '../../src/report/json-report';
import { folderWith } from './run-cli';

const folder = folderWith({
  'm/001_orders.sql': 'CREATE TABLE orders (id bigint, note text);\n',
  'm/002_index.sql': [
    '-- pgfence allow create-index-not-concurrent: four rows',
    'CREATE INDEX a_idx ON orders (id);',
    'CREATE INDEX b_idx',
    '  ON orders (note);',
    'ALTR TABLE orders;',
    '',
  ].join('\r\n'),
});
const RULES = ['--rules', 'create-index-not-concurrent,syntax-error', '--transaction', 'none'];
const run = (...args: string[]) => folder.pgfence(['analyze', 'm', ...RULES, ...args]);

test('json has the published shape and these values', async () => {
  const { out, status, error } = await run('--output', 'json');
  expect({ status, error }).toEqual({ status: 1, error: '' });
  const report = JSON.parse(out) as JsonReport;
  const schema = JSON.parse(readFileSync(join(__dirname, '../../docs/report.schema.json'), 'utf8')) as object;
  const validate = new Ajv({ strict: false }).compile(schema);
  validate(report);
  expect(validate.errors).toBeNull();
  const { migrations, summary, ...head } = report;
  expect(head).toMatchObject({
    version: 1,
    postgres: 18,
    scope: 'paths',
    history: { migrations: 0, gaps: 0, source: 'none' },
  });
  expect(summary).toEqual({
    risk: 'high',
    statements: { safe: 1, low: 0, medium: 0, high: 2, critical: 0 },
    findings: { error: 2, warning: 0, notice: 0 },
    gating: 2,
    understood: 3,
    gaps: 1,
    suppressed: 1,
  });
  expect(
    migrations.map(({ path, tool, direction, status: how, transaction }) => [
      path,
      tool,
      direction,
      how,
      transaction,
    ]),
  ).toEqual([
    ['m/001_orders.sql', 'sql', 'up', 'unknown', 'none'],
    ['m/002_index.sql', 'sql', 'up', 'unknown', 'none'],
  ]);
  const [accepted, index] = migrations[1]?.statements ?? [];
  expect(accepted?.findings.map(({ suppressed }) => suppressed)).toEqual([{ reason: 'four rows', line: 1 }]);
  expect(index).toMatchObject({
    line: 3,
    column: 1,
    endLine: 4,
    endColumn: 19,
    sql: 'CREATE INDEX b_idx\r\n  ON orders (note)',
    changed: true,
    risk: 'high',
    inTransaction: false,
    locks: [
      {
        relation: 'public.orders',
        kind: 'table',
        mode: 'SHARE',
        work: 'build-index',
        under: 'SHARE',
        certainty: 'certain',
      },
    ],
    stops: [{ relation: 'public.orders', kind: 'table', reads: false, writes: true, by: ['public.orders'] }],
    findings: [
      {
        rule: 'create-index-not-concurrent',
        severity: 'error',
        risk: 'high',
        gating: true,
        id: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
        repair: { edits: [{ line: 3, column: 13, endLine: 3, endColumn: 13, text: ' CONCURRENTLY' }] },
      },
    ],
  });
});

test('compact is one line a finding', async () => {
  const { out } = await run('--output', 'compact');
  expect(out.split('\n').map((line) => line.replace(/: (error|notice): .* \[/, ': $1: … ['))).toEqual([
    'm/002_index.sql:3:1: error: … [create-index-not-concurrent]',
    'm/002_index.sql:5:1: error: … [syntax-error]',
    '',
  ]);
});

test('gitlab is a list of issues with fingerprints', async () => {
  const { out } = await run('--output', 'gitlab');
  const issues = JSON.parse(out) as {
    check_name: string;
    severity: string;
    location: object;
    fingerprint: string;
  }[];
  expect(issues.map(({ check_name, severity, location }) => ({ check_name, severity, location }))).toEqual([
    {
      check_name: 'create-index-not-concurrent',
      severity: 'critical',
      location: { path: 'm/002_index.sql', lines: { begin: 3, end: 4 } },
    },
    {
      check_name: 'syntax-error',
      severity: 'critical',
      location: { path: 'm/002_index.sql', lines: { begin: 5, end: 5 } },
    },
  ]);
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(2);
});

test('sarif and markdown are wired', async () => {
  const sarif = JSON.parse((await run('--output', 'sarif')).out) as {
    version: string;
    runs: { results: { ruleId: string }[] }[];
  };
  expect(sarif.version).toBe('2.1.0');
  expect(sarif.runs[0]?.results.map(({ ruleId }) => ruleId)).toContain('create-index-not-concurrent');
  expect((await run('--output', 'markdown')).out).toContain('CREATE INDEX CONCURRENTLY b_idx');
});

test.each([
  [[], 1],
  [['--fail-on', 'critical'], 0],
  [['--fail-on', 'never'], 0],
])('%j ends with status %i', async (args, status) => {
  expect((await run(...args)).status).toBe(status);
});

test.each([
  [['analyze'], 'nothing to analyze'],
  [['analyze', 'nowhere'], 'nowhere: no such file or folder'],
  [['analyze', 'nowhere/*.sql'], 'no file matches'],
  [['analyze', 'm', '--output', 'html'], 'Allowed choices are text, json'],
  [['analyze', 'm', '--postgres', '9'], 'pgfence speaks for 11 to 18'],
  [['analyze', 'm', '--rules', 'create-index-not-concurent'], 'did you mean'],
  [['analyze', 'm', '--config', 'nowhere.json'], 'nowhere.json: no such configuration file'],
  [['analyze', 'm', '--stdin-path', 'a.sql'], '--stdin-path goes with the path -'],
])('%j is a wrong set-up: status 2, one clear line, nothing on standard output', async (args, said) => {
  const { status, out, error } = await folder.pgfence(args);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(error).toContain(said);
});

test('a configuration names what is judged when nothing else does', async () => {
  const place = folderWith({
    'app/pgfence.config.yaml': 'paths: ["sql/*.sql", "!sql/skip*.sql"]\nfailOn: never\n',
    'app/sql/001.sql': 'DROP TABLE orders;\n',
    'app/sql/skipped.sql': 'DROP TABLE users;\n',
  });
  const { migrations, summary } = await place.report(['--config', 'app/pgfence.config.yaml']);
  expect(migrations.map(({ path }) => path)).toEqual(['app/sql/001.sql']);
  expect(summary.gating).toBe(0);
});

test('a JavaScript migration is read; --down judges the way back', async () => {
  const place = folderWith({
    'package.json': '{ "dependencies": { "knex": "3.1.0", "pg": "8.0.0" } }',
    'migrations/20260101000000_note.js': [
      'exports.up = (knex) => knex.raw("ALTER TABLE orders ADD COLUMN note text");',
      'exports.down = (knex) => knex.raw("ALTER TABLE orders DROP COLUMN note");',
    ].join('\n'),
  });
  const sqlOf = ({ migrations }: JsonReport) =>
    migrations.flatMap(({ direction, statements }) => statements.map(({ sql }) => [direction, sql]));
  expect(sqlOf(await place.report(['migrations']))).toEqual([
    ['up', 'ALTER TABLE orders ADD COLUMN note text'],
  ]);
  expect(sqlOf(await place.report(['migrations', '--down']))).toEqual([
    ['down', 'ALTER TABLE orders DROP COLUMN note'],
  ]);
});

test('SQL that another file sends has its place there', async () => {
  const folder = folderWith({
    'package.json': '{ "dependencies": { "knex": "3", "pg": "8" } }',
    'db/triggers.js': 'exports.drop = (knex, table) =>\n  knex.raw(`DROP TRIGGER note ON ${table}`);\n',
    'db/migrations/001_a.js':
      "const { drop } = require('../triggers');\nexports.up = (knex) => drop(knex, 'users');\n",
  });
  const report = await folder.report(['db/migrations']);
  const [statement] = report.migrations[0]?.statements ?? [];
  expect([statement?.file, statement?.line]).toEqual(['db/triggers.js', 2]);
});

test('the server of a workflow has a major, and no minor release', async () => {
  const folder = folderWith({
    '.github/workflows/ci.yml': 'jobs:\n  test:\n    services:\n      db:\n        image: postgres:14.2\n',
    'migrations/001.sql': 'CREATE INDEX CONCURRENTLY users_email_idx ON users (email);\n',
  });
  const report = await folder.report(['migrations']);
  const rules = report.migrations.flatMap(({ statements }) => statements.flatMap(({ findings }) => findings));
  expect([report.postgres, rules.map(({ rule }) => rule)]).toEqual([14, []]);
});
