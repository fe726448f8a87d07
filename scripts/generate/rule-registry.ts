import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Generator } from '../generate';

const RULES = join(__dirname, '../../src/rules');

/** One rule of src/rules: its folder, its id and the name of its constant. */
interface RuleFile {
  readonly group: string;
  readonly id: string;
  readonly constant: string;
}

/** The registry of all rules, and of their prose, from the files of src/rules: nobody keeps a list by hand. */
export const ruleRegistry: Generator = () => {
  const files = ruleFiles();
  return new Map([
    ['src/rules/registry.generated.ts', registry(files)],
    ['src/rules/docs.generated.ts', docs(files)],
  ]);
};

/** Every rule that has a file, by id. A file `<id>.docs.ts` beside it holds prose and examples. */
export function ruleFiles(): readonly RuleFile[] {
  return readdirSync(RULES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: group }) =>
      readdirSync(join(RULES, group))
        .filter((file) => file.endsWith('.docs.ts'))
        .map((file) => file.slice(0, -'.docs.ts'.length))
        .map((id) => ({ group, id, constant: constantOf(id) })),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** `create-index-not-concurrent` → `createIndexNotConcurrent`. */
export function constantOf(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function registry(files: readonly RuleFile[]): string {
  return [
    ...files.map(({ group, id, constant }) => `import { ${constant} } from './${group}/${id}';`),
    `import type { Rule } from './rule';`,
    '',
    '/** Every rule, by id. Generated from the files of this folder. */',
    `export const RULES: readonly Rule[] = [`,
    ...files.map(({ constant }) => `  ${constant},`),
    '];',
    '',
  ].join('\n');
}

function docs(files: readonly RuleFile[]): string {
  return [
    ...files.map(({ group, id, constant }) => `import { docs as ${constant} } from './${group}/${id}.docs';`),
    `import type { RuleDocs } from './rule-docs';`,
    '',
    '/** Prose and examples of every rule, by id. Generated from the files of this folder; loaded only where they are shown. */',
    `export const RULE_DOCS: Readonly<Record<string, RuleDocs>> = {`,
    ...files.map(({ id, constant }) => (id === constant ? `  ${id},` : `  '${id}': ${constant},`)),
    '};',
    '',
  ].join('\n');
}
