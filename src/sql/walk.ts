import type { Node } from '@pgsql/types';

/** The name of a kind of parse tree node: `CreateStmt`, `RangeVar`, … */
export type NodeKind = Node extends infer N ? (N extends N ? keyof N : never) : never;

/** The fields of one kind of node. */
export type NodeOf<K extends NodeKind> = Node extends infer N
  ? N extends Record<K, infer Fields>
    ? Fields
    : never
  : never;

/** Fields of a node whose kind is known only by name. Zero, false and empty values are absent. */
export type NodeFields = Readonly<Record<string, unknown>>;

/**
 * Visits every node below a parse tree, parents first and in the order of the text, without recursion: a stranger's SQL may be
 * nested more deeply than the stack. Return `'skip'` to leave out what lies below a node.
 *
 * @param root a node of any kind, or any part of one
 */
export function walk(
  root: unknown,
  visit: (kind: string, fields: NodeFields) => 'skip' | undefined | void,
): void {
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
    if (each === kind) found.push(fields as unknown as NodeOf<K>);
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
    for (let index = value.length - 1; index >= 0; index--)
      stack.push({ kind: undefined, value: value[index] });
    return;
  }
  const entries = Object.entries(value);
  for (let index = entries.length - 1; index >= 0; index--) {
    const [field, child] = entries[index] ?? [];
    if (field === undefined || typeof child !== 'object' || child === null) continue;
    stack.push({ kind: childKind(kind, field, child), value: child });
  }
}

/** The kind of a child, or nothing if the kind is to be read from the child itself (a list, or the wrapper of a node). */
function childKind(parent: string | undefined, field: string, child: object): string | undefined {
  if (isKindName(field)) return field;
  if (Array.isArray(child)) return undefined;
  for (const key in child) {
    if (isKindName(key)) return undefined;
    break;
  }
  return BARE_FIELDS[field] ?? BARE_FIELDS[`${parent ?? ''}.${field}`];
}

/** The name of a node's kind begins with a capital letter, that of a field never does. */
function isKindName(key: string): boolean {
  const first = key.charCodeAt(0);
  return first >= 65 && first <= 90;
}

/** Fields that hold a node without the wrapper that names its kind. Where the name does not tell, the parent's kind precedes it. */
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
  expr: 'JsonValueExpr',
  extname: 'String',
  format: 'JsonFormat',
  fromsql: 'ObjectWithArgs',
  func: 'ObjectWithArgs',
  funccall: 'FuncCall',
  fval: 'Float',
  grantor: 'RoleSpec',
  identitySequence: 'RangeVar',
  infer: 'InferClause',
  into: 'IntoClause',
  intoClause: 'IntoClause',
  ival: 'Integer',
  join_using_alias: 'Alias',
  larg: 'SelectStmt',
  'PartitionCmd.name': 'RangeVar',
  'CreateOpClassItem.name': 'ObjectWithArgs',
  newowner: 'RoleSpec',
  newrole: 'RoleSpec',
  ofTypename: 'TypeName',
  onConflictClause: 'OnConflictClause',
  on_empty: 'JsonBehavior',
  on_error: 'JsonBehavior',
  opername: 'ObjectWithArgs',
  output: 'JsonOutput',
  over: 'WindowDef',
  owner: 'RoleSpec',
  partbound: 'PartitionBoundSpec',
  partspec: 'PartitionSpec',
  pathspec: 'JsonTablePathSpec',
  pktable: 'RangeVar',
  pubtable: 'PublicationTable',
  rarg: 'SelectStmt',
  rel: 'RangeVar',
  relation: 'RangeVar',
  returnType: 'TypeName',
  returning: 'JsonReturning',
  returningClause: 'ReturningClause',
  role: 'RoleSpec',
  search_clause: 'CTESearchClause',
  sequence: 'RangeVar',
  setstmt: 'VariableSetStmt',
  sourcetype: 'TypeName',
  storedtype: 'TypeName',
  sval: 'String',
  table: 'RangeVar',
  targettype: 'TypeName',
  tosql: 'ObjectWithArgs',
  typeName: 'TypeName',
  type_name: 'TypeName',
  typevar: 'RangeVar',
  user: 'RoleSpec',
  'JsonArgument.val': 'JsonValueExpr',
  'PLAssignStmt.val': 'SelectStmt',
  value: 'JsonValueExpr',
  view: 'RangeVar',
  withClause: 'WithClause',
};
