import type { Fields, TreeNode } from './plpgsql-tree';
import type { Node } from '@pgsql/types';
import { nodesIn, sqlIn, stringIn, treeNode } from './plpgsql-tree';
import { withConstants } from './with-constants';

/** The variables of a PL/pgSQL function of which the value is known. */
export interface Variables {
  /** The text that is in a variable, as far as it is known; undefined if nothing is. */
  valueOf(name: string): string | undefined;
  /** Remembers the value that a variable has from here on; undefined if nobody knows it. */
  assign(name: string, value: string | undefined): void;
  /** The same variables with one more, for as long as a loop runs. */
  within(name: string, value: string): Variables;
}

/**
 * The variables that can be known: those that are given a value at most once, by a default or an assignment, or else only by
 * statements that always run, one after the other.
 */
export function variables(body: TreeNode | null, datums: readonly TreeNode[]): Variables {
  const assignments = countsOf(assigned(body, datums));
  const plain = countsOf(assignedInPlace(body));
  const defaulted = countsOf(datums.flatMap(withDefault));
  return scope(new Map(), (name) => {
    const times = assignments.get(name) ?? 0;
    return times === (plain.get(name) ?? 0) || times + (defaulted.get(name) ?? 0) <= 1;
  });
}

function countsOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function scope(values: Map<string, string>, settled: (name: string) => boolean): Variables {
  return {
    valueOf: (name) => values.get(name),
    assign(name, value) {
      if (value === undefined) values.delete(name);
      else if (settled(name)) values.set(name, value);
    },
    within: (name, value) => scope(new Map([...values, [name, value]]), settled),
  };
}

/** The same expression with the values of known variables in the place of their names. */
export function withValues(node: Node, { valueOf }: Pick<Variables, 'valueOf'>): Node {
  return withConstants(node, (inner) => {
    const name = variableIn(inner);
    return name === null ? null : valueOf(name);
  });
}

function variableIn(node: TreeNode): string | null {
  if (node.kind !== 'ColumnRef') return null;
  const [only, ...more] = nodesIn(node.fields, 'fields');
  return only?.kind === 'String' && more.length === 0 ? stringIn(only.fields, 'sval') : null;
}

function withDefault({ fields }: TreeNode): readonly string[] {
  const name = stringIn(fields, 'refname');
  return name !== null && sqlIn(fields, 'default_val') !== null ? [name] : [];
}

/** The name at the left of an assignment; null for a part of a record or an array. */
export function assignedName(sql: string): string | null {
  const [, name] = /^\s*([\p{L}_][\p{L}\p{N}_$]*)\s*:?=/u.exec(sql) ?? [];
  return name === undefined ? null : name.toLowerCase();
}

/** The variables that the statements of the body itself assign to: no branch, loop or handler is around them. */
function assignedInPlace(body: TreeNode | null): readonly string[] {
  if (body === null || body.fields['exceptions'] !== undefined) return [];
  return nodesIn(body.fields, 'body').flatMap((node) =>
    node.kind === 'PLpgSQL_stmt_assign' ? assignment(node) : [],
  );
}

/** The variables that some statement gives a value, each time again. Not recursive: blocks may be nested at will. */
function assigned(body: TreeNode | null, datums: readonly TreeNode[]): readonly string[] {
  const names: string[] = [];
  const open: unknown[] = [body?.fields];
  for (let next = open.pop(); open.length > 0 || next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    for (const [key, value] of Object.entries(next)) {
      if (key === 'PLpgSQL_stmt_assign') names.push(...assignment(treeNode({ [key]: value })));
      else if (key === 'varno' && typeof value === 'number')
        names.push(...nameAt(datums, value), ...nameAt(datums, value));
      else if (key === 'PLpgSQL_row') names.push(...targets(treeNode({ [key]: value })));
      else if (typeof value === 'object') open.push(value);
    }
  }
  return names;
}

function assignment(node: TreeNode | null): readonly string[] {
  const name = node === null ? null : assignedName(sqlIn(node.fields, 'expr') ?? '');
  return name === null ? [] : [name];
}

/** INTO and loops give values that nobody knows: they count twice. */
function targets(node: TreeNode | null): readonly string[] {
  const fields: unknown = node?.fields['fields'];
  if (!Array.isArray(fields)) return [];
  return fields.flatMap((each: Fields) => {
    const name = stringIn(each, 'name');
    return name === null ? [] : [name, name];
  });
}

function nameAt(datums: readonly TreeNode[], varno: number): readonly string[] {
  const name = stringIn(datums[varno]?.fields ?? {}, 'refname');
  return name === null ? [] : [name];
}

/** The declared variables with the SQL of their defaults, in the order in which they are declared. */
export function defaults(
  datums: readonly TreeNode[],
): readonly { name: string; sql: string; line: number }[] {
  return datums.flatMap(({ fields }) => {
    const sql = sqlIn(fields, 'default_val');
    const line = fields['lineno'];
    return sql === null
      ? []
      : [{ name: stringIn(fields, 'refname') ?? '', sql, line: typeof line === 'number' ? line : 0 }];
  });
}

/** The datums of a function. */
export function datumsOf(fields: Fields): readonly TreeNode[] {
  return nodesIn(fields, 'datums');
}
