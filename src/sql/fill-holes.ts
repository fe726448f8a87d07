import { codePointOffset } from './offset';
import type { ParserModule } from './parser-module';
import { PLACEHOLDER } from './placeholder';

/** The most holes of one statement that are filled. */
const MAX_HOLES = 12;

/**
 * The grammar has places where only a literal may stand (`RESTART WITH`, a storage parameter, the text of a comment), and a
 * placeholder is a name. Puts a literal there, of the same length; in statements on rows also nothing, as for a condition that
 * is put together at run time: without it the statement touches more rows, not less. `undefined` if that does not help.
 */
export function fillHoles(module: ParserModule, text: string): string | undefined {
  if (!text.includes(PLACEHOLDER)) return undefined;
  const isOnRows = /^\s*(?:update|delete|insert|select|with|merge)\b/i.test(text);
  let filled = text;
  for (let turn = 0; turn < MAX_HOLES; turn += 1) {
    const answer = module.parse(filled);
    if (answer.kind === 'json') return filled;
    if (answer.position === undefined) return undefined;
    const stumbled = codePointOffset(filled, answer.position);
    const hole = filled.lastIndexOf(PLACEHOLDER, stumbled);
    if (hole === -1) return undefined;
    const next = candidates(filled, hole, isOnRows).find((candidate) =>
      goesFurther(module, candidate, stumbled),
    );
    if (next === undefined) return undefined;
    filled = next;
  }
  return undefined;
}

/** Before the values of an enumeration, and before what `CREATE` makes: `UNIQUE`, `OR REPLACE`, `TEMPORARY`. */
const MAY_BE_EMPTY = /\benum\s*\(\s*$|^\s*create\s+$/i;

function candidates(text: string, hole: number, isOnRows: boolean): readonly string[] {
  const before = text.slice(0, hole);
  const after = text.slice(hole + PLACEHOLDER.length);
  return [
    `${before}1${after}`,
    ...(/\s$/.test(before) ? [`${before.slice(0, -1)}''${after}`] : []),
    ...(isOnRows || MAY_BE_EMPTY.test(before) ? [`${before} ${after}`] : []),
  ];
}

function goesFurther(module: ParserModule, text: string, stumbled: number): boolean {
  const answer = module.parse(text);
  return answer.kind === 'json' || codePointOffset(text, answer.position ?? 0) > stumbled + 1;
}
