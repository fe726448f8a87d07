import { sample } from '../sample';
import { sqlFolders } from '../sql-claims';
import { orderOfName } from '../order';
import type { Claim, Tool } from '../tool';
import { readChangesets } from './changesets';

/** Formatted SQL: changesets behind `--changeset author:id` lines. Changelogs in XML, YAML and JSON are not read. */
export const liquibase: Tool = {
  name: 'liquibase',
  title: 'Liquibase',
  runner: {
    transaction: 'file',
    noTransaction: 'runInTransaction:false in the --changeset line',
    around: 'Holds the row of DATABASECHANGELOGLOCK for the whole run.',
    source:
      'Liquibase documentation, “Changelog formats: SQL” and “runInTransaction”: each changeset runs in a transaction of its own, statement by statement.',
  },
  extensions: ['.sql'],

  claim: (tree) =>
    sqlFolders(tree).flatMap(({ folder, files }): readonly Claim[] => {
      if (!PLACE.test(`${folder.path}/`) && !files.some(({ name }) => /change|liquibase/i.test(name)))
        return [];
      const texts = sample(
        tree,
        files.map(({ path }) => path),
        4,
      );
      if (!texts.some((text) => FORMATTED.test(text))) return [];
      return files.map(({ path, name }) => ({
        path,
        sequence: folder.path,
        order: orderOfName(name),
        version: null,
        direction: 'both',
        evidence: 3,
        why: 'files of its folder are formatted SQL of Liquibase',
      }));
    }),

  extract: (file, context) => readChangesets(file, context),

  printRepair: ({ sql, transaction, name }) => ({
    where: 'a new changeset',
    language: 'sql',
    text: [
      '--liquibase formatted sql',
      `--changeset <author>:${name}${transaction === 'none' ? ' runInTransaction:false' : ''}`,
      sql,
    ].join('\n'),
  }),
};

const FORMATTED = /^\s*--\s*liquibase\s+formatted\s+sql/i;
const PLACE = /(?:change|liquibase|migrat|db|database|sql|ddl|schema|release)/i;
