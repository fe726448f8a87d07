import { ALTER_MAKERS, weighted } from './alter';
import { CREATE_MAKERS } from './create';
import { FURTHER_MAKERS } from './further';
import { OTHER_MAKERS } from './other';
import type { World } from './world';

const MAKERS = [...CREATE_MAKERS, ...ALTER_MAKERS, ...OTHER_MAKERS, ...FURTHER_MAKERS];

/** The statement that a choice stands for in this world; a new table where the world is too empty for it. */
export function statementFor(world: World): string {
  const few = world.tables.length < 3 && world.choose.below(3) > 0;
  const maker = weighted(world, few ? CREATE_MAKERS : MAKERS);
  return maker?.(world) ?? CREATE_MAKERS[0]?.[1](world) ?? 'SELECT 1';
}
