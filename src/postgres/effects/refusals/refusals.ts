import type { Refusal } from '../refusal';
import { DEPENDENT_REFUSALS } from './dependent';
import { EXPRESSION_REFUSALS } from './expression';
import { KEY_REFUSALS } from './key';
import { MERGED_COLUMN_REFUSALS } from './merged-column';
import { NAME_REFUSALS } from './name';
import { PART_REFUSALS } from './part';
import { STATEMENT_REFUSALS } from './statement';
import { VIEW_REFUSALS } from './view';
import { WRITE_REFUSALS } from './write';

/** The refusals, in the order in which the server looks. The first that holds is the answer. */
export const REFUSALS: readonly Refusal[] = [
  ...NAME_REFUSALS,
  ...MERGED_COLUMN_REFUSALS,
  ...PART_REFUSALS,
  ...STATEMENT_REFUSALS,
  ...WRITE_REFUSALS,
  ...VIEW_REFUSALS,
  ...KEY_REFUSALS,
  ...EXPRESSION_REFUSALS,
  ...DEPENDENT_REFUSALS,
];
