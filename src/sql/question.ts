import type { CatalogLookUp } from '../postgres/body';

/** What a script asks the database before it goes on, as far as the catalog may answer it. */
export type Question =
  | {
      readonly kind: 'exists';
      readonly object: CatalogLookUp;
      /** It is asked when the fragments of the calls below this number were sent, and none of the others. */
      readonly call: number;
      /** The connection that asks (Fragment.connection). */
      readonly connection: number | undefined;
    }
  | {
      /** What a query that the migration sends gives, as far as its text tells. */
      readonly kind: 'given';
      readonly what: Given;
      /** The call that sends it. */
      readonly sent: number;
      /** The values of its `$1`, `$2`, …; null where one is not known. */
      readonly parameters: readonly (string | null)[];
      /** As of `exists`. */
      readonly call: number;
      readonly connection: number | undefined;
    }
  | { readonly kind: 'not'; readonly arg: Question }
  | { readonly kind: 'and' | 'or'; readonly args: readonly Question[] }
  | { readonly kind: 'unknown' };

/**
 * What of the answer to a query is asked for: whether there is a row; whether its one value is true, is no null, or counts more than
 * none.
 */
export type Given = 'row' | 'truth' | 'name' | 'count';

/** What a question can be about. */
export type QuestionObject = CatalogLookUp;

/** The question that has the other answer. */
export function notSo(question: Question): Question {
  return question.kind === 'not' ? question.arg : { kind: 'not', arg: question };
}
