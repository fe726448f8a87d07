// Writes fixtures/github/api-slice.json: the operations that pgfence uses, cut out of GitHub's description of its API.
// The whole description has 13 MB and is no dependency. To renew the slice:
//   npm install --no-save @octokit/openapi@23.0.2 && node scripts/api-slice.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const OPERATIONS = [
  'pulls/get',
  'pulls/list',
  'pulls/list-files',
  'repos/compare-commits-with-basehead',
  'git/get-commit',
  'git/get-tree',
  'git/get-blob',
  'repos/get-content',
  'issues/create-comment',
  'issues/update-comment',
  'issues/delete-comment',
  'pulls/create-review',
  'pulls/create-review-comment',
  'code-scanning/upload-sarif',
  'code-scanning/get-sarif',
];

const source = createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json');
const whole = JSON.parse(readFileSync(source, 'utf8'));

const paths = {};
const missing = new Set(OPERATIONS);
for (const [path, operations] of Object.entries(whole.paths)) {
  for (const [method, operation] of Object.entries(operations)) {
    if (!missing.delete(operation.operationId)) continue;
    (paths[path] ??= {})[method] = operation;
  }
}
if (missing.size > 0) throw new Error(`not in the description: ${[...missing].join(', ')}`);

const components = {};
collect(paths);
const slice = {
  openapi: whole.openapi,
  info: {
    title: `${whole.info.title}, the part that pgfence uses`,
    version: whole.info.version,
    description:
      'From @octokit/openapi 23.0.2. Copyright (c) GitHub, Inc. MIT License: see LICENSE beside this file.',
    license: whole.info.license,
  },
  paths,
  components,
};
writeFileSync(
  new URL('../../../fixtures/github/api-slice.json', import.meta.url),
  `${JSON.stringify(withoutNoise(slice), null, 1)}\n`,
);

/** Follows references until nothing new is named. */
function collect(value) {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key !== '$ref') {
      collect(inner);
      continue;
    }
    const [, , kind, name] = inner.split('/');
    components[kind] ??= {};
    if (components[kind][name] !== undefined) continue;
    components[kind][name] = whole.components[kind][name];
    collect(components[kind][name]);
  }
}

/**
 * Prose and GitHub's own marks say nothing to a validator, and `nullable` beside no type (an error in the description)
 * stops it.
 */
function withoutNoise(value) {
  if (Array.isArray(value)) return value.map(withoutNoise);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key, inner]) => {
    if (key === 'description' && typeof inner === 'string') return !('type' in value);
    if (key === 'nullable') return 'type' in value;
    return !key.startsWith('x-') && key !== 'externalDocs';
  });
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutNoise(inner)]));
}
