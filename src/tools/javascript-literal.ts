import { readToken } from '../sql/lexer';

/**
 * Some SQL as a template literal of JavaScript, to stand `indent` blanks in. Several lines stand between its quotes, one step
 * further in, unless a line ends within a string or a comment, where blanks would count.
 */
export function templateLiteral(sql: string, indent: number): string {
  const escaped = sql.replace(/[\\`]|\$(?=\{)/g, '\\$&');
  if (!sql.includes('\n') || hasLineEndInToken(sql)) return `\`${escaped}\``;
  const blanks = ' '.repeat(indent);
  return `\`\n${escaped.replace(/^(?=.)/gm, `${blanks}  `)}\n${blanks}\``;
}

function hasLineEndInToken(sql: string): boolean {
  for (let token = readToken(sql, 0); token !== undefined; token = readToken(sql, token.end)) {
    if (sql.slice(token.start, token.end).includes('\n')) return true;
  }
  return false;
}
