import type { Expression } from '../../postgres/expression';
import type { IndexKey } from '../../postgres/definition';
import type { Session } from '../session';
import { nameKey } from './catalog';
import type { ExtendedStatistics } from './extended-statistics';
import type { Table } from './relation';
import { constraintKey } from './reverse-index';

/** NAMEDATALEN - 1: the bytes of the longest identifier. */
const LONGEST = 63;

/**
 * A name that the server makes up of a table's name, of columns and a label, both parts cut until all fits into 63 bytes.
 * Source: indexcmds.c, makeObjectName.
 */
export function objectNameOf(first: string, second: string | null, label: string): string {
  const room = LONGEST - byteLength(label) - 1 - (second === null ? 0 : 1);
  let firstBytes = byteLength(first);
  let secondBytes = second === null ? 0 : byteLength(second);
  while (firstBytes + secondBytes > room) {
    if (firstBytes > secondBytes) firstBytes -= 1;
    else secondBytes -= 1;
  }
  const parts = [clip(first, firstBytes), ...(second === null ? [] : [clip(second, secondBytes)]), label];
  return parts.join('_');
}

/**
 * A name for a new relation that no relation of the schema has; for the index of a constraint, no constraint either. Source:
 * indexcmds.c, ChooseRelationName.
 */
export function chooseRelationName(
  session: Session,
  schema: string,
  first: string,
  second: string | null,
  label: string,
  forConstraint: boolean,
): string {
  return firstFree(first, second, label, (name) => {
    if (session.catalog.names.has(nameKey(schema, name))) return true;
    return forConstraint && constraintNameTaken(session, schema, name);
  });
}

/** A name for a new constraint that none of the schema has. Source: pg_constraint.c, ChooseConstraintName. */
export function chooseConstraintName(
  session: Session,
  schema: string,
  first: string,
  second: string | null,
  label: string,
): string {
  return firstFree(first, second, label, (name) => constraintNameTaken(session, schema, name));
}

/** A name for a new foreign key; up to 11 of the first column alone. Source: tablecmds.c, ChooseForeignKeyConstraintNameAddition. */
export function chooseForeignKeyName(
  session: Session,
  table: Pick<Table, 'schema' | 'name'>,
  columns: readonly string[],
): string {
  const middle = session.major >= 12 ? joinColumnNames(columns) : (columns[0] ?? '');
  return chooseConstraintName(session, table.schema, table.name, middle, 'fkey');
}

/** A name for new statistics of a table that none of the schema have. Source: statscmds.c, ChooseExtendedStatisticName. */
export function chooseStatisticsName(
  { catalog }: Session,
  { schema, name: table, columns: own }: Pick<Table, 'schema' | 'name' | 'columns'>,
  { columns, expressions = [] }: Pick<ExtendedStatistics, 'columns' | 'expressions'>,
): string {
  // In the order of the table, whatever the order in which they were written.
  const ordered = own.flatMap(({ name }) => (columns.includes(name) ? [name] : []));
  const parts = [...ordered, ...expressions.map(() => 'expr')];
  const taken = new Set(
    [...catalog.relations.values()].flatMap((relation) =>
      relation.schema === schema && 'statistics' in relation
        ? relation.statistics.map(({ name }) => name)
        : [],
    ),
  );
  return firstFree(table, joinColumnNames(parts), 'stat', (name) => taken.has(name));
}

/** The middle part of a name that is made of several columns. Source: indexcmds.c, ChooseIndexNameAddition. */
export function joinColumnNames(columns: readonly string[]): string {
  let joined = '';
  for (const column of columns) {
    joined += joined === '' ? column : `_${column}`;
    if (byteLength(joined) > LONGEST) break;
  }
  return joined;
}

/** The names of an index's columns: those of the table, or what the server calls an expression. Source: ChooseIndexColumnNames. */
export function indexColumnNames(
  keys: readonly IndexKey[],
  include: readonly string[] = [],
): readonly string[] {
  const names: string[] = [];
  for (const original of [...keys.map(keyName), ...include]) {
    let name = original;
    for (let i = 1; names.includes(name); i += 1) name = `${clip(original, LONGEST - String(i).length)}${i}`;
    names.push(name);
  }
  return names;
}

/** An identifier as the server keeps it: cut to 63 bytes. */
export function clipName(name: string): string {
  return clip(name, LONGEST);
}

function firstFree(
  first: string,
  second: string | null,
  label: string,
  taken: (name: string) => boolean,
): string {
  let name = objectNameOf(first, second, label);
  for (let pass = 1; taken(name); pass += 1) name = objectNameOf(first, second, `${label}${pass}`);
  return name;
}

function constraintNameTaken(session: Session, schema: string, name: string): boolean {
  const { constraintNames } = session.catalog;
  if (constraintNames.has(constraintKey(schema, 'check', name))) return true;
  return session.major >= 18 && constraintNames.has(constraintKey(schema, 'not-null', name));
}

function keyName(key: IndexKey): string {
  return key.column ?? (key.expression === null ? null : expressionName(key.expression)) ?? 'expr';
}

/** Source: parse_target.c, FigureColname. Null where the server has no name for it. */
function expressionName(expression: Expression): string | null {
  let node = expression;
  let type: string | null = null;
  for (;;) {
    if (node.kind === 'collate') node = node.arg;
    else if (node.kind === 'cast') {
      type ??= node.type.name;
      node = node.arg;
    } else break;
  }
  switch (node.kind) {
    case 'column':
    case 'special-value':
      return node.name;
    case 'call':
      return node.name.name;
    case 'coalesce':
    case 'array':
    case 'row':
      return node.kind;
    case 'case':
      return type ?? 'case';
    case 'constant':
    case 'and':
    case 'or':
    case 'not':
    case 'is-null':
    case 'operator':
    case 'in-list':
    case 'between':
    case 'subquery':
    case 'opaque':
      return type;
  }
}

/** Bytes in UTF-8. */
function byteLength(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    // Either half of a surrogate pair counts for two of its four bytes.
    else bytes += code >= 0xd800 && code <= 0xdfff ? 2 : 3;
  }
  return bytes;
}

function clip(text: string, bytes: number): string {
  if (byteLength(text) <= bytes) return text;
  let clipped = '';
  let used = 0;
  for (const character of text) {
    used += byteLength(character);
    if (used > bytes) break;
    clipped += character;
  }
  return clipped;
}
