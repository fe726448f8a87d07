import type { CaseExpr, ColumnRef, FuncCall, Node, SubLink } from '@pgsql/types';
import type { Expression } from '../../postgres/expression';
import { constant } from './constant';
import type { Lowering } from './lowering';
import { MAX_DEPTH } from './lowering';
import { mentions } from './mentions';
import { systemName, strings } from './names';
import { noteCall } from './needs-of-expressions';
import { operatorExpression } from './operator-expression';
import { subquery } from './query';
import { typeName } from './type-name';

/**
 * An expression of the parse tree in our own words. What it calls and what its subqueries read is noted with the query that
 * `lowering` stands in. Trees deeper than `MAX_DEPTH` end in an `opaque` part that still says what they mention.
 */
export function expression(node: Node, lowering: Lowering): Expression {
  const { nesting } = lowering;
  if (nesting.depth >= MAX_DEPTH) return opaque('too deep', mentions(node, lowering));
  nesting.depth += 1;
  const lowered = known(node, lowering);
  nesting.depth -= 1;
  return lowered;
}

/** The expressions of a list. */
export function expressions(nodes: readonly Node[] | undefined, lowering: Lowering): readonly Expression[] {
  return nodes === undefined ? [] : nodes.map((node) => expression(node, lowering));
}

/** An expression that may be missing. */
export function optionalExpression(node: Node | undefined, lowering: Lowering): Expression | null {
  return node === undefined ? null : expression(node, lowering);
}

function known(node: Node, lowering: Lowering): Expression {
  const all = (nodes: readonly Node[] | undefined): readonly Expression[] => expressions(nodes, lowering);
  if ('A_Const' in node) return constant(node.A_Const);
  if ('ColumnRef' in node) return column(node.ColumnRef);
  if ('FuncCall' in node) return call(node.FuncCall, lowering);
  if ('TypeCast' in node) {
    return {
      kind: 'cast',
      arg: orNull(node.TypeCast.arg, lowering),
      type: typeName(node.TypeCast.typeName, lowering),
    };
  }
  if ('A_Expr' in node) return operatorExpression(node.A_Expr, lowering);
  if ('BoolExpr' in node) {
    const args = all(node.BoolExpr.args);
    if (node.BoolExpr.boolop === 'NOT_EXPR') return { kind: 'not', arg: args[0] ?? opaque('NOT', []) };
    return { kind: node.BoolExpr.boolop === 'OR_EXPR' ? 'or' : 'and', args };
  }
  if ('NullTest' in node) {
    return {
      kind: 'is-null',
      arg: orNull(node.NullTest.arg, lowering),
      negated: node.NullTest.nulltesttype === 'IS_NOT_NULL',
    };
  }
  if ('SubLink' in node) return subLink(node.SubLink, lowering);
  if ('CaseExpr' in node) return { kind: 'case', args: partsOfCase(node.CaseExpr, lowering) };
  if ('CoalesceExpr' in node) return { kind: 'coalesce', args: all(node.CoalesceExpr.args) };
  if ('A_ArrayExpr' in node) return { kind: 'array', args: all(node.A_ArrayExpr.elements) };
  if ('RowExpr' in node) return { kind: 'row', args: all(node.RowExpr.args) };
  if ('List' in node) return { kind: 'row', args: all(node.List.items) };
  if ('CollateClause' in node) {
    const { arg, collname } = node.CollateClause;
    const collation = systemName(collname);
    lowering.query?.addCollation(collation);
    return { kind: 'collate', arg: orNull(arg, lowering), collation };
  }
  if ('SQLValueFunction' in node) {
    return {
      kind: 'special-value',
      name: (node.SQLValueFunction.op ?? '').replace(/^SVFOP_|_N$/g, '').toLowerCase(),
    };
  }
  if ('MinMaxExpr' in node) {
    const name = node.MinMaxExpr.op === 'IS_LEAST' ? 'least' : 'greatest';
    return { kind: 'call', name: { schema: null, name }, args: all(node.MinMaxExpr.args) };
  }
  if ('NamedArgExpr' in node && node.NamedArgExpr.arg !== undefined)
    return expression(node.NamedArgExpr.arg, lowering);
  if ('BooleanTest' in node) {
    return opaque((node.BooleanTest.booltesttype ?? '').replaceAll('_', ' '), [
      orNull(node.BooleanTest.arg, lowering),
    ]);
  }
  if ('ParamRef' in node) return opaque(`$${node.ParamRef.number ?? 0}`, []);
  if ('SetToDefault' in node) return opaque('DEFAULT', []);
  return opaque(Object.keys(node)[0] ?? '', mentions(node, lowering));
}

/** The columns `old` and `new` of RETURNING look like any other column: they cannot be told from a table's alias. */
function column({ fields = [] }: ColumnRef): Expression {
  const last = fields.at(-1);
  if (last === undefined || !('String' in last)) return opaque('*', []);
  const parts = strings(fields);
  return { kind: 'column', relation: parts.at(-2) ?? null, name: parts.at(-1) ?? '' };
}

function call(node: FuncCall, lowering: Lowering): Expression {
  const name = systemName(node.funcname);
  const args = expressions(node.args, lowering);
  noteCall(name, lowering);
  lowering.query?.addCall({ name, args });
  const lowered: Expression = { kind: 'call', name, args };
  const rest = [
    node.agg_filter,
    ...(node.agg_order ?? []),
    node.over === undefined ? undefined : { WindowDef: node.over },
  ];
  const beside = rest.flatMap((each) => (each === undefined ? [] : mentions(each, lowering)));
  return beside.length === 0 ? lowered : opaque('FuncCall', [lowered, ...beside]);
}

function subLink(node: SubLink, lowering: Lowering): Expression {
  const args = node.testexpr === undefined ? [] : [expression(node.testexpr, lowering)];
  return {
    kind: 'subquery',
    reads: node.subselect === undefined ? [] : subquery(node.subselect, lowering),
    args,
  };
}

function partsOfCase(node: CaseExpr, lowering: Lowering): readonly Expression[] {
  const whens = (node.args ?? []).flatMap((each) =>
    'CaseWhen' in each ? [each.CaseWhen.expr, each.CaseWhen.result] : [],
  );
  return [node.arg, ...whens, node.defresult].flatMap((part) =>
    part === undefined ? [] : [expression(part, lowering)],
  );
}

function orNull(node: Node | undefined, lowering: Lowering): Expression {
  return node === undefined ? opaque('', []) : expression(node, lowering);
}

function opaque(text: string, args: readonly Expression[]): Expression {
  return { kind: 'opaque', text, args };
}
