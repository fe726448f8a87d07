import { claimScripts } from '../javascript-claims';
import { templateLiteral } from '../javascript-literal';
import { readScript } from '../scripts';
import type { Tool } from '../tool';

/** Classes that extend `Migration` and collect SQL by `this.addSql`. */
export const mikroorm: Tool = {
  name: 'mikroorm',
  title: 'MikroORM',
  runner: {
    transaction: 'all',
    noTransaction: 'isTransactional() { return false; }',
    around:
      "What `addSql` collects is sent when `up()` has ended, after what `execute` sends at once; `getKnex()` and `driver` have a connection of their own, outside of the transaction. Where `disableForeignKeys` is on, the default of older versions, each migration runs between `set session_replication_role = 'replica'` and `'origin'`, which takes a superuser: triggers do nothing, and foreign keys are not checked for rows that the migration writes.",
    source:
      'MikroORM documentation, “Migrations”: `transactional` and `allOrNothing` are on by default, so that all pending migrations share one transaction; a migration whose `isTransactional()` is false runs outside of it; mikro-orm/mikro-orm issue 3390 and pull request 5993 (`disableForeignKeys`).',
    configured: '`transactional` and `allOrNothing` of `migrations` in the configuration.',
  },
  extensions: ['.ts', '.js', '.mjs', '.cjs', '.mts', '.cts'],

  claim: (tree) =>
    claimScripts(tree, {
      path: /(?:^|\/)[^/]*migrat[^/]*\//i,
      folders: { files: /^mikro-?orm[\w.-]*\.[mc]?[jt]s$/i, keys: ['pathTs', 'path'] },
      text: /\bthis\.(?:addSql|execute)\s*\(|["']@mikro-orm\/migrations["']/,
      notText: /\bqueryInterface\b|\bMigrationInterface\b|\bMigrationBuilder\b/,
      why: 'a class with `this.addSql()` in a folder of migrations',
    }),

  extract: (file, context) => readScript('mikroorm', 'all', file, context),

  printRepair: ({ sql, transaction, name }) => ({
    where: 'a new migration',
    language: 'ts',
    text: [
      "import { Migration } from '@mikro-orm/migrations';",
      '',
      `export class ${className(name)} extends Migration {`,
      ...(transaction === 'none'
        ? ['  override isTransactional(): boolean {', '    return false;', '  }', '']
        : []),
      '  override async up(): Promise<void> {',
      `    this.addSql(${templateLiteral(sql, 4)});`,
      '  }',
      '}',
    ].join('\n'),
  }),
};

function className(name: string): string {
  return `Migration_${name.replace(/[^A-Za-z0-9_]+/g, '_')}`;
}
