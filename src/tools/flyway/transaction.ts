import { split } from '../../sql/split';
import type { SourceFile } from '../../sql/source';
import type { Transaction } from '../../sql/fragment';
import { foldersOf, joinPath, nameOf, nearestMentions, parentOf } from '../folders';
import type { Tree } from '../tool';

/** Statements that Flyway's PostgreSQL parser sends outside of a transaction. */
const ALONE =
  /^(?:(?:CREATE|DROP)(?:\s+UNIQUE)?\s+INDEX\s+CONCURRENTLY|REINDEX(?:\s+VERBOSE)?\s+(?:SCHEMA|DATABASE|SYSTEM)|VACUUM|DISCARD\s+ALL|(?:CREATE|DROP)\s+(?:DATABASE|TABLESPACE|SUBSCRIPTION)|ALTER\s+SYSTEM)\b/i;

/** What Flyway does around a script: what its configuration or the script says, else what its statements ask for. */
export function flywayTransaction(file: SourceFile, tree: Tree): Transaction {
  const said = executeInTransaction(file, tree);
  if (said !== undefined) return said ? 'file' : 'none';
  const { text } = file;
  if (/\b(?:CONCURRENTLY|REINDEX|VACUUM|DISCARD|DATABASE|TABLESPACE|SUBSCRIPTION|SYSTEM)\b/i.test(text)) {
    const starts = split(text).map(({ start, end }) => text.slice(start, end));
    const alone = starts.filter((statement) => ALONE.test(statement)).length;
    const mixed =
      alone > 0 &&
      (alone === starts.length ||
        nearestMentions(tree, parentOf(file.path), CONFIGS, /\bmixed\s*[=:]\s*true\b/));
    if (mixed) return 'none';
  }
  return nearestMentions(tree, parentOf(file.path), CONFIGS, /\b(?:flyway\.)?group\s*[=:]\s*true\b/)
    ? 'all'
    : 'file';
}

const CONFIGS = ['flyway.conf', 'flyway.toml'];

function executeInTransaction({ path, text }: SourceFile, tree: Tree): boolean | undefined {
  const folder = parentOf(path);
  const name = `${nameOf(path)}.conf`;
  const config =
    foldersOf(tree).get(folder)?.files.includes(name) === true ? tree.read(joinPath(folder, name)) : null;
  const said =
    /^\s*executeInTransaction\s*=\s*(true|false)\b/im.exec(config ?? '')?.[1] ??
    /^\s*--\s*flyway:\s*executeInTransaction\s*[=:]\s*(true|false)\b/im.exec(text)?.[1];
  return said === undefined ? undefined : said.toLowerCase() === 'true';
}
