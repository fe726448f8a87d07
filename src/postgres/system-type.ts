import { entriesIn, inMajor } from './catalog-rows';
import { TYPES } from './coercion.generated';
import type { Volatility } from './volatility';

/** What PostgreSQL or a shipped extension says of one of its types. Arrays, enums, domains and row types are not among them. */
export interface SystemType {
  /** pg_type.typcategory: `S` for strings, `N` numbers, `D` dates and times, `R` ranges, `U` others, … */
  readonly category: string;
  /** The type that an ambiguity in its category is settled for. */
  readonly preferred: boolean;
  /** Of reading the type from text, and of writing it as text. */
  readonly input: Volatility;
  readonly output: Volatility;
  /** The extension that brings it; '' for none. */
  readonly extension: string;
}

const types = entriesIn(TYPES);

/** The type by its name in pg_type (`int4`, `varchar`); undefined if the major and its extensions have none of that name. */
export function systemType(name: string, major: number): SystemType | undefined {
  const [entry] = inMajor(types(name), major);
  if (entry === undefined) return undefined;
  const [category = '', preferred, input, output] = entry.key;
  return {
    category,
    preferred: preferred === 'p',
    input: input === 's' ? 'stable' : 'immutable',
    output: output === 's' ? 'stable' : 'immutable',
    extension: entry.extension,
  };
}
