import { createIndexNotConcurrent } from './indexes/create-index-not-concurrent';
import type { Rule } from './rule';

/** Every rule, by id. Generated from the files of this folder. */
export const RULES: readonly Rule[] = [
  createIndexNotConcurrent,
];
