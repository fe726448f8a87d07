import * as babel from '@babel/parser';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createScripts } from '../../src/tools/script-readers';
import type { Parser } from '../../src/sql/parse';
import { loadParser } from '../../src/sql/parse';
import { filePath } from '../../src/sql/source';
import type { Tool } from '../../src/tools/tool';

/** What both sides made of one program. */
export interface Difference {
  readonly source: string;
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  readonly gaps: readonly string[];
}

/** Whether the compilers are installed; they are a package of their own. */
export function isInstalled(name: string): boolean {
  return existsSync(join(__dirname, 'node_modules', name));
}

/** Runs programs through our reading and through the tool's own compiler, and compares the parse trees of what is sent. */
export async function compare(
  tool: Tool,
  oracle: string,
  programs: readonly string[],
  wrap: (program: string) => string,
): Promise<{
  readonly compared: number;
  readonly refused: number;
  readonly differences: readonly Difference[];
}> {
  const parser = await loadParser();
  const answers = ask(oracle, programs);
  const differences: Difference[] = [];
  let refused = 0;
  let compared = 0;
  for (const [index, source] of programs.entries()) {
    const answer = answers[index];
    if (answer?.sent === undefined) {
      refused += 1;
      continue;
    }
    const theirs = answer.sent.map((sql) => tree(parser, sql));
    // What the server would refuse as well tells nothing of our reading.
    if (theirs.includes(undefined)) {
      refused += 1;
      continue;
    }
    compared += 1;
    const { fragments, gaps } = tool.extract(
      { path: filePath('migrations/1.js'), text: wrap(source) },
      {
        direction: 'up',
        path: filePath('migrations/1.js'),
        tree: { paths: [], read: () => null },
        transaction: null,
        javascript: createScripts(babel),
      },
    );
    const ours = fragments.map(({ sql }) => sql);
    const same =
      JSON.stringify(ours.flatMap((sql) => tree(parser, sql) ?? sql)) === JSON.stringify(theirs.flat());
    if (!same || gaps.length > 0)
      differences.push({ source, ours, theirs: answer.sent, gaps: gaps.map(({ detail }) => detail) });
  }
  return { compared, refused, differences };
}

/** The statements of a text without their places; `undefined` if it does not parse. */
function tree(parser: Parser, sql: string): readonly string[] | undefined {
  const parsed = parser.parseText(sql);
  if ('kind' in parsed) return undefined;
  return parsed.map(({ node }) =>
    JSON.stringify(node, (key, value: unknown) =>
      /location$|^stmt_len$|^(?:list|rexpr_list)_(?:start|end)$/.test(key) ? undefined : value,
    ),
  );
}

interface Answer {
  readonly sent?: readonly string[];
  readonly error?: string;
}

function ask(oracle: string, programs: readonly string[]): readonly Answer[] {
  const output = execFileSync(process.execPath, [join(__dirname, 'oracles', `${oracle}.mjs`)], {
    input: JSON.stringify(programs),
    maxBuffer: 1 << 28,
    encoding: 'utf8',
  });
  return JSON.parse(output) as readonly Answer[];
}
