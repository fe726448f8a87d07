import type { A_Expr, Node, SelectStmt } from '@pgsql/types';
import { constantText, identifiers } from './catalog-name';
import { strings } from './names';

/** What a simple SELECT from the system catalogs says. */
export interface LookUpFacts {
  /** pg_class, pg_constraint, information_schema.columns, … */
  readonly catalogs: ReadonlySet<string>;
  /** What columns are equal to. Names that are cast to regclass or regtype are folded as the server folds them. */
  readonly values: ReadonlyMap<string, string>;
}

/** Reads the FROM and WHERE of a look-up; null if some condition cannot be told, so that it may ask for anything. */
export function lookUpFacts(select: SelectStmt): LookUpFacts | null {
  const grouped =
    select.groupClause ?? select.havingClause ?? select.withClause ?? select.larg ?? select.valuesLists;
  if (grouped !== undefined) return null;
  const catalogs = new Set<string>();
  const values = new Map<string, string>();
  const conditions: Node[] = select.whereClause === undefined ? [] : [select.whereClause];
  for (const item of select.fromClause ?? []) if (!readFrom(item, catalogs, conditions)) return null;
  for (let next = conditions.pop(); next !== undefined; next = conditions.pop()) {
    if ('BoolExpr' in next && next.BoolExpr.boolop === 'AND_EXPR')
      conditions.push(...(next.BoolExpr.args ?? []));
    else if (!readCondition(next, values)) return null;
  }
  return { catalogs, values };
}

function readFrom(item: Node, catalogs: Set<string>, conditions: Node[]): boolean {
  const open: Node[] = [item];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if ('RangeVar' in next) {
      const { schemaname: schema, relname = '' } = next.RangeVar;
      if (schema === 'information_schema') catalogs.add(`${schema}.${relname}`);
      else if ((schema === undefined || schema === 'pg_catalog') && relname.startsWith('pg_'))
        catalogs.add(relname);
      else return false;
    } else if ('JoinExpr' in next) {
      const { larg, rarg, quals, jointype } = next.JoinExpr;
      if (jointype !== 'JOIN_INNER' && jointype !== 'JOIN_LEFT') return false;
      for (const side of [larg, rarg]) if (side !== undefined) open.push(side);
      if (quals !== undefined) conditions.push(quals);
    } else {
      return false;
    }
  }
  return true;
}

/** Columns that only narrow down what kind of a thing is meant, or in which of the schemas in use it is. */
const IGNORED: ReadonlySet<string> = new Set([
  'contype',
  'constraint_type',
  'table_type',
  'table_catalog',
  'constraint_catalog',
  'typtype',
  'prokind',
  'routine_type',
  'attnum',
  'attisdropped',
  'tgisinternal',
]);

function readCondition(node: Node, values: Map<string, string>): boolean {
  if ('BoolExpr' in node) {
    const [arg] = node.BoolExpr.args ?? [];
    return node.BoolExpr.boolop === 'NOT_EXPR' && arg !== undefined && IGNORED.has(columnName(arg) ?? '');
  }
  if ('FuncCall' in node) return /^pg_.*_is_visible$/.test(strings(node.FuncCall.funcname).at(-1) ?? '');
  if (!('A_Expr' in node)) return false;
  const { lexpr, rexpr } = node.A_Expr;
  if (lexpr === undefined || rexpr === undefined) return false;
  const column = columnName(lexpr);
  if (column === null)
    return columnName(rexpr) !== null && readComparison(node.A_Expr, columnName(rexpr) ?? '', lexpr, values);
  return readComparison(node.A_Expr, column, rexpr, values);
}

function readComparison(node: A_Expr, column: string, other: Node, values: Map<string, string>): boolean {
  if (IGNORED.has(column)) return true;
  if (strings(node.name).at(-1) !== '=') return false;
  if (columnName(other) !== null || isCurrent(other)) return true;
  if (node.kind === 'AEXPR_OP_ANY') return false;
  const items = 'List' in other ? (other.List.items ?? []) : [other];
  const value = items[0] === undefined ? null : valueOf(items[0]);
  // Several kinds (`relkind IN ('r', 'p')`) are as good as one; several names ask for more than one object.
  if (value === null || (items.length > 1 && column !== 'relkind')) return false;
  if (values.has(column) && values.get(column) !== value) return false;
  values.set(column, value);
  return true;
}

/** A constant; a name cast to regclass or regtype; or `(SELECT oid FROM pg_type WHERE typname = …)`, which is the name. */
function valueOf(node: Node): string | null {
  const text = constantText(node);
  if (text !== null && 'TypeCast' in node) {
    const type = strings(node.TypeCast.typeName?.names).at(-1) ?? '';
    return type === 'regclass' || type === 'regtype' ? identifiers(text).join('.') : text;
  }
  if (text !== null || !('SubLink' in node)) return text;
  const { subselect } = node.SubLink;
  const facts =
    subselect !== undefined && 'SelectStmt' in subselect ? lookUpFacts(subselect.SelectStmt) : null;
  const name = facts?.values.get('typname') ?? facts?.values.get('relname') ?? facts?.values.get('nspname');
  return facts?.values.size === 1 ? (name ?? null) : null;
}

/** `current_schema()`, `current_database()`, `ANY (current_schemas(false))`: where a plain name is looked for anyway. */
function isCurrent(node: Node): boolean {
  if ('SQLValueFunction' in node) return true;
  if ('TypeCast' in node && node.TypeCast.arg !== undefined) return isCurrent(node.TypeCast.arg);
  return 'FuncCall' in node && /^current_/.test(strings(node.FuncCall.funcname).at(-1) ?? '');
}

function columnName(node: Node): string | null {
  if ('TypeCast' in node && node.TypeCast.arg !== undefined) return columnName(node.TypeCast.arg);
  if (!('ColumnRef' in node)) return null;
  return strings(node.ColumnRef.fields).at(-1) ?? null;
}
