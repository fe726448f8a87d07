import type { Node } from '@pgsql/types';
import type { Expression } from '../../postgres/expression';
import type { NodeFields } from '../walk';
import { collect, walk } from '../walk';
import { constant } from './constant';
import type { Lowering } from './lowering';
import { MAX_DEPTH } from './lowering';
import { relationName, strings, systemName } from './names';
import { expression } from './expression';
import { noteCall, noteKind } from './needs-of-expressions';
import { subquery } from './query';

/** Kinds of nodes that `expression` takes apart. */
const READABLE: ReadonlySet<string> = new Set([
  'A_Const',
  'A_Expr',
  'BoolExpr',
  'BooleanTest',
  'CaseExpr',
  'CoalesceExpr',
  'CollateClause',
  'ColumnRef',
  'FuncCall',
  'MinMaxExpr',
  'NullTest',
  'SQLValueFunction',
  'SubLink',
  'TypeCast',
]);

/** What a node that nobody takes apart has inside: the outermost expressions below it. */
export function mentions(node: Node, lowering: Lowering): readonly Expression[] {
  if (lowering.nesting.depth >= MAX_DEPTH) return flatMentions(node, lowering);
  const found: Expression[] = [];
  walk(node, (kind, fields) => {
    if (kind === 'TypeName') return 'skip';
    if (kind === 'SelectStmt') {
      found.push({ kind: 'subquery', reads: subquery(asNode(kind, fields), lowering), args: [] });
      return 'skip';
    }
    if (!READABLE.has(kind)) return noteKind(kind, lowering);
    found.push(expression(asNode(kind, fields), lowering));
    return 'skip';
  });
  return found;
}

/** The same without recursion, for what lies too deep: columns, constants, calls and relations, each by itself. */
function flatMentions(node: Node, lowering: Lowering): readonly Expression[] {
  const found: Expression[] = [];
  const withNames = new Set(collect(node, 'CommonTableExpr').map((each) => each.ctename));
  walk(node, (kind, fields) => {
    const each = asNode(kind, fields);
    if ('ColumnRef' in each) {
      const parts = strings(each.ColumnRef.fields);
      found.push({ kind: 'column', relation: parts.at(-2) ?? null, name: parts.at(-1) ?? '*' });
    } else if ('A_Const' in each) {
      found.push(constant(each.A_Const));
    } else if ('FuncCall' in each) {
      const name = systemName(each.FuncCall.funcname);
      noteCall(name, lowering);
      lowering.query?.addCall({ name, args: [] });
      found.push({ kind: 'call', name, args: [] });
    } else if (
      'RangeVar' in each &&
      !(each.RangeVar.schemaname === undefined && withNames.has(each.RangeVar.relname))
    ) {
      const relation = relationName(each.RangeVar);
      lowering.query?.addRead({
        relation,
        locking: 'none',
        skipLocked: false,
        only: false,
        unbounded: false,
      });
      found.push({ kind: 'subquery', reads: [relation], args: [] });
    }
  });
  return found;
}

/** The walk gives the kind of a node and its fields apart; a node has them together. */
function asNode(kind: string, fields: NodeFields): Node {
  return { [kind]: fields } as unknown as Node;
}
