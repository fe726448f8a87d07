import * as babel from '@babel/parser';
import type { ConfigDocument } from '../../src/config/config-document';
import { typescriptDocument } from '../../src/config/typescript-document';
import { yamlDocument } from '../../src/config/yaml-document';

const VALUE = {
  rules: { 'drop-column': 'notice', 'too-many-index-columns': { severity: 'error', limit: 4 } },
  paths: ['migrations/**'],
  lockTimeout: { limit: '2s' },
};

const JSON_TEXT = `{
  "rules": {
    "drop-column": "notice",
    "too-many-index-columns": { "severity": "error", "limit": 4 }
  },
  "paths": ["migrations/**"],
  "lockTimeout": { "limit": "2s" }
}
`;

const YAML_TEXT = `rules:
  drop-column: notice
  too-many-index-columns: { severity: error, limit: 4 }
paths:
  - migrations/**
lockTimeout:
  limit: 2s
`;

const TYPESCRIPT_TEXT = `import { defineConfig } from '@flvmnt/pgfence';

export default defineConfig({
  rules: {
    'drop-column': 'notice',
    'too-many-index-columns': { severity: 'error', limit: 4 },
  },
  paths: ['migrations/**'],
  lockTimeout: { limit: '2s' },
});
`;

function typescript(text: string): ConfigDocument {
  return typescriptDocument('pgfence.config.ts', text, babel);
}

test('JSON, YAML and TypeScript say the same, each with its lines', () => {
  const json = yamlDocument('pgfence.config.json', JSON_TEXT);
  const yaml = yamlDocument('pgfence.config.yaml', YAML_TEXT);
  const ts = typescript(TYPESCRIPT_TEXT);
  expect([json.value, yaml.value, ts.value]).toEqual([VALUE, VALUE, VALUE]);
  const lines = ({ lineOf }: ConfigDocument): readonly number[] => [
    lineOf(['rules']),
    lineOf(['rules', 'too-many-index-columns', 'limit']),
    lineOf(['paths', 0]),
    lineOf(['lockTimeout', 'limit']),
    lineOf(['lockTimeout', 'nothing']),
  ];
  expect([lines(json), lines(yaml), lines(ts)]).toEqual([
    [2, 4, 6, 7, 7],
    [1, 3, 5, 7, 6],
    [4, 6, 8, 9, 9],
  ]);
});

test.each([
  ['a plain object', 'export default { failOn: "low" };'],
  ['satisfies', 'export default { failOn: "low" } satisfies Config;'],
  ['as', 'export default { failOn: "low" } as const;'],
  ['a constant', 'const config = { failOn: "low" };\nexport default config;'],
  ['module.exports', 'module.exports = { failOn: "low" };'],
  ['a template without expressions', 'export default { failOn: `low` };'],
])('TypeScript: %s is one object literal', (_, text) => {
  expect(typescript(text).value).toEqual({ failOn: 'low' });
});

test.each([
  ['export default { failOn: process.env.RISK };', ':1: '],
  ['export default {\n  paths: globs(),\n};', ':2: '],
  ['export default {\n  failOn: "low",\n  ...base,\n};', ':3: '],
  ['export default { failOn: `${risk}` };', ':1: '],
  ['export default defineConfig(load());', ':1: '],
  ['const failOn = "low";', ':1: no exported object'],
  ['export default { failOn: ', ':1: '],
])('TypeScript that would have to be run is refused with its line: %s', (text, where) => {
  expect(() => typescript(text)).toThrow(`pgfence.config.ts${where}`);
});

test('TypeScript is never run', () => {
  const text = 'globalThis.hacked = true;\nexport default { failOn: "low" };';
  expect(typescript(text).value).toEqual({ failOn: 'low' });
  expect('hacked' in globalThis).toBe(false);
});

test.each([
  ['rules:\n  drop-column: [', 'pgfence.config.yaml:2: '],
  ['failOn: low\nfailOn: high', 'pgfence.config.yaml:2: '],
])('what is no YAML is refused with its line: %s', (text, where) => {
  expect(() => yamlDocument('pgfence.config.yaml', text)).toThrow(where);
});

test('aliases that unfold without end are refused', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 9; i += 1) {
    const alias = `*a${i - 1}`;
    lines.push(`a${i}: &a${i} [${Array.from({ length: 9 }, () => alias).join(', ')}]`);
  }
  expect(() => yamlDocument('pgfence.config.yaml', lines.join('\n'))).toThrow('pgfence.config.yaml');
});

test.each([
  ['keys', '? '.repeat(100_000)],
  ['brackets', `rules: ${'['.repeat(5000)}${']'.repeat(5000)}`],
  ['dashes', `${'- '.repeat(3000)}x`],
  ['length', `rules: { ${' '.repeat(600_000)} }`],
])('a configuration without end is refused: %s', (_, text) => {
  expect(() => yamlDocument('pgfence.config.yaml', text)).toThrow(
    'pgfence.config.yaml:1: it is too long, or nests too deeply, to be a configuration',
  );
});
