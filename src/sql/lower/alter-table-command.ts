import type { AlterTableCmd, AlterTableType, Node, RangeVar } from '@pgsql/types';
import type { SequenceOption } from '../../postgres/definition';
import type { AlterTarget } from '../../postgres/operations/alter-table';
import { addConstraint, alterConstraint } from './alter-table-constraint';
import { attachPartition, detachPartition } from './alter-table-partition';
import type { Subcommand } from './alter-table-pass';
import { one, PASS } from './alter-table-pass';
import { column } from './column';
import { constraint } from './constraint';
import { expression, optionalExpression } from './expression';
import type { Lowering } from './lowering';
import { collationName, relationName, roleName } from './names';
import { findOption, optionName, optionRecord, sequenceOptions, valueText } from './options';
import { typeName } from './type-name';

/** The subcommands that one written subcommand gives: `ADD COLUMN … REFERENCES` gives two. */
export function alterTableCommand(
  node: AlterTableCmd,
  target: AlterTarget,
  lowering: Lowering,
): readonly Subcommand[] {
  return node.subtype === undefined ? [] : COMMANDS[node.subtype](node, lowering, target);
}

type CommandReader = (node: AlterTableCmd, lowering: Lowering, target: AlterTarget) => readonly Subcommand[];

/** Subcommands that the server makes for itself; no statement can write them. */
const internal: CommandReader = (node) => [
  { pass: PASS.misc, action: { kind: 'unmodelled', node: node.subtype ?? '' } },
];

const COMMANDS: Readonly<Record<AlterTableType, CommandReader>> = {
  AT_AddColumn: addColumn,
  AT_AddColumnToView: internal,
  AT_ColumnDefault: (node, lowering) => {
    const value = optionalExpression(node.def, lowering);
    if (value === null) return one(PASS.drop, { kind: 'drop-default', column: name(node) });
    return one(PASS.addOtherConstraint, { kind: 'set-default', column: name(node), default: value });
  },
  AT_CookedColumnDefault: internal,
  AT_DropNotNull: (node) => one(PASS.drop, { kind: 'drop-not-null', column: name(node) }),
  AT_SetNotNull: (node) => one(PASS.columnAttributes, { kind: 'set-not-null', column: name(node) }),
  AT_SetExpression: (node, lowering) => {
    lowering.needs.since(17, 'SET EXPRESSION');
    if (node.def === undefined) return [];
    return one(PASS.setExpression, {
      kind: 'set-expression',
      column: name(node),
      expression: expression(node.def, lowering),
    });
  },
  AT_DropExpression: (node, lowering) => {
    lowering.needs.since(13, 'DROP EXPRESSION');
    return one(PASS.drop, {
      kind: 'drop-expression',
      column: name(node),
      missingOk: node.missing_ok === true,
    });
  },
  AT_SetStatistics: setStatistics,
  AT_SetOptions: (node) =>
    one(PASS.misc, { kind: 'set-column-options', column: name(node), options: optionRecord(items(node)) }),
  AT_ResetOptions: (node) =>
    one(PASS.misc, { kind: 'set-column-options', column: name(node), options: optionRecord(items(node)) }),
  AT_SetStorage: (node) =>
    one(PASS.misc, { kind: 'set-storage', column: name(node), storage: text(node).toLowerCase() }),
  AT_SetCompression: (node, lowering) => {
    lowering.needs.since(14, 'SET COMPRESSION');
    return one(PASS.misc, { kind: 'set-compression', column: name(node), method: text(node) });
  },
  AT_DropColumn: (node) =>
    one(PASS.drop, {
      kind: 'drop-column',
      column: name(node),
      missingOk: node.missing_ok === true,
      cascade: cascades(node),
    }),
  AT_AddIndex: internal,
  AT_ReAddIndex: internal,
  AT_AddConstraint: (node, lowering) => {
    if (node.def === undefined || !('Constraint' in node.def)) return [];
    const lowered = constraint(node.def.Constraint, null, lowering);
    return lowered === null ? [] : [addConstraint(lowered, false)];
  },
  AT_ReAddConstraint: internal,
  AT_ReAddDomainConstraint: internal,
  AT_AlterConstraint: alterConstraint,
  AT_ValidateConstraint: (node) => one(PASS.misc, { kind: 'validate-constraint', constraint: name(node) }),
  AT_AddIndexConstraint: internal,
  AT_DropConstraint: (node) =>
    one(PASS.drop, {
      kind: 'drop-constraint',
      constraint: name(node),
      missingOk: node.missing_ok === true,
      cascade: cascades(node),
    }),
  AT_ReAddComment: internal,
  AT_AlterColumnType: (node, lowering) => {
    if (node.def === undefined || !('ColumnDef' in node.def)) return [];
    const { typeName: type, collClause, raw_default: using } = node.def.ColumnDef;
    return one(PASS.alterType, {
      kind: 'alter-column-type',
      column: name(node),
      type: typeName(type, lowering),
      collation: collationName(collClause?.collname),
      using: optionalExpression(using, lowering),
    });
  },
  AT_AlterColumnGenericOptions: () => one(PASS.misc, { kind: 'set-foreign-options' }),
  AT_ChangeOwner: (node) => one(PASS.misc, { kind: 'change-owner', owner: roleName(node.newowner) }),
  AT_ClusterOn: (node) => one(PASS.misc, { kind: 'cluster-on', index: name(node) }),
  AT_DropCluster: () => one(PASS.misc, { kind: 'set-without-cluster' }),
  AT_SetLogged: (node, lowering, target) => setLogged(true, lowering, target),
  AT_SetUnLogged: (node, lowering, target) => setLogged(false, lowering, target),
  AT_DropOids: () => one(PASS.drop, { kind: 'set-without-oids' }),
  AT_SetAccessMethod: (node, lowering) => {
    if (node.name === undefined) lowering.needs.since(17, 'SET ACCESS METHOD DEFAULT');
    else lowering.needs.since(15, 'SET ACCESS METHOD');
    return one(PASS.misc, { kind: 'set-access-method', method: node.name ?? null });
  },
  AT_SetTableSpace: (node) => one(PASS.misc, { kind: 'set-tablespace', tablespace: name(node) }),
  AT_SetRelOptions: (node) =>
    one(PASS.misc, { kind: 'set-options', options: optionRecord(items(node)), reset: false }),
  AT_ResetRelOptions: (node) =>
    one(PASS.misc, { kind: 'set-options', options: optionRecord(items(node)), reset: true }),
  AT_ReplaceRelOptions: internal,
  AT_EnableTrig: (node) => trigger(node, 'enable', 'named'),
  AT_EnableAlwaysTrig: (node) => trigger(node, 'always', 'named'),
  AT_EnableReplicaTrig: (node) => trigger(node, 'replica', 'named'),
  AT_DisableTrig: (node) => trigger(node, 'disable', 'named'),
  AT_EnableTrigAll: (node) => trigger(node, 'enable', 'all'),
  AT_DisableTrigAll: (node) => trigger(node, 'disable', 'all'),
  AT_EnableTrigUser: (node) => trigger(node, 'enable', 'user'),
  AT_DisableTrigUser: (node) => trigger(node, 'disable', 'user'),
  AT_EnableRule: (node) => one(PASS.misc, { kind: 'enable-rule', enable: 'enable', rule: name(node) }),
  AT_EnableAlwaysRule: (node) => one(PASS.misc, { kind: 'enable-rule', enable: 'always', rule: name(node) }),
  AT_EnableReplicaRule: (node) =>
    one(PASS.misc, { kind: 'enable-rule', enable: 'replica', rule: name(node) }),
  AT_DisableRule: (node) => one(PASS.misc, { kind: 'enable-rule', enable: 'disable', rule: name(node) }),
  AT_AddInherit: (node) => one(PASS.misc, { kind: 'add-inherit', parent: relationName(range(node)) }),
  AT_DropInherit: (node) => one(PASS.misc, { kind: 'drop-inherit', parent: relationName(range(node)) }),
  AT_AddOf: (node, lowering) => {
    const type = typeName(
      node.def !== undefined && 'TypeName' in node.def ? node.def.TypeName : undefined,
      lowering,
    );
    return one(PASS.misc, { kind: 'add-of-type', type: { schema: type.schema, name: type.name } });
  },
  AT_DropOf: () => one(PASS.misc, { kind: 'drop-of-type' }),
  AT_ReplicaIdentity: replicaIdentity,
  AT_EnableRowSecurity: () => one(PASS.misc, { kind: 'row-security', change: 'enable' }),
  AT_DisableRowSecurity: () => one(PASS.misc, { kind: 'row-security', change: 'disable' }),
  AT_ForceRowSecurity: () => one(PASS.misc, { kind: 'row-security', change: 'force' }),
  AT_NoForceRowSecurity: () => one(PASS.misc, { kind: 'row-security', change: 'no-force' }),
  AT_GenericOptions: () => one(PASS.misc, { kind: 'set-foreign-options' }),
  AT_AttachPartition: attachPartition,
  AT_DetachPartition: (node, lowering) => detachPartition(node, false, lowering),
  AT_DetachPartitionFinalize: (node, lowering) => detachPartition(node, true, lowering),
  AT_AddIdentity: (node) => {
    const def = node.def !== undefined && 'Constraint' in node.def ? node.def.Constraint : undefined;
    const always = def?.generated_when === 'a';
    return one(PASS.addOtherConstraint, {
      kind: 'add-identity',
      column: name(node),
      always,
      options: sequenceOptions(def?.options),
    });
  },
  AT_SetIdentity: setIdentity,
  AT_DropIdentity: (node) =>
    one(PASS.drop, { kind: 'drop-identity', column: name(node), missingOk: node.missing_ok === true }),
  AT_ReAddStatistics: internal,
};

function addColumn(node: AlterTableCmd, lowering: Lowering): readonly Subcommand[] {
  if (node.def === undefined || !('ColumnDef' in node.def)) return [];
  const written = column(node.def.ColumnDef, lowering);
  const added = one(PASS.addColumn, {
    kind: 'add-column',
    column: written.column,
    ifNotExists: node.missing_ok === true,
  });
  return [...added, ...written.constraints.map((each) => addConstraint(each, true))];
}

/** ALTER INDEX names a column by its number. */
function setStatistics(node: AlterTableCmd, { needs }: Lowering, target: AlterTarget): readonly Subcommand[] {
  if (node.name === undefined || target.as === 'index')
    return one(PASS.misc, { kind: 'set-index-statistics' });
  const value = node.def === undefined ? null : valueText(node.def);
  if (value === null) needs.since(17, 'SET STATISTICS DEFAULT');
  return one(PASS.misc, {
    kind: 'set-statistics',
    column: node.name,
    target: value === null ? null : Number(value),
  });
}

function setLogged(logged: boolean, { needs }: Lowering, target: AlterTarget): readonly Subcommand[] {
  if (target.as === 'sequence') needs.since(15, 'an unlogged sequence');
  return one(PASS.misc, { kind: 'set-logged', logged });
}

function trigger(
  node: AlterTableCmd,
  enable: 'enable' | 'disable' | 'replica' | 'always',
  which: 'named' | 'all' | 'user',
): readonly Subcommand[] {
  return one(PASS.misc, {
    kind: 'enable-trigger',
    enable,
    trigger: which === 'named' ? name(node) : null,
    which,
  });
}

function replicaIdentity(node: AlterTableCmd): readonly Subcommand[] {
  if (node.def === undefined || !('ReplicaIdentityStmt' in node.def)) return [];
  const { identity_type: type, name: index = null } = node.def.ReplicaIdentityStmt;
  const to = type === 'i' ? 'index' : type === 'f' ? 'full' : type === 'n' ? 'nothing' : 'default';
  return one(PASS.misc, { kind: 'replica-identity', to, index });
}

/** GENERATED comes as an option whose value is the code of the letter `a` or `d`. */
function setIdentity(node: AlterTableCmd): readonly Subcommand[] {
  const written = items(node);
  const generated = findOption(written, 'generated');
  const always = generated?.arg === undefined ? null : valueText(generated.arg) === '97';
  const rest = (written ?? []).filter(
    (each) => !('DefElem' in each && optionName(each.DefElem) === 'generated'),
  );
  const options: readonly SequenceOption[] = sequenceOptions(rest);
  return one(PASS.misc, { kind: 'set-identity', column: name(node), always, options });
}

function name(node: AlterTableCmd): string {
  return node.name ?? '';
}

function text(node: AlterTableCmd): string {
  return node.def === undefined ? '' : (valueText(node.def) ?? '');
}

function cascades(node: AlterTableCmd): boolean {
  return node.behavior === 'DROP_CASCADE';
}

function items(node: AlterTableCmd): readonly Node[] | undefined {
  return node.def !== undefined && 'List' in node.def ? node.def.List.items : undefined;
}

function range(node: AlterTableCmd): RangeVar | undefined {
  return node.def !== undefined && 'RangeVar' in node.def ? node.def.RangeVar : undefined;
}
