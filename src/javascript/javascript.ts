import type { BabelParser } from './parse';
import type { ParsedModules } from './run';

/** What reading JavaScript needs and what its readings share. */
export interface JavaScript {
  readonly parser: BabelParser;
  /** Modules that others import, parsed once for all files of a tree; a tree at another state needs its own. */
  readonly parsed: ParsedModules;
}
