import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { constantOf } from './generate/rule-registry';

const root = resolve(__dirname, '..');

main(process.argv.slice(2));

/** Writes a rule and its docs with what has to be filled in. `npm run generate` then puts it into the registry and makes its page. */
function main([id, group]: readonly string[]): void {
  const groups = groupsOf();
  if (
    id === undefined ||
    !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(id) ||
    group === undefined ||
    !groups.includes(group)
  ) {
    console.error(`usage: npm run new-rule -- <id> <group>\ngroups: ${groups.join(', ')}`);
    process.exitCode = 2;
    return;
  }
  const folder = join(root, 'src/rules', group);
  const files = [
    { path: join(folder, `${id}.ts`), text: ruleText(id, group) },
    { path: join(folder, `${id}.docs.ts`), text: docsText() },
  ];
  const taken = files.find(({ path }) => existsSync(path));
  if (taken !== undefined) {
    console.error(`${relative(root, taken.path)} is there already`);
    process.exitCode = 2;
    return;
  }
  mkdirSync(folder, { recursive: true });
  for (const { path, text } of files) {
    writeFileSync(path, text);
    console.log(`wrote ${relative(root, path)}`);
  }
  console.log(`Next: its examples, then npm run generate && npx jest __tests__/rules`);
}

/** The folders that a rule may stand in, as its type names them. */
function groupsOf(): readonly string[] {
  const text = readFileSync(join(root, 'src/rules/rule.ts'), 'utf8');
  const union = /export type RuleGroup =([^;]*);/.exec(text)?.[1] ?? '';
  return [...union.matchAll(/'([a-z-]+)'/g)].flatMap(([, name]) => name ?? []);
}

function ruleText(id: string, group: string): string {
  return `import type { LockFact } from '../../analysis/step';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { harmful, named, unless } from '../words';

interface Match extends MatchBase {
  readonly lock: LockFact;
}

/** What fires it, in one line. */
export const ${constantOf(id)} = stepRule<Match>({
  id: '${id}',
  title: 'What happens to whom, until when',
  group: '${group}',
  severity: 'warning',
  judges: 'lock',
  kinds: ['drop-table'],

  check(step) {
    return harmful(step).map((lock) => ({ lock, cites: [lock.relation] }));
  },

  message({ lock }) {
    return \`This stops readers and writers of \${named(lock.relation)} (\${lock.mode} lock) until the transaction ends\${unless([lock])}\`;
  },

  help() {
    return 'Say in one sentence what to do instead.';
  },
});
`;
}

function docsText(): string {
  return `import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: \`What happens to people who use the database.\`,
  solution: \`The safe way.\`,
  reported: [
    {
      history: 'CREATE TABLE orders (id bigint);',
      sql: 'DROP TABLE orders;',
      message:
        'This stops readers and writers of "orders" (ACCESS EXCLUSIVE lock) until the transaction ends',
    },
  ],
  accepted: [
    {
      why: 'Nobody uses the table yet',
      sql: 'CREATE TABLE orders (id bigint);\\nDROP TABLE orders;',
    },
  ],
};
`;
}
