import type { Recorder } from '../../javascript/recorder';
import type { Value } from '../../javascript/value';
import { claimScripts } from '../javascript-claims';
import { templateLiteral } from '../javascript-literal';
import type { Reading } from '../javascript-migration';
import {
  exportedFunction,
  readJavaScriptMigration,
  reportMissing,
  runFunction,
} from '../javascript-migration';
import type { Tool } from '../tool';
import type { SequelizeHosts } from './sequelize-host';
import { sequelizeHosts } from './sequelize-host';

/** Scripts whose `up` and `down` are given a query interface, also by Umzug. */
export const sequelize: Tool = {
  name: 'sequelize',
  title: 'Sequelize',
  runner: {
    transaction: 'none',
    noTransaction: null,
    around: null,
    source:
      'Sequelize documentation, “Migrations”: nothing is wrapped; a migration opens a transaction by itself with `sequelize.transaction` and passes it to each call.',
  },
  extensions: ['.js', '.ts', '.cjs', '.mjs', '.cts', '.mts'],

  claim: (tree) =>
    claimScripts(tree, {
      path: /(?:^|\/)[^/]*migrat[^/]*\//i,
      text: /\bqueryInterface\b|\bQueryInterface\b|['"]sequelize['"]|\bSequelize\b/,
      notText: /\bMigrationInterface\b|\bMigrationBuilder\b/,
      why: 'a script with `up(queryInterface)` in a folder of migrations',
    }),

  extract: (file, context) =>
    readJavaScriptMigration(file, context, 'none', (recorder) => {
      const hosts = sequelizeHosts(recorder);
      return {
        packages: new Map<string, Value>([
          ['sequelize', hosts.library],
          ['sequelize-typescript', hosts.library],
          ['@sequelize/core', hosts.library],
        ]),
        run: (reading) => runMigration(reading, recorder, hosts),
      };
    }),

  printRepair: ({ sql, transaction }) => ({
    where: 'a new migration',
    language: 'js',
    text: [
      'module.exports = {',
      '  async up(queryInterface) {',
      `    ${transaction === 'none' ? '// Outside of any transaction.\n    ' : ''}await queryInterface.sequelize.query(${templateLiteral(sql)});`,
      '  },',
      '',
      '  async down() {},',
      '};',
    ].join('\n'),
  }),
};

function runMigration(
  reading: Reading,
  recorder: Recorder,
  { queryInterface, library }: SequelizeHosts,
): void {
  const { site, context } = reading;
  const found = exportedFunction(reading, context.direction);
  if (found === undefined) {
    reportMissing(reading, `No function ${context.direction}()`);
    return;
  }
  runFunction(found.value, [queryInterface, library], site, found.self);
}
