import type { Tool } from '../tool';
import { claimPlainSql } from './claim';
import { readPlainSql } from './read';

/** Folders of plain SQL files, run by something that is not recognised. */
export const sql: Tool = {
  name: 'sql',
  title: 'SQL files',
  runner: {
    transaction: 'unknown',
    noTransaction: null,
    around: null,
    configured:
      '`autocommit` of `application.conf` for evolutions of Play, in which each statement commits by itself by default.',
    source:
      'The runner is not known, so nothing is said about it, but of Play: Play documentation, “Managing database evolutions”.',
  },
  extensions: ['.sql'],
  claim: claimPlainSql,
  extract: readPlainSql,

  printRepair({ sql: text }) {
    return { where: 'the next migration', language: 'sql', text };
  },
};
