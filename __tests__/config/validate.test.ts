import { missing } from '../../src/changes/source-tree';
import { loadConfigOf } from '../../src/cli/load-config';
import type { Config } from '../../src/config/config';
import { UserError } from '../../src/config/user-error';
import { filePath } from '../../src/sql/source';
import type { FilePath } from '../../src/sql/source';

type Files = Readonly<Record<string, string>>;

function load(files: Files, folder = '', named: string | null = null): Promise<Config> {
  const load = (path: FilePath) => {
    const text = files[path];
    return text === undefined ? missing(path) : { path, text };
  };
  return loadConfigOf({ load }, folder, named === null ? null : filePath(named));
}

/** What the user is told of a configuration. */
async function complaint(text: string): Promise<string> {
  try {
    await load({ 'pgfence.config.yaml': text });
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return 'nothing';
}

test.each([
  ['ruls: {}', 'pgfence.config.yaml:1: there is no setting "ruls"; did you mean "rules"?'],
  [
    'failOn: low\nlockTimeout:\n  limt: 2s',
    'pgfence.config.yaml:3: there is no setting "lockTimeout.limt"; did you mean "limit"?',
  ],
  [
    'rules:\n  drop-column: notice\n  drop-colum: "off"',
    'pgfence.config.yaml:3: there is no rule "drop-colum"; did you mean "drop-column"?',
  ],
  [
    'rules:\n  drop-table: loud',
    'pgfence.config.yaml:2: "rules.drop-table" is "loud"; expected off, notice, warning, error, or an object with "severity" and the parameters of the rule',
  ],
  [
    'rules:\n  drop-table:\n    severity: loud',
    'pgfence.config.yaml:3: "rules.drop-table.severity" is "loud"; expected off, notice, warning, error',
  ],
  [
    'rules:\n  too-many-index-columns:\n    severity: error\n    limt: 4',
    'pgfence.config.yaml:4: the rule "too-many-index-columns" has no parameter "limt"; did you mean "limit"?',
  ],
  [
    'rules:\n  too-many-index-columns:\n    limit: many',
    'pgfence.config.yaml:3: "rules.too-many-index-columns.limit" is "many"; expected a number',
  ],
  [
    'rules:\n  drop-table:\n    severity: error\n    limit: 3',
    'pgfence.config.yaml:4: the rule "drop-table" has no parameter "limit"; it has none',
  ],
  [
    'rules:\n  naming-convention:\n    patterns: { table: "(" }',
    'pgfence.config.yaml:3: "rules.naming-convention.patterns" is {"table":"("}; expected an object of regular expressions',
  ],
  ['tool: prism', 'pgfence.config.yaml:1: there is no tool "prism"; did you mean "prisma"?'],
  ['postgres: 9', 'pgfence.config.yaml:1: "postgres" is 9; pgfence speaks for 11 to 18'],
  ['failOn: hgih', 'pgfence.config.yaml:1: "failOn" is "hgih"; expected low, medium, high, critical, never'],
  [
    'lockTimeout: { limit: soon }',
    'pgfence.config.yaml:1: "lockTimeout.limit" is "soon"; expected milliseconds, or a time such as "5s" or "200ms"',
  ],
  ['postgres: "9.6"', 'pgfence.config.yaml:1: "postgres" is "9.6"; expected a version such as 16 or "14.2"'],
  ['"low"', 'pgfence.config.yaml:1: the configuration must be an object, found "low"'],
  ['paths: migrations', 'pgfence.config.yaml:1: "paths" is "migrations"; expected a list'],
  ['- low', 'pgfence.config.yaml:1: the configuration must be an object, found a list'],
])('%s', async (text, message) => {
  expect(await complaint(text)).toBe(message);
});

test('a configuration with everything is taken as it is', async () => {
  const config: Config = {
    $schema: './node_modules/@flvmnt/pgfence/docs/config.schema.json',
    rules: { 'drop-column': 'notice', 'too-many-index-columns': { severity: 'error', limit: 4 } },
    postgres: '14.2',
    paths: ['db/**/*.sql', '!db/seeds/**'],
    tool: 'prisma',
    transaction: 'file',
    failOn: 'critical',
    lockTimeout: { setBy: 'elsewhere', limit: '2s' },
    staging: ['staging', 'public.tmp_*'],
    publications: ['*'],
  };
  expect(await load({ 'pgfence.config.json': JSON.stringify(config) })).toEqual(config);
});

test('the nearest folder decides; without any file nothing is configured', async () => {
  const files = {
    'pgfence.config.yaml': 'failOn: low',
    'apps/shop/pgfence.config.ts': 'export default { failOn: "critical" };',
  };
  expect(await load(files, 'apps/shop/migrations')).toEqual({ failOn: 'critical' });
  expect(await load(files, 'apps/blog')).toEqual({ failOn: 'low' });
  expect(await load({}, 'apps/blog')).toEqual({});
});

test('a file that is named must be there', async () => {
  const files = { 'ci/pgfence.json': '{ "failOn": "never" }' };
  expect(await load(files, '', 'ci/pgfence.json')).toEqual({ failOn: 'never' });
  await expect(load(files, '', 'ci/other.json')).rejects.toThrow('ci/other.json: no such configuration file');
});

test('an empty file configures nothing', async () => {
  expect(await load({ 'pgfence.config.yaml': '# nothing yet\n' })).toEqual({});
});
