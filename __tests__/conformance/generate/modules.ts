import type { Catalogs, Saying } from './catalogs';

type Majors = readonly (readonly [number, Catalogs])[];

/** The text of src/postgres/volatility.generated.ts. */
export function volatilityModule(majors: Majors): string {
  return [
    HEADER,
    table(
      'FUNCTIONS',
      "Functions: best and worst volatility of the overloads (`i`mmutable, `s`table, `v`olatile), first and last major, extension ('': none), names.",
      majors.map(([major, { functions }]) => [major, functions]),
    ),
    table(
      'OPERATORS',
      'Operators that are not immutable: volatility, first and last major, extension, `left operator right` by the names of the types.',
      majors.map(([major, { operators }]) => [major, operators]),
      ', ',
    ),
  ].join('\n');
}

/** The text of src/postgres/coercion.generated.ts. */
export function coercionModule(majors: Majors): string {
  return [
    HEADER,
    table(
      'TYPES',
      'Types: category (pg_type.typcategory), `p` if preferred in it, volatility of input and of output; first and last major, extension, names.',
      majors.map(([major, { types }]) => [major, types]),
    ),
    table(
      'CASTS',
      'Casts: method (`b`inary, `f`unction, `i`nput and output), context (`i`mplicit, `a`ssignment, `e`xplicit), volatility of the function; first and last major, extension, `from>to`.',
      majors.map(([major, { casts }]) => [major, casts]),
    ),
    table(
      'OPERATOR_CLASSES',
      'Default operator classes: access method, first and last major, extension, `type=class`.',
      majors.map(([major, { operatorClasses }]) => [major, operatorClasses]),
    ),
  ].join('\n');
}

const HEADER = `// Generated from servers by __tests__/conformance/generate. Do not edit.
import type { Row } from './catalog-rows';
`;

/** One constant: rows of things that are said alike, of the same majors, by the same extension. */
function table(
  name: string,
  comment: string,
  majors: readonly (readonly [number, readonly Saying[]])[],
  separator = ' ',
): string {
  const spans = new Map<string, number[]>();
  for (const [major, sayings] of majors) {
    for (const { key, extension, subject } of sayings) {
      const identity = JSON.stringify([key, extension, subject]);
      const span = spans.get(identity);
      if (span === undefined) spans.set(identity, [major, major]);
      else span[1] = major;
    }
  }
  const rows = new Map<string, string[]>();
  for (const [identity, [since, until]] of spans) {
    const [key, extension, subject] = JSON.parse(identity) as [string, string, string];
    const row = JSON.stringify([key, since, until, extension]).slice(1, -1).replaceAll(',', ', ');
    rows.set(row, [...(rows.get(row) ?? []), subject]);
  }
  const lines = [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([row, subjects]) => `  [${row}, ${JSON.stringify(subjects.sort().join(separator))}],`);
  return `/** ${comment} */
export const ${name}: readonly Row[] = [
${lines.join('\n')}
];
`;
}
