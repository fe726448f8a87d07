import type { BabelParser } from './parse';
import type { ParsedModules } from './run';

/** What reading JavaScript needs and what its readings share. It is made when the first such file is met. */
export interface JavaScript {
  readonly parser: BabelParser;
  /** Modules that others import, parsed once for all files of a tree; a tree at another state needs its own. */
  readonly parsed: ParsedModules;
}

export function createJavaScript(parser: BabelParser): JavaScript {
  return { parser, parsed: new Map() };
}
