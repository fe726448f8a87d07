import type { ColumnRef, Node, RangeVar, SelectStmt } from '@pgsql/types';
import type { RelationName } from '../../postgres/name';
import type { ColumnUse, Query } from '../../postgres/query';
import type { NodeFields } from '../walk';
import { collect, walk } from '../walk';
import { MAX_DEPTH } from './lowering';
import { relationName, strings } from './names';

/** What stands in FROM under a name; null: its columns are not those of one relation. */
interface Source {
  readonly alias: string;
  readonly relation: RelationName | null;
}

/** The sources of one SELECT, and those of the SELECTs around it. */
interface Scope {
  readonly sources: readonly Source[];
  /** USING and NATURAL make one column of two: `*` is not the columns of the sources one after the other. */
  readonly merged: boolean;
  readonly withNames: ReadonlySet<string>;
  readonly around: Scope | null;
  readonly depth: number;
}

/** The columns that a query mentions, each with the relations that may have it, and what `*` stands for in its result. */
export function columnUses(query: Node): Required<Pick<Query, 'uses' | 'stars'>> {
  const uses = new Uses();
  const stars = 'SelectStmt' in query ? select(query.SelectStmt, null, uses) : [];
  return { uses: uses.all, stars };
}

class Uses {
  readonly all: ColumnUse[] = [];
  readonly #seen = new Set<string>();

  add(use: ColumnUse): void {
    const key = JSON.stringify(use);
    if (!this.#seen.has(key)) this.all.push(use);
    this.#seen.add(key);
  }
}

/** Reads one SELECT and gives what each `*` of its result stands for. */
function select(node: SelectStmt, around: Scope | null, uses: Uses): Query['stars'] & {} {
  const depth = (around?.depth ?? 0) + 1;
  if (depth > MAX_DEPTH) return [null];
  const withNames = new Set(around?.withNames);
  for (const each of node.withClause?.ctes ?? []) {
    if (!('CommonTableExpr' in each)) continue;
    const { ctename = '', ctequery } = each.CommonTableExpr;
    if (node.withClause?.recursive === true) withNames.add(ctename);
    inside(ctequery, { sources: [], merged: false, withNames, around, depth }, uses);
    withNames.add(ctename);
  }
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
    if (kind !== 'ColumnRef') return undefined;
    add(fields, scope, uses);
    return 'skip';
  });
}

function add({ fields = [] }: ColumnRef, scope: Scope, uses: Uses): void {
  const parts = strings(fields);
  const isStar = fields.some((each) => 'A_Star' in each);
  const qualifier = isStar ? parts.at(-1) : parts.at(-2);
  if (qualifier === undefined) {
    if (isStar) uses.add({ column: null, scopes: [levelOf(scope)] });
    else addName(parts[0] ?? '', scope, uses);
    return;
  }
  for (let level: Scope | null = scope; level !== null; level = level.around) {
    const source = level.sources.find(({ alias }) => alias === qualifier);
    if (source === undefined) continue;
    const { relation } = source;
    if (relation !== null)
      uses.add({
        column: isStar ? null : (parts.at(-1) ?? ''),
        scopes: [{ relations: [relation], open: false }],
      });
    return;
  }
}

/** A name without qualifier: a column of something in scope, or the row of a source of that name. */
function addName(name: string, scope: Scope, uses: Uses): void {
  const scopes: ColumnUse['scopes'][number][] = [];
  for (let level: Scope | null = scope; level !== null; level = level.around) {
    scopes.push(levelOf(level));
    const row = level.sources.find(({ alias }) => alias === name)?.relation;
    if (row !== null && row !== undefined)
      uses.add({ column: null, scopes: [{ relations: [row], open: false }] });
  }
  uses.add({ column: name, scopes });
}

function levelOf({ sources }: Scope): ColumnUse['scopes'][number] {
  const relations = sources.flatMap(({ relation }) => (relation === null ? [] : [relation]));
  return { relations, open: relations.length < sources.length };
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

function sourcesOf(node: Node, withNames: ReadonlySet<string>): readonly Source[] {
  const sources: Source[] = [];
  walk(node, (kind, fields) => {
    if (kind === 'JoinExpr' || kind === 'RangeTableSample') return undefined;
    sources.push(sourceOf(kind, fields, withNames));
    return 'skip';
  });
  return sources.filter(({ alias }) => alias !== NOTHING);
}

const NOTHING = '\u0000';

function sourceOf(kind: string, fields: NodeFields, withNames: ReadonlySet<string>): Source {
  const { alias } = fields as {
    readonly alias?: { readonly aliasname?: string; readonly colnames?: unknown };
  };
  if (kind === 'RangeVar') {
    const range = fields as unknown as RangeVar;
    const name = relationName(range);
    const plain = alias?.colnames === undefined && !(name.schema === null && withNames.has(name.name));
    return { alias: alias?.aliasname ?? name.name, relation: plain ? name : null };
  }
  if (kind.startsWith('Range') || kind === 'JsonTable' || kind === 'XmlTable')
    return { alias: alias?.aliasname ?? '', relation: null };
  return { alias: NOTHING, relation: null };
}

function collectJoins(nodes: readonly Node[]): readonly { usingClause?: Node[]; isNatural?: boolean }[] {
  return nodes.flatMap((node) => ('JoinExpr' in node ? collect(node, 'JoinExpr') : []));
}
