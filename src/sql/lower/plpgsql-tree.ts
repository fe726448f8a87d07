/** The fields of one node of the PL/pgSQL tree: what the parser prints has no types of its own. */
export type Fields = Readonly<Record<string, unknown>>;

/** One node: its kind (`PLpgSQL_stmt_if`) and its fields. */
export interface TreeNode {
  readonly kind: string;
  readonly fields: Fields;
}

/** Reads `{ "PLpgSQL_…": { … } }`; null for anything else. */
export function treeNode(value: unknown): TreeNode | null {
  if (!isFields(value)) return null;
  for (const [kind, fields] of Object.entries(value)) return isFields(fields) ? { kind, fields } : null;
  return null;
}

/** The nodes of a field that holds a list; none if it is absent. */
export function nodesIn(fields: Fields, name: string): readonly TreeNode[] {
  const value = fields[name];
  return Array.isArray(value) ? value.flatMap((each) => treeNode(each) ?? []) : [];
}

/** The text of a field that holds an SQL expression or statement; null if it is absent. */
export function sqlIn(fields: Fields, name: string): string | null {
  const node = treeNode(fields[name]);
  const query = node?.fields['query'];
  return typeof query === 'string' ? query : null;
}

/** A field that holds a number. Absent is zero, as the parser leaves zeros out. */
export function numberIn(fields: Fields, name: string): number {
  const value = fields[name];
  return typeof value === 'number' ? value : 0;
}

/** A field that holds a string, or null. */
export function stringIn(fields: Fields, name: string): string | null {
  const value = fields[name];
  return typeof value === 'string' ? value : null;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
