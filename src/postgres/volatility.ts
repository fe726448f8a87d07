import { entriesIn, inMajor } from './catalog-rows';
import { systemType } from './system-type';
import { FUNCTIONS, OPERATORS } from './volatility.generated';

/** How far the result of a function or operator may change while its arguments stay (manual, "Function Volatility Categories"). */
export type Volatility = 'immutable' | 'stable' | 'volatile';

const functions = entriesIn(FUNCTIONS);
const operators = entriesIn(OPERATORS, ', ');

/** Names that the parser of today gives to what an older server calls otherwise. */
const WRITTEN_BY_GRAMMAR: Readonly<Record<string, string>> = {
  extract: 'date_part',
  similar_to_escape: 'similar_escape',
};

/**
 * The volatility of a function that PostgreSQL or an extension shipped with it brings, by its name without schema: the worst of its
 * overloads, because arguments have no known types here. `unknown` for all other functions, and for those that the major has not.
 */
export function volatilityOf(functionName: string, major: number): Volatility | 'unknown' {
  const keys = entriesOf(functionName, major).map(({ key }) => key.slice(1));
  return keys.length === 0 ? 'unknown' : worst(keys);
}

/** Whether some overload is immutable (`date_trunc` of a timestamp), so that a worse `volatilityOf` may speak of another one. */
export function hasImmutableOverload(functionName: string, major: number): boolean {
  return entriesOf(functionName, major).some(({ key }) => key.startsWith('i'));
}

/** The first major in which PostgreSQL itself has the function, at least 11; undefined if it never has. */
export function requiredMajor(functionName: string): number | undefined {
  if (functionName in WRITTEN_BY_GRAMMAR) return 11;
  const majors = functions(functionName).flatMap(({ extension, since }) => (extension === '' ? [since] : []));
  return majors.length === 0 ? undefined : Math.min(...majors);
}

/** The shipped extension that has to be created for the function to exist in the major; undefined if none, or none is needed. */
export function requiredExtension(functionName: string, major: number): string | undefined {
  const [first] = entriesOf(functionName, major);
  return first === undefined || first.extension === '' ? undefined : first.extension;
}

/** Whether an extension comes with the server. Source: the servers that the table was made of. */
export function isShipped(extension: string): boolean {
  return SHIPPED.has(extension);
}

const SHIPPED: ReadonlySet<string> = new Set(['plpgsql', ...FUNCTIONS.map(([, , , extension]) => extension)]);

/**
 * The volatility of an operator between two types (names of pg_type; null on the left of a prefix operator). Operators that no row
 * names are immutable: of all that ship, only those with a time zone, a text search configuration or a conversion to text are not.
 */
export function operatorVolatility(
  left: string | null,
  operator: string,
  right: string,
  major: number,
): Volatility {
  const named = [`${left ?? ''} ${operator} ${right}`];
  // What is no string is turned into text first.
  if (operator === '||' && left === 'text' && !isString(right, major)) named.push('text || anynonarray');
  if (operator === '||' && right === 'text' && left !== null && !isString(left, major))
    named.push('anynonarray || text');
  const keys = named.flatMap((subject) => inMajor(operators(subject), major).map(({ key }) => key));
  return worst(keys);
}

function isString(type: string, major: number): boolean {
  return systemType(type, major)?.category === 'S';
}

function entriesOf(functionName: string, major: number): ReturnType<typeof inMajor> {
  const found = inMajor(functions(functionName), major);
  const older = WRITTEN_BY_GRAMMAR[functionName];
  return found.length > 0 || older === undefined ? found : inMajor(functions(older), major);
}

function worst(keys: readonly string[]): Volatility {
  if (keys.includes('v')) return 'volatile';
  return keys.includes('s') ? 'stable' : 'immutable';
}
