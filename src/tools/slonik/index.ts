import { verbatimFragment } from '../../sql/fragment';
import { isSqlFile } from '../../sql/sql-file';
import { nameOf, parentOf } from '../folders';
import { claimScripts } from '../javascript-claims';
import { templateLiteral } from '../javascript-literal';
import { isNamed } from '../manifest';
import { orderOfName } from '../order';
import { readScript } from '../scripts';
import type { Claim, PrintedRepair, Tool, Tree } from '../tool';

/** Scripts whose `up` and `down` are given a pool of Slonik and send tagged templates, and files of SQL among them. */
export const slonik: Tool = {
  name: 'slonik',
  title: 'Slonik',
  runner: {
    transaction: 'file',
    noTransaction: 'beforeUp',
    around: null,
    source:
      'Runners of Slonik migrations (`@slonik/migrator`, the alterations of Logto) run each script in a transaction; what has to stand outside of it is in `beforeUp`.',
  },
  extensions: ['.sql', '.ts', '.js', '.mjs', '.cjs', '.mts', '.cts'],

  claim: (tree) => [
    ...claimScripts(tree, {
      path: /(?:^|\/)[^/]*(?:migrat|alteration)[^/]*\//i,
      text: /\bslonik\b/i,
      notText: /\bqueryInterface\b|\bMigrationInterface\b|\bMigrationBuilder\b/,
      why: 'a script with `up(pool)` that uses Slonik',
    }),
    ...claimSqlFiles(tree),
  ],

  extract(file, context) {
    if (!isSqlFile(file.path)) return readScript('slonik', 'file', file, context);
    const transaction = context.transaction ?? 'file';
    return { fragments: [verbatimFragment(file, transaction)], gaps: [], transaction };
  },

  printRepair({ sql, transaction, name, after = '' }) {
    return isSqlFile(after) ? printSqlFile(sql, transaction, name) : printScript(sql, transaction);
  },
};

/** `@slonik/migrator` has no switch. */
function printSqlFile(text: string, transaction: 'own' | 'none', name: string): PrintedRepair {
  const where =
    transaction === 'none'
      ? '@slonik/migrator runs every migration in a transaction: run this by hand, then add it as a migration with IF NOT EXISTS'
      : `<time>.${name}.sql`;
  return { where, language: 'sql', text };
}

function printScript(sql: string, transaction: 'own' | 'none'): PrintedRepair {
  return {
    where: 'a new migration',
    language: 'ts',
    text: [
      "import { sql } from 'slonik';",
      '',
      `export const ${transaction === 'none' ? 'beforeUp' : 'up'} = async (pool) => {`,
      `  await pool.query(sql.unsafe${templateLiteral(sql, 2)});`,
      '};',
      ...(transaction === 'none' ? ['', 'export const up = async () => {};'] : []),
    ].join('\n'),
  };
}

/** The names that `@slonik/migrator` gives: `2024.01.01T10.00.00.users.sql`, in older versions `2019-06-17T03-27.users.sql`. */
const TIMED = /(?:^|\/)\d{4}[.-]\d{2}[.-]\d{2}T\d{2}[.-]\d{2}(?:[.-]\d{2})?\.[^/]+\.sql$/;

/** Files of SQL that `@slonik/migrator` runs; the way back is a file of the same name in the folder `down`. */
function claimSqlFiles(tree: Tree): readonly Claim[] {
  return tree.paths.flatMap((path): readonly Claim[] => {
    const folder = parentOf(path);
    if (!TIMED.test(path) || !isNamed(tree, folder, '@slonik/migrator')) return [];
    const isDown = nameOf(folder) === 'down';
    return [
      {
        path,
        sequence: isDown ? parentOf(folder) : folder,
        order: orderOfName(nameOf(path)),
        version: null,
        direction: isDown ? 'down' : 'up',
        evidence: 2,
        why: 'a file with its time, in a project that uses @slonik/migrator',
      },
    ];
  });
}
