import type { QuestionObject } from '../sql/question';
import { knownText } from './text';
import type { Value } from './value';

/** A table or view by its name, if that is known; without a schema it stands where the session looks for it. */
export function tableNamed(table: Value | undefined, schema?: Value): QuestionObject | undefined {
  const name = knownText(table);
  const place = schemaOf(schema);
  return name === undefined || place === undefined ? undefined : { kind: 'table', schema: place, name };
}

/** A column of such a table. */
export function columnNamed(
  table: Value | undefined,
  column: Value | undefined,
  schema?: Value,
): QuestionObject | undefined {
  const of = knownText(table);
  const name = knownText(column);
  const place = schemaOf(schema);
  return of === undefined || name === undefined || place === undefined
    ? undefined
    : { kind: 'column', schema: place, table: of, name };
}

/** Null: none is given. */
function schemaOf(schema: Value | undefined): string | null | undefined {
  return schema === undefined || schema.kind === 'undefined' || schema.kind === 'null'
    ? null
    : knownText(schema);
}
