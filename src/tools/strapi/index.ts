import { verbatimFragment } from '../../sql/fragment';
import { isSqlFile } from '../../sql/sql-file';
import { nameOf, parentOf } from '../folders';
import { claimScripts } from '../javascript-claims';
import { templateLiteral } from '../javascript-literal';
import { isNamed } from '../manifest';
import { orderOfName } from '../order';
import { readScript } from '../scripts';
import type { Claim, Tool, Tree } from '../tool';

/** Scripts in `database/migrations` of a Strapi project, whose `up` is given `knex`, and files of SQL among them. */
export const strapi: Tool = {
  name: 'strapi',
  title: 'Strapi',
  runner: {
    transaction: 'file',
    noTransaction: '`db.connection` instead of `knex`',
    around:
      'Runs when the application starts, before Strapi changes the tables to what its content types say.',
    source:
      'Strapi 4 and 5: each migration has a transaction, which `up` is given as `knex`; its second argument is the database, whose `connection` stands outside of it. `down` never runs.',
  },
  extensions: ['.js', '.ts', '.mjs', '.cjs', '.sql'],

  claim: (tree) =>
    [
      ...claimScripts(tree, { path: PLACE, text: /\bup\b/, why: 'a script with `up(knex)`' }),
      ...claimSqlFiles(tree),
    ]
      .filter(({ path }) => isNamed(tree, parentOf(path), '@strapi/strapi'))
      .map((claim) => ({
        ...claim,
        direction: 'up',
        why: `${claim.why} in the database/migrations of a Strapi project`,
      })),

  extract(file, context) {
    if (!isSqlFile(file.path)) return readScript('strapi', 'file', file, context);
    const transaction = context.transaction ?? 'file';
    return { fragments: [verbatimFragment(file, transaction)], gaps: [], transaction };
  },

  printRepair({ sql, transaction, name }) {
    const isOutside = transaction === 'none';
    return {
      where: `a new migration: database/migrations/<time>.${name}.js`,
      language: 'js',
      text: [
        'module.exports = {',
        `  async up(${isOutside ? 'knex, db' : 'knex'}) {`,
        `    await ${isOutside ? 'db.connection' : 'knex'}.raw(${templateLiteral(sql.replace(/\?/g, '\\?'), 4)});`,
        '  },',
        '};',
      ].join('\n'),
    };
  },
};

const PLACE = /(?:^|\/)database\/migrations\/[^/]+$/;

function claimSqlFiles(tree: Tree): readonly Claim[] {
  return tree.paths.flatMap((path): readonly Claim[] =>
    PLACE.test(path) && isSqlFile(path)
      ? [
          {
            path,
            sequence: parentOf(path),
            order: orderOfName(nameOf(path)),
            version: null,
            direction: 'up',
            evidence: 2,
            why: 'a file of SQL',
          },
        ]
      : [],
  );
}
