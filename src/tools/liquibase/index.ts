import type { Tool } from '../tool';
import { changelogPlans } from './changelog';
import { FORMATTED, readChangesets, readSqlFile } from './changesets';
import { claimLiquibase } from './claim';

/** Formatted SQL, with changesets behind `--changeset author:id` lines, and files that change sets send. Of changelogs in XML, YAML and JSON the order is read, their own changes are not. */
export const liquibase: Tool = {
  name: 'liquibase',
  title: 'Liquibase',
  runner: {
    transaction: 'file',
    noTransaction: 'runInTransaction:false in the --changeset line',
    around: 'Holds the row of DATABASECHANGELOGLOCK for the whole run.',
    source:
      'Liquibase documentation, “Changelog formats: SQL” and “runInTransaction”: each changeset runs in a transaction of its own, statement by statement; “include”, “includeAll” and “sqlFile”.',
    configured:
      '`include` and `includeAll` of changelogs in XML, YAML and JSON, for the order; the `sqlFile` of their change sets, with `runInTransaction`, `dbms` and `endDelimiter`.',
  },
  extensions: ['.sql'],

  claim: claimLiquibase,

  extract(file, context) {
    if (FORMATTED.test(file.text)) return readChangesets(file, context);
    const sent = changelogPlans(context.tree)
      .flatMap(({ files }) => files)
      .find(({ path }) => path === file.path);
    return sent?.by === 'sql-file' ? readSqlFile(file, sent, context) : readChangesets(file, context);
  },

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
