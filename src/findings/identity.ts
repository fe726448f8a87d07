import { createHash } from 'node:crypto';

/**
 * The identity of a finding: the first 16 hex digits of SHA-256 over rule, path, the statement with white space and comments
 * collapsed, and its ordinal among equals. It stays when lines move; the parser's own fingerprint would drop constants.
 */
export function findingId(rule: string, path: string, statement: string, ordinal: number): string {
  const text = [rule, path, collapse(statement), String(ordinal)].join('\u0000');
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** What stays as it is, or a run of what becomes one blank. */
const QUOTED_OR_BLANK =
  /('(?:[^']|'')*'|"(?:[^"]|"")*"|(\$[A-Za-z_0-9]*\$)[\s\S]*?\2)|(?:--[^\n]*|\/\*[\s\S]*?\*\/|\s+)+/g;

/** Comments and runs of white space become one blank; strings, quoted names and dollar quotes stay as they are. */
function collapse(sql: string): string {
  return sql.replace(QUOTED_OR_BLANK, (_, quoted: string | undefined) => quoted ?? ' ').trim();
}
