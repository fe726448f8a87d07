import { construct } from '../../javascript/class';
import { truth } from '../../javascript/operators';
import { readProperty } from '../../javascript/property';
import type { Recorder } from '../../javascript/recorder';
import type { ObjectValue, Value } from '../../javascript/value';
import { objectOf } from '../../javascript/value';
import { claimScripts } from '../javascript-claims';
import { templateLiteral } from '../javascript-literal';
import type { Reading } from '../javascript-migration';
import {
  exportedValues,
  isCallable,
  readJavaScriptMigration,
  reportMissing,
  runFunction,
} from '../javascript-migration';
import { orderOfName } from '../order';
import type { Tool } from '../tool';
import { queryRunner } from './query-runner';

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
      'TypeORM documentation, “Migrations”: all pending migrations run in one transaction unless `migrationsTransactionMode` or `--transaction` says `each` or `none`; a migration with `transaction = false` needs `each` or `none`.',
  },
  extensions: ['.ts', '.js', '.mjs', '.cjs', '.mts', '.cts'],

  claim: (tree) =>
    claimScripts(tree, {
      path: /(?:^|\/)[^/]*migrations?[^/]*\//i,
      text: /\bMigrationInterface\b|\bup\s*\(\s*queryRunner\b/,
      notText: /\bqueryInterface\b/,
      why: 'a class with `up(queryRunner)` in a folder of migrations',
      // The order is that of the class names, which end in the time.
      order: (name, text) => {
        const time = /\bclass\s+\w*?(\d{13})\b/.exec(text)?.[1];
        return time === undefined ? orderOfName(name) : [Number(time), name];
      },
    }),

  extract: (file, context) =>
    readJavaScriptMigration(file, context, 'all', (recorder) => ({
      packages: new Map([['typeorm', typeormPackage()]]),
      run: (reading) => runMigrations(reading, recorder),
    })),

  printRepair: ({ sql, transaction, name }) => ({
    where: 'a new migration',
    language: 'ts',
    text: [
      "import type { MigrationInterface, QueryRunner } from 'typeorm';",
      '',
      `export class ${className(name)} implements MigrationInterface {`,
      ...(transaction === 'none' ? ['  transaction = false;', ''] : []),
      '  async up(queryRunner: QueryRunner): Promise<void> {',
      `    await queryRunner.query(${templateLiteral(sql)});`,
      '  }',
      '',
      '  async down(): Promise<void> {}',
      '}',
    ].join('\n'),
  }),
};

function runMigrations(reading: Reading, recorder: Recorder): void {
  const { site, context } = reading;
  const seen = new Set<Value>();
  let count = 0;
  for (const exported of exportedValues(reading)) {
    const instance = instanceOf(exported, site);
    if (instance === undefined || seen.has(exported)) continue;
    seen.add(exported);
    const method = readProperty(instance, context.direction, site);
    if (!isCallable(method)) continue;
    if (truth(readProperty(instance, 'transaction', site)) === false && instance.entries.has('transaction')) {
      recorder.transaction = 'none';
    }
    count += 1;
    runFunction(method, [queryRunner(recorder)], site, instance);
  }
  if (count === 0) reportMissing(reading, `No class with ${context.direction}()`);
}

function instanceOf(value: Value, site: Reading['site']): ObjectValue | undefined {
  if (value.kind === 'class') return construct(value, [], site);
  return value.kind === 'object' ? value : undefined;
}

/** `new Table({ … })` and its kind are what they are given. */
function typeormPackage(): Value {
  const classes = [
    'Table',
    'TableColumn',
    'TableForeignKey',
    'TableIndex',
    'TableUnique',
    'TableCheck',
    'TableExclusion',
    'View',
    'EntitySchema',
  ];
  const made = classes.map((name): [string, Value] => [
    name,
    {
      kind: 'host',
      host: {
        name,
        construct: ([options]) =>
          options?.kind === 'object'
            ? { ...options, entries: new Map(options.entries) }
            : (options ?? objectOf([])),
      },
    },
  ]);
  return objectOf(made);
}

function className(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join('');
}
