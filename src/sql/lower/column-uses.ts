import type { InsertStmt, MergeStmt, Node, RangeVar, SelectStmt, WithClause } from '@pgsql/types';
import type { RelationName } from '../../postgres/name';
import type { Query } from '../../postgres/query';
import { collect, walk } from '../walk';
import type { Scope } from './column-scope';
import { add, addName, addTo, NOWHERE, sourceOf, sourcesOf, Uses } from './column-scope';
import { MAX_DEPTH } from './lowering';
import { strings } from './names';

/** The columns that a query mentions, each with the relations that may have it, and what `*` stands for in its result. */
export function columnUses(query: Node): Required<Pick<Query, 'uses' | 'stars'>> {
  const uses = new Uses();
  const stars = 'SelectStmt' in query ? select(query.SelectStmt, null, uses) : [];
  if (stars.length === 0) write(query, NOWHERE, uses);
  return { uses: uses.all, stars };
}

/** INSERT, UPDATE, DELETE and MERGE: the columns that they write are used, too. */
function write(query: Node, around: Scope, uses: Uses): void {
  if (around.depth > MAX_DEPTH) return undefined;
  if ('InsertStmt' in query) return insert(query.InsertStmt, around, uses);
  if ('UpdateStmt' in query) {
    const {
      relation,
      targetList,
      fromClause = [],
      whereClause,
      returningClause,
      withClause,
    } = query.UpdateStmt;
    const scope = writing(relation, fromClause, withClause, around, uses);
    for (const name of written(targetList)) addTo(relation, name, uses);
    return parts(
      [...fromClause, ...(targetList ?? []), whereClause, ...(returningClause?.exprs ?? [])],
      scope,
      uses,
    );
  }
  if ('DeleteStmt' in query) {
    const { relation, usingClause = [], whereClause, returningClause, withClause } = query.DeleteStmt;
    const scope = writing(relation, usingClause, withClause, around, uses);
    return parts([...usingClause, whereClause, ...(returningClause?.exprs ?? [])], scope, uses);
  }
  if ('MergeStmt' in query) merge(query.MergeStmt, around, uses);
}

function insert(node: InsertStmt, around: Scope, uses: Uses): void {
  const { relation, cols, selectStmt, onConflictClause: conflict, returningClause, withClause } = node;
  const scope = writing(relation, [], withClause, around, uses);
  for (const name of written(cols)) addTo(relation, name, uses);
  if (selectStmt !== undefined && 'SelectStmt' in selectStmt) {
    const { valuesLists = [], targetList = [] } = selectStmt.SelectStmt;
    const [first] = valuesLists;
    const count =
      first !== undefined && 'List' in first ? (first.List.items?.length ?? 0) : targetList.length;
    if (cols === undefined) for (let at = 1; at <= count; at += 1) addTo(relation, at, uses);
    inside(selectStmt, { ...scope, sources: [] }, uses);
  }
  for (const name of written(conflict?.targetList)) addTo(relation, name, uses);
  const { indexElems = [], whereClause } = conflict?.infer ?? {};
  for (const each of indexElems) {
    if ('IndexElem' in each && each.IndexElem.name !== undefined) addTo(relation, each.IndexElem.name, uses);
  }
  const rest = [...indexElems, whereClause, ...(conflict?.targetList ?? []), conflict?.whereClause];
  parts([...rest, ...(returningClause?.exprs ?? [])], scope, uses);
}

function merge(node: MergeStmt, around: Scope, uses: Uses): void {
  const {
    relation,
    sourceRelation,
    joinCondition,
    mergeWhenClauses = [],
    returningClause,
    withClause,
  } = node;
  const sources = sourceRelation === undefined ? [] : [sourceRelation];
  const scope = writing(relation, sources, withClause, around, uses);
  for (const each of mergeWhenClauses) {
    if (!('MergeWhenClause' in each)) continue;
    for (const name of written(each.MergeWhenClause.targetList)) addTo(relation, name, uses);
  }
  parts([...sources, joinCondition, ...mergeWhenClauses, ...(returningClause?.exprs ?? [])], scope, uses);
}

/** What a statement that writes has in scope: the table that it writes, and what stands in FROM or USING. */
function writing(
  relation: RangeVar | undefined,
  from: readonly Node[],
  withClause: WithClause | undefined,
  around: Scope,
  uses: Uses,
): Scope {
  const withNames = commonTables(withClause, around, uses);
  const target = relation === undefined ? [] : [sourceOf('RangeVar', { ...relation }, new Set())];
  const sources = [...target, ...from.flatMap((each) => sourcesOf(each, withNames))];
  return { sources, merged: false, withNames, around, depth: around.depth + 1 };
}

/** The names that WITH gives, what stands behind them read. */
function commonTables(clause: WithClause | undefined, around: Scope | null, uses: Uses): ReadonlySet<string> {
  const withNames = new Set(around?.withNames);
  const depth = (around?.depth ?? 0) + 1;
  for (const each of clause?.ctes ?? []) {
    if (!('CommonTableExpr' in each)) continue;
    const { ctename = '', ctequery } = each.CommonTableExpr;
    if (clause?.recursive === true) withNames.add(ctename);
    inside(ctequery, { sources: [], merged: false, withNames, around, depth }, uses);
    withNames.add(ctename);
  }
  return withNames;
}

function written(targets: readonly Node[] | undefined): readonly string[] {
  return (targets ?? []).flatMap((each) =>
    'ResTarget' in each && each.ResTarget.name !== undefined ? [each.ResTarget.name] : [],
  );
}

function parts(nodes: readonly (Node | undefined)[], scope: Scope, uses: Uses): void {
  for (const node of nodes) inside(node, scope, uses);
}

/** Reads one SELECT and gives what each `*` of its result stands for. */
function select(node: SelectStmt, around: Scope | null, uses: Uses): Query['stars'] & {} {
  const depth = (around?.depth ?? 0) + 1;
  if (depth > MAX_DEPTH) return [null];
  const withNames = commonTables(node.withClause, around, uses);
  const outer: Scope = { sources: [], merged: false, withNames, around, depth };
  if (node.larg !== undefined && node.rarg !== undefined) {
    const stars = select(node.larg, outer, uses);
    select(node.rarg, outer, uses);
    return stars;
  }
  const from = node.fromClause ?? [];
  const joins = collectJoins(from);
  const scope: Scope = {
    sources: from.flatMap((each) => sourcesOf(each, withNames)),
    merged: joins.some(({ usingClause, isNatural }) => usingClause !== undefined || isNatural === true),
    withNames,
    around,
    depth,
  };
  for (const { usingClause } of joins) for (const name of strings(usingClause)) addName(name, scope, uses);
  const {
    targetList = [],
    whereClause,
    groupClause = [],
    havingClause,
    windowClause = [],
    sortClause = [],
  } = node;
  const labels = new Set(
    targetList.flatMap((each) => ('ResTarget' in each ? [each.ResTarget.name ?? ''] : [])),
  );
  const sorted = sortClause.filter((each) => !isLabel(each, labels));
  for (const part of [
    ...from,
    ...targetList,
    whereClause,
    ...groupClause,
    havingClause,
    ...windowClause,
    ...sorted,
  ])
    inside(part, scope, uses);
  return targetList.flatMap((each) => starOf(each, scope));
}

/** Everything below a node, in the scope of the SELECT that it stands in. */
function inside(node: Node | undefined, scope: Scope, uses: Uses): void {
  walk(node, (kind, fields) => {
    if (kind === 'SelectStmt') {
      select(fields, scope, uses);
      return 'skip';
    }
    if (kind.endsWith('Stmt')) {
      write({ [kind]: fields } as unknown as Node, scope, uses);
      return 'skip';
    }
    if (kind !== 'ColumnRef') return undefined;
    add(fields, scope, uses);
    return 'skip';
  });
}

function starOf(target: Node, scope: Scope): readonly (readonly RelationName[] | null)[] {
  const value = 'ResTarget' in target ? target.ResTarget.val : undefined;
  if (value === undefined || !('ColumnRef' in value)) return [];
  const { fields = [] } = value.ColumnRef;
  if (!fields.some((each) => 'A_Star' in each)) return [];
  const alias = strings(fields).at(-1);
  const meant = alias === undefined ? scope.sources : scope.sources.filter((each) => each.alias === alias);
  const relations = meant.flatMap(({ relation }) => (relation === null ? [] : [relation]));
  const known = relations.length === meant.length && (alias !== undefined || !scope.merged);
  return [known ? relations : null];
}

/** ORDER BY of a column of the result. */
function isLabel(node: Node, labels: ReadonlySet<string>): boolean {
  const by = 'SortBy' in node ? node.SortBy.node : undefined;
  const parts = by !== undefined && 'ColumnRef' in by ? strings(by.ColumnRef.fields) : [];
  return parts.length === 1 && labels.has(parts[0] ?? '');
}

function collectJoins(nodes: readonly Node[]): readonly { usingClause?: Node[]; isNatural?: boolean }[] {
  return nodes.flatMap((node) => ('JoinExpr' in node ? collect(node, 'JoinExpr') : []));
}
