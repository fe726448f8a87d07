import type { Operation } from '../../postgres/operation';
import type { Relation } from '../catalog/relation';
import type { Session } from '../session';

/** One operation, the statement it is part of, and the session that it meets. All names it mentions are in the catalog. */
export interface Situation {
  readonly operation: Operation;
  readonly statement: readonly Operation[];
  readonly session: Session;
}

/** The relations of a role. */
export interface RoleAnswer {
  readonly relations: readonly Relation[];
  /** False: the catalog may not know all of them. */
  readonly complete: boolean;
  /** Where some of them may not be touched after all: a clause that can follow "unless". */
  readonly unless?: string;
}

/** Finds the relations of one role. */
export type Resolver = (situation: Situation) => RoleAnswer;

/** An answer that lists all there are. */
export function all(relations: readonly Relation[]): RoleAnswer {
  return { relations: unique(relations), complete: true };
}

/** An answer with what is known. */
export function known(relations: readonly Relation[], complete: boolean): RoleAnswer {
  return { relations: unique(relations), complete };
}

export const NOBODY: RoleAnswer = { relations: [], complete: true };

function unique(relations: readonly Relation[]): readonly Relation[] {
  return relations.length < 2 ? relations : [...new Set(relations)];
}
