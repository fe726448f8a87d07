import type { Given } from '../sql/question';
import type { Asked } from './asked';
import { askedAt } from './asked';
import type { Site } from './host';
import type { Recorder } from './recorder';
import { knownText, textAt } from './text';
import type { Value } from './value';
import { arrayOf, FALSE, NULL, numberOf, objectOf, TRUE, UNDEFINED, unknownAt } from './value';

const WHY = 'only the database knows what the query gives';

/** What a query gives that was sent just now: its rows, and how many. */
export interface GivenRows {
  readonly rows: Value;
  readonly rowCount: Value;
}

/** The rows of a query; a look-up of the system catalogs is a question that the catalog may answer. */
export function givenRows(
  recorder: Recorder,
  sql: Value | undefined,
  parameters: Value | undefined,
  site: Site,
): GivenRows {
  const text = knownText(sql);
  const what = text === undefined ? undefined : FORMS.find(({ form }) => form.test(text));
  const unknown = unknownAt(site.at, WHY, 'the result of a query');
  if (text === undefined || what === undefined) return { rows: unknown, rowCount: unknown };
  const question = recorder.askOfQuery(what.given, parametersOf(parameters));
  const cell = what.values?.(text, site);
  if (cell === undefined) {
    const row = rowOf(unknown);
    const asks = { question, yes: [arrayOf([row]), arrayOf([row, row])], no: arrayOf([]) };
    const counts = { question, yes: [numberOf(1), numberOf(2)], no: numberOf(0) };
    return { rows: askedAt(site.at, WHY, asks), rowCount: askedAt(site.at, WHY, counts) };
  }
  const row = rowOf(askedAt(site.at, WHY, { question, ...cell }, 'the result of a query'));
  return { rows: arrayOf([row]), rowCount: numberOf(1) };
}

interface Form {
  readonly form: RegExp;
  readonly given: Given;
  /** Absent: it is the number of rows that tells. */
  readonly values?: (text: string, site: Site) => Pick<Asked, 'yes' | 'no'>;
}

/** By the beginning of the text; whether it is really such a query is seen where it is parsed. */
const FORMS: readonly Form[] = [
  {
    form: /^\s*select\s+(?:(?:not\s+)?exists\s*\(|to_reg\w+\s*\([^)]*\)(?:::\w+)?\s+is\s)/i,
    given: 'truth',
    values: () => ({ yes: [TRUE], no: FALSE }),
  },
  {
    form: /^\s*select\s+to_reg\w+\s*\(/i,
    given: 'name',
    values: (_text, { at }) => ({ yes: [textAt('a', at)], no: NULL }),
  },
  {
    form: /^(?![^]*\bgroup\s+by\b)\s*select\s+count\s*\([^)]*\)[^;]*?\b(?:information_schema\.|pg_\w)/i,
    given: 'count',
    values: (text, { at }) =>
      /^[^)]*\)\s*::\s*int/i.test(text)
        ? { yes: [numberOf(1), numberOf(2)], no: numberOf(0) }
        : { yes: [textAt('1', at), textAt('2', at)], no: textAt('0', at) },
  },
  { form: /^\s*select\b[^;]*?\b(?:information_schema\.|pg_\w)/i, given: 'row' },
];

/** A row of which each column is this. */
function rowOf(column: ReturnType<typeof askedAt>): Value {
  return { ...objectOf([]), open: column };
}

/** The values that a query is given, which PostgreSQL takes as text. */
function parametersOf(parameters: Value = UNDEFINED): readonly (string | null)[] {
  return parameters.kind === 'array' ? parameters.items.map((item) => knownText(item) ?? null) : [];
}
