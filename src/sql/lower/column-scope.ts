import type { ColumnRef, Node, RangeVar } from '@pgsql/types';
import type { RelationName } from '../../postgres/name';
import type { ColumnUse } from '../../postgres/query';
import type { NodeFields } from '../walk';
import { walk } from '../walk';
import { relationName, strings } from './names';

/** What stands in FROM under a name; null: its columns are not those of one relation. */
export interface Source {
  readonly alias: string;
  readonly relation: RelationName | null;
}

/** The sources of one SELECT, and those of the SELECTs around it. */
export interface Scope {
  readonly sources: readonly Source[];
  /** USING and NATURAL make one column of two: `*` is not the columns of the sources one after the other. */
  readonly merged: boolean;
  readonly withNames: ReadonlySet<string>;
  readonly around: Scope | null;
  readonly depth: number;
}

export const NOWHERE: Scope = { sources: [], merged: false, withNames: new Set(), around: null, depth: 0 };

/** The columns that were found, each once. */
export class Uses {
  readonly all: ColumnUse[] = [];
  readonly #seen = new Set<string>();

  add(use: ColumnUse): void {
    const key = JSON.stringify(use);
    if (!this.#seen.has(key)) this.all.push(use);
    this.#seen.add(key);
  }
}

/** A column that a statement writes. */
export function addTo(relation: RangeVar | undefined, column: string | number, uses: Uses): void {
  if (relation !== undefined)
    uses.add({ column, scopes: [{ relations: [relationName(relation)], open: false }] });
}

/** A reference to a column, or to all of something. */
export function add({ fields = [] }: ColumnRef, scope: Scope, uses: Uses): void {
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
export function addName(name: string, scope: Scope, uses: Uses): void {
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

/** What stands in FROM. */
export function sourcesOf(node: Node, withNames: ReadonlySet<string>): readonly Source[] {
  const sources: Source[] = [];
  walk(node, (kind, fields) => {
    if (kind === 'JoinExpr' || kind === 'RangeTableSample') return undefined;
    sources.push(sourceOf(kind, fields, withNames));
    return 'skip';
  });
  return sources.filter(({ alias }) => alias !== NOTHING);
}

const NOTHING = '\u0000';

export function sourceOf(kind: string, fields: NodeFields, withNames: ReadonlySet<string>): Source {
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
