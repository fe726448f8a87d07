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
  | { readonly kind: 'not'; readonly arg: Question }
  | { readonly kind: 'and' | 'or'; readonly args: readonly Question[] }
  | { readonly kind: 'unknown' };

/** What a question can be about. */
export type QuestionObject = CatalogLookUp;

/** The question that has the other answer. */
export function notSo(question: Question): Question {
  return question.kind === 'not' ? question.arg : { kind: 'not', arg: question };
}
