import { claimScripts } from '../javascript-claims';
import { templateLiteral } from '../javascript-literal';
import { readScript } from '../scripts';
import type { Tool } from '../tool';

/** Scripts whose `up` and `down` are given a pool of Slonik and send tagged templates. */
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
  extensions: ['.ts', '.js', '.mjs', '.cjs', '.mts', '.cts'],

  claim: (tree) =>
    claimScripts(tree, {
      path: /(?:^|\/)[^/]*(?:migrat|alteration)[^/]*\//i,
      text: /\bslonik\b/i,
      notText: /\bqueryInterface\b|\bMigrationInterface\b|\bMigrationBuilder\b/,
      why: 'a script with `up(pool)` that uses Slonik',
    }),

  extract: (file, context) => readScript('slonik', 'file', file, context),

  printRepair: ({ sql, transaction }) => ({
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
  }),
};
