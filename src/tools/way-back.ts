import { lexemes } from '../sql/clauses';
import { NOT_EXPORTED } from './javascript-migration';
import type { Extraction } from './tool';

/** Whether the down part of a file that holds both parts does anything, as far as it can be read: what cannot may do something. */
export function goesBack({ fragments, gaps }: Extraction): boolean {
  return (
    fragments.some(({ sql }) => lexemes(sql).some(({ start, end }) => sql.slice(start, end) !== ';')) ||
    gaps.some(({ detail }) => !detail.endsWith(NOT_EXPORTED))
  );
}
