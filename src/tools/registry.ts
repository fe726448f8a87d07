import { knex } from './knex';
import { sql } from './sql';
import type { Tool } from './tool';
import { typeorm } from './typeorm';

/** Every tool, the more particular ones first: where two claim a file with equal evidence, the first wins. */
export const TOOLS: readonly Tool[] = [typeorm, knex, sql];
