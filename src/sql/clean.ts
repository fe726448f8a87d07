import type { ConditionalRange } from './branches';
import { cleanPsql } from './psql';
import { cleanTemplates } from './template';

/** A place of an SQL text at which something runs that the text does not show. */
export interface Hole {
  readonly start: number;
  readonly end: number;
  readonly reason: 'meta-command' | 'dynamic-sql' | 'template';
  readonly detail: string;
}

/**
 * A text made readable for the parser. It has the length of the original, so that every offset holds in both: what is not SQL has
 * become spaces, what is unknown a placeholder.
 */
export interface Cleaned {
  readonly text: string;
  readonly holes: readonly Hole[];
  /** In the order of the text. */
  readonly conditional: readonly ConditionalRange[];
}

/** Takes out of a text what psql and template engines would have replaced before the server saw it. */
export function clean(sql: string): Cleaned {
  const psql = cleanPsql(sql);
  const templates = cleanTemplates(psql.text);
  return {
    text: templates.text,
    holes: [...psql.holes, ...templates.holes],
    conditional: [...psql.conditional, ...templates.conditional].sort(
      (a, b) => a.start - b.start || b.end - a.end,
    ),
  };
}
