import type { AlterTableAction } from '../../postgres/operations/alter-table';

/**
 * The passes in which ALTER TABLE runs its subcommands, first to last (tablecmds.c, AT_PASS_*, of PostgreSQL 18). New indexes
 * and constraints are told apart by ATParseTransformCmd: USING INDEX comes before indexes that have to be built.
 */
export const PASS = {
  drop: 0,
  alterType: 1,
  addColumn: 2,
  setExpression: 3,
  columnAttributes: 4,
  addIndexConstraint: 5,
  addIndex: 6,
  addOtherConstraint: 7,
  misc: 8,
} as const;

/** One subcommand and the pass it runs in. */
export interface Subcommand {
  readonly pass: number;
  readonly action: AlterTableAction | { readonly kind: 'unmodelled'; readonly node: string };
}

/** A single subcommand. */
export function one(pass: number, action: AlterTableAction): readonly Subcommand[] {
  return [{ pass, action }];
}
