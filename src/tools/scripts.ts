import type { JavaScript } from '../javascript/javascript';
import type { Transaction } from '../sql/fragment';
import type { SourceFile } from '../sql/source';
import type { ExtractContext, Extraction, ToolName } from './tool';

/** The parser of JavaScript with the readers of all tools: they are loaded together, when the first script is met. */
export interface Scripts extends JavaScript {
  readonly readers: ReadonlyMap<ToolName, ScriptReader>;
}

/** What a reader of scripts may ask of its surroundings. */
export interface ScriptContext extends ExtractContext {
  readonly javascript: Scripts;
}

/** Reads one migration that is a script. Nothing of it is executed. */
export type ScriptReader = (file: SourceFile, context: ScriptContext) => Extraction;

/** Gives a script to the reader of its tool; a gap where JavaScript is not read in this run. */
export function readScript(
  tool: ToolName,
  transaction: Transaction,
  file: SourceFile,
  context: ExtractContext,
): Extraction {
  const { javascript } = context;
  const reader = javascript?.readers.get(tool);
  if (javascript === null || reader === undefined) {
    const at = { file: file.path, start: 0, end: file.text.length };
    const detail = 'JavaScript is not read in this run';
    return { fragments: [], gaps: [{ kind: 'gap', at, reason: 'unreadable-file', detail }], transaction };
  }
  return reader(file, { ...context, javascript });
}
