import type { Operation } from '../../../src/postgres/operation';
import { lower } from '../../../src/sql/lower/lower';
import type { Lowered } from '../../../src/sql/lower/lower';
import type { Parser } from '../../../src/sql/parse';
import { loadParser } from '../../../src/sql/parse';

/** Lowers SQL in tests: the statements of a text, one after the other. */
export interface TextLowering {
  readonly parser: Parser;
  lowered(sql: string): readonly Lowered[];
  operations(sql: string): readonly Operation[];
}

/** Loads the parser. A text that does not parse fails the test. */
export async function textLowering(): Promise<TextLowering> {
  const parser = await loadParser();
  const lowered = (sql: string): readonly Lowered[] => {
    const parsed = parser.parseText(sql);
    if ('kind' in parsed) throw new Error(`${(parsed as { error: string }).error}: ${sql.slice(0, 200)}`);
    return parsed.map(({ node, start, end }) => lower({ node, text: sql.slice(start, end) }, parser));
  };
  return { parser, lowered, operations: (sql) => lowered(sql).flatMap((each) => each.operations) };
}
