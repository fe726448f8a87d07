import { claimScripts } from '../javascript-claims';
import { templateLiteral } from '../javascript-literal';
import { orderOfName } from '../order';
import { readScript } from '../scripts';
import { scriptStyle } from '../script-style';
import type { Tool } from '../tool';

/** Classes with `up` and `down` that are given a query runner. */
export const typeorm: Tool = {
  name: 'typeorm',
  title: 'TypeORM',
  runner: {
    transaction: 'all',
    apart: true,
    noTransaction: 'transaction = false',
    around: null,
    source:
      'TypeORM documentation, “Migrations”: all pending migrations run in one transaction unless `migrationsTransactionMode` or `--transaction` says `each` or `none`; a migration with `transaction = false` needs `each` or `none`. What `queryRunner.connection` or a data source sends takes a connection of its own, outside of that transaction.',
    configured:
      '`migrationsTransactionMode` in the files that make the data source (`data-source.ts`, `ormconfig.json`, `app.module.ts` …), or `--transaction` of `migration:run` in a script of package.json, which counts more; before 0.3.11 of `typeorm` in package.json, `transaction = false` says nothing.',
  },
  extensions: ['.ts', '.js', '.mjs', '.cjs', '.mts', '.cts'],

  claim: (tree) =>
    claimScripts(tree, {
      path: /(?:^|\/)[^/]*migrations?[^/]*\//i,
      folders: {
        files: /^(?:ormconfig|typeorm)[\w.-]*\.(?:[mc]?[jt]s|json)$|data-?source[\w.-]*\.[mc]?[jt]s$/i,
        keys: ['migrations'],
      },
      text: /\bMigrationInterface\b|\bup\s*\(\s*queryRunner\b/,
      notText: /\bqueryInterface\b/,
      why: 'a class with `up(queryRunner)` in a folder of migrations',
      // The order is that of the class names, which end in the time.
      order: (name, text) => {
        const time = /\bclass\s+\w*?(\d{13})\b/.exec(text)?.[1];
        return time === undefined ? orderOfName(name) : [Number(time), name];
      },
    }),

  extract: (file, context) => readScript('typeorm', 'all', file, context),

  printRepair: ({ sql, transaction, name, after = '', text, place = 1 }) => {
    const time = timeAfter(after, place);
    const title = className(name);
    const { esm } = scriptStyle(after, text);
    const [, ending = 'ts'] = /\.([cm]?js)$/.exec(after) ?? [];
    const typed = ending === 'ts';
    const file = `${time ?? '<time>'}-${title}.${ending}`;
    const named = `class ${title}${time ?? ''}`;
    return {
      where:
        transaction === 'none'
          ? `a new migration ${file}, run with migrationsTransactionMode 'each' (TypeORM refuses it with 'all')`
          : `a new migration ${file}`,
      language: typed ? 'ts' : 'js',
      text: [
        ...(typed ? ["import type { MigrationInterface, QueryRunner } from 'typeorm';", ''] : []),
        typed
          ? `export ${named} implements MigrationInterface {`
          : `${esm ? 'export' : 'module.exports ='} ${named} {`,
        ...(time === null ? [`  name = '${title}<time>';`, ''] : []),
        ...(transaction === 'none' ? ['  transaction = false;', ''] : []),
        typed ? '  async up(queryRunner: QueryRunner): Promise<void> {' : '  async up(queryRunner) {',
        `    await queryRunner.query(${templateLiteral(sql, 4)});`,
        '  }',
        '',
        typed ? '  async down(): Promise<void> {}' : '  async down() {}',
        typed || esm ? '}' : '};',
      ].join('\n'),
    };
  },
};

/** TypeORM refuses a class whose name does not end in a time: the next ones after that of the migration in question. */
function timeAfter(path: string, place: number): string | null {
  const time = /(?:^|\/)(\d{13})-[^/]*$/.exec(path)?.[1];
  return time === undefined ? null : String(Number(time) + place);
}

function className(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join('');
}
