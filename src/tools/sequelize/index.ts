import { claimScripts } from '../javascript-claims';
import { templateLiteral } from '../javascript-literal';
import { readScript } from '../scripts';
import type { Tool } from '../tool';

/** Scripts whose `up` and `down` are given a query interface, also by Umzug. */
export const sequelize: Tool = {
  name: 'sequelize',
  title: 'Sequelize',
  runner: {
    transaction: 'none',
    noTransaction: null,
    around: null,
    source:
      'Sequelize documentation, “Migrations”: nothing is wrapped; a migration opens a transaction by itself with `sequelize.transaction` and passes it to each call; a call that is not given it takes another connection, outside of it (in Sequelize 7, or with continuation-local storage, it is found by itself).',
  },
  extensions: ['.js', '.ts', '.cjs', '.mjs', '.cts', '.mts'],

  claim: (tree) =>
    claimScripts(tree, {
      path: /(?:^|\/)[^/]*migrat[^/]*\//i,
      folders: { files: /^\.sequelizerc$/, keys: ['migrations-path'] },
      text: /\bqueryInterface\b|\bQueryInterface\b|['"]sequelize['"]|\bSequelize\b/,
      notText: /\bMigrationInterface\b|\bMigrationBuilder\b/,
      why: 'a script with `up(queryInterface)` in a folder of migrations',
    }),

  extract: (file, context) => readScript('sequelize', 'none', file, context),

  printRepair: ({ sql, transaction, name }) => ({
    where: `a new migration: sequelize migration:generate --name ${name}`,
    language: 'js',
    text: [
      'module.exports = {',
      '  async up(queryInterface) {',
      `    ${transaction === 'none' ? '// Outside of any transaction.\n    ' : ''}await queryInterface.sequelize.query(${templateLiteral(sql, 4)});`,
      '  },',
      '',
      '  async down() {},',
      '};',
    ].join('\n'),
  }),
};
