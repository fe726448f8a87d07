import type { AlterTableCmd, AlterTableStmt } from '@pgsql/types';
import type { Operation, OperationOf } from '../../postgres/operation';
import type { Lowering } from './lowering';
import { relationName } from './names';
import { typeName } from './type-name';

/** ALTER TYPE … ADD, DROP, ALTER ATTRIBUTE. */
export function alterCompositeType(node: AlterTableStmt, lowering: Lowering): readonly Operation[] {
  const type = relationName(node.relation);
  return (node.cmds ?? []).flatMap((each): readonly Operation[] => {
    if (!('AlterTableCmd' in each)) return [];
    const command = each.AlterTableCmd;
    const change = attributeChange(command, lowering);
    if (change === null) return [{ kind: 'unmodelled', node: `AlterTableStmt ${command.subtype ?? ''}` }];
    return [{ kind: 'alter-composite-type', type, change, cascade: command.behavior === 'DROP_CASCADE' }];
  });
}

function attributeChange(
  command: AlterTableCmd,
  lowering: Lowering,
): OperationOf<'alter-composite-type'>['change'] | null {
  const definition =
    command.def !== undefined && 'ColumnDef' in command.def ? command.def.ColumnDef : undefined;
  const type = typeName(definition?.typeName, lowering);
  const subtype: string = command.subtype ?? '';
  switch (subtype) {
    case 'AT_AddColumn':
      return { kind: 'add', attribute: definition?.colname ?? '', type };
    case 'AT_DropColumn':
      return { kind: 'drop', attribute: command.name ?? '', missingOk: command.missing_ok === true };
    case 'AT_AlterColumnType':
      return { kind: 'alter', attribute: command.name ?? '', type };
    default:
      return null;
  }
}
