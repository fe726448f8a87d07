import type { AlterTableStmt, ObjectType } from '@pgsql/types';
import type { Operation } from '../../postgres/operation';
import type { AlterTarget } from '../../postgres/operations/alter-table';
import { alterCompositeType } from './alter-composite-type';
import { alterTableCommand } from './alter-table-command';
import type { Subcommand } from './alter-table-pass';
import { PASS } from './alter-table-pass';
import type { Lowering } from './lowering';
import { relationName } from './names';

/** ALTER TABLE and its kin: the subcommands in the order in which the server runs them, within a pass as they are written. */
export function alterTable(node: AlterTableStmt, lowering: Lowering): readonly Operation[] {
  if (node.objtype === 'OBJECT_TYPE') return alterCompositeType(node, lowering);
  const target = alterTarget(node, node.objtype);
  const commands = (node.cmds ?? []).flatMap((each) => ('AlterTableCmd' in each ? [each.AlterTableCmd] : []));
  const subcommands = commands.flatMap((command, place) =>
    alterTableCommand(command, target, lowering).map((each) => ({ place, ...each })),
  );
  if (subcommands.length > 1) subcommands.sort((a, b) => a.pass - b.pass);
  const placed = commands.length > 1 && placeDecides(subcommands);
  return subcommands.map(({ action, place }) => {
    if (action.kind === 'unmodelled') return action;
    const { table, as, only, ifExists } = target;
    const whole = { table, as, only, ifExists, ...action };
    return placed ? { ...whole, place } : whole;
  });
}

function placeDecides(subcommands: readonly Subcommand[]): boolean {
  const passes = new Set(subcommands.map(({ pass }) => pass));
  if (passes.has(PASS.addIndex) && passes.has(PASS.addIndexConstraint)) return true;
  const added = subcommands.flatMap(({ action }) =>
    action.kind === 'add-column' ? [action.column.name] : [],
  );
  return new Set(added).size < added.length;
}

/** What the subcommands of one statement share. */
export function alterTarget(
  node: Pick<AlterTableStmt, 'relation' | 'missing_ok'>,
  type: ObjectType | undefined,
): AlterTarget {
  return {
    table: relationName(node.relation),
    as: relationWord(type),
    only: node.relation?.inh !== true,
    ifExists: node.missing_ok === true,
  };
}

function relationWord(type: ObjectType | undefined): AlterTarget['as'] {
  if (type === 'OBJECT_INDEX') return 'index';
  if (type === 'OBJECT_VIEW') return 'view';
  if (type === 'OBJECT_MATVIEW') return 'materialized view';
  if (type === 'OBJECT_SEQUENCE') return 'sequence';
  if (type === 'OBJECT_FOREIGN_TABLE') return 'foreign table';
  return 'table';
}
