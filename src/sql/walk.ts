import type { Node } from '@pgsql/types';

/** The name of a kind of parse tree node: `CreateStmt`, `RangeVar`, … */
export type NodeKind = Node extends infer N ? (N extends N ? keyof N : never) : never;

/** The fields of one kind of node. */
export type NodeOf<K extends NodeKind> = Node extends infer N ? (N extends Record<K, infer Fields> ? Fields : never) : never;

/** Fields of a node whose kind is known only by name. Zero, false and empty values are absent. */
export type NodeFields = Readonly<Record<string, unknown>>;

/**
 * Visits every node below a parse tree, parents first and in the order of the text, without recursion: a stranger's SQL may be
 * nested more deeply than the stack. Return `'skip'` to leave out what lies below a node.
 *
 * @param root a node of any kind, or any part of one
 */
export function walk(root: unknown, visit: (kind: string, fields: NodeFields) => 'skip' | undefined | void): void {
  const stack: Entry[] = [{ kind: undefined, value: root }];
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { kind, value } = entry;
    if (kind !== undefined && visit(kind, value as NodeFields) === 'skip') continue;
    pushChildren(stack, kind, value);
  }
}

/** All nodes of one kind below a parse tree, in the order of the text. */
export function collect<K extends NodeKind & string>(root: unknown, kind: K): NodeOf<K>[] {
  const found: NodeOf<K>[] = [];
  walk(root, (each, fields) => {
    if (each === kind) found.push(fields as NodeOf<K>);
  });
  return found;
}

interface Entry {
  readonly kind: string | undefined;
  readonly value: unknown;
}

function pushChildren(stack: Entry[], kind: string | undefined, value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (let index = value.length - 1; index >= 0; index--) stack.push({ kind: undefined, value: value[index] });
    return;
  }
  const entries = Object.entries(value);
  for (let index = entries.length - 1; index >= 0; index--) {
    const [field, child] = entries[index] ?? [];
    if (field === undefined || typeof child !== 'object' || child === null) continue;
    stack.push({ kind: Array.isArray(child) ? undefined : childKind(kind, field), value: child });
  }
}

function childKind(parent: string | undefined, field: string): string | undefined {
  const first = field.charCodeAt(0);
  // A wrapped node is an object with one key, its kind in capitals; every field begins with a small letter.
  if (first >= 65 && first <= 90) return field;
  return BARE_FIELDS[`${parent ?? ''}.${field}`] ?? BARE_FIELDS[field];
}

/** Fields that hold a node without the wrapper that names its kind. Where the name alone does not tell, the parent's kind precedes it. */
export const BARE_FIELDS: Readonly<Record<string, string>> = {
  action: 'GrantStmt',
  alias: 'Alias',
  'JsonObjectAgg.arg': 'JsonKeyValue',
  'JsonArrayAgg.arg': 'JsonValueExpr',
  argType: 'TypeName',
  authrole: 'RoleSpec',
  base: 'CreateStmt',
  boolval: 'Boolean',
  bound: 'PartitionBoundSpec',
  bsval: 'BitString',
  collClause: 'CollateClause',
  constrrel: 'RangeVar',
  constructor: 'JsonAggConstructor',
  context_item: 'JsonValueExpr',
  cycle_clause: 'CTECycleClause',
  datatype: 'TypeName',
  eref: 'Alias',
  'JsonParseExpr.expr': 'JsonValueExpr',
  'JsonSerializeExpr.expr': 'JsonValueExpr',
  extname: 'String',
  format: 'JsonFormat',
  fromsql: 'ObjectWithArgs',
  'AlterFunctionStmt.func': 'ObjectWithArgs',
  'CreateCastStmt.func': 'ObjectWithArgs',
  funccall: 'FuncCall',
  'CallStmt.funcexpr': 'FuncExpr',
  fval: 'Float',
  grantor: 'RoleSpec',
  identitySequence: 'RangeVar',
  infer: 'InferClause',
  into: 'IntoClause',
  intoClause: 'IntoClause',
  ival: 'Integer',
  join_using_alias: 'Alias',
  jointree: 'FromExpr',
  'SelectStmt.larg': 'SelectStmt',
  'PartitionCmd.name': 'RangeVar',
  'CreateOpClassItem.name': 'ObjectWithArgs',
  newowner: 'RoleSpec',
  newrole: 'RoleSpec',
  ofTypename: 'TypeName',
  onConflict: 'OnConflictExpr',
  onConflictClause: 'OnConflictClause',
  on_empty: 'JsonBehavior',
  on_error: 'JsonBehavior',
  opername: 'ObjectWithArgs',
  output: 'JsonOutput',
  over: 'WindowDef',
  owner: 'RoleSpec',
  partbound: 'PartitionBoundSpec',
  partspec: 'PartitionSpec',
  path: 'JsonTablePath',
  'JsonTable.pathspec': 'JsonTablePathSpec',
  'JsonTableColumn.pathspec': 'JsonTablePathSpec',
  pktable: 'RangeVar',
  pubtable: 'PublicationTable',
  'SelectStmt.rarg': 'SelectStmt',
  rel: 'RangeVar',
  'TableLikeClause.relation': 'RangeVar',
  'InsertStmt.relation': 'RangeVar',
  'DeleteStmt.relation': 'RangeVar',
  'UpdateStmt.relation': 'RangeVar',
  'MergeStmt.relation': 'RangeVar',
  'AlterTableStmt.relation': 'RangeVar',
  'CopyStmt.relation': 'RangeVar',
  'CreateStmt.relation': 'RangeVar',
  'CreateTrigStmt.relation': 'RangeVar',
  'IndexStmt.relation': 'RangeVar',
  'RenameStmt.relation': 'RangeVar',
  'AlterObjectDependsStmt.relation': 'RangeVar',
  'AlterObjectSchemaStmt.relation': 'RangeVar',
  'AlterOwnerStmt.relation': 'RangeVar',
  'RuleStmt.relation': 'RangeVar',
  'ClusterStmt.relation': 'RangeVar',
  'VacuumRelation.relation': 'RangeVar',
  'RefreshMatViewStmt.relation': 'RangeVar',
  'ReindexStmt.relation': 'RangeVar',
  'PublicationTable.relation': 'RangeVar',
  returnType: 'TypeName',
  returning: 'JsonReturning',
  returningClause: 'ReturningClause',
  role: 'RoleSpec',
  search_clause: 'CTESearchClause',
  sequence: 'RangeVar',
  setstmt: 'VariableSetStmt',
  sourcetype: 'TypeName',
  storedtype: 'TypeName',
  'RangeTblEntry.subquery': 'Query',
  sval: 'String',
  table: 'RangeVar',
  tablefunc: 'TableFunc',
  tablesample: 'TableSampleClause',
  targettype: 'TypeName',
  tosql: 'ObjectWithArgs',
  typeName: 'TypeName',
  type_name: 'TypeName',
  typevar: 'RangeVar',
  user: 'RoleSpec',
  'JsonArgument.val': 'JsonValueExpr',
  'PLAssignStmt.val': 'SelectStmt',
  'JsonKeyValue.value': 'JsonValueExpr',
  view: 'RangeVar',
  viewQuery: 'Query',
  withClause: 'WithClause',
};
