import { columnOf, isTable } from '../analysis/catalog/find';
import type { Catalog, UserFunction } from '../analysis/catalog/catalog';
import type { Table } from '../analysis/catalog/relation';
import { relationOf } from '../analysis/catalog/resolve';
import type { Session } from '../analysis/session';
import type { BodyStatement } from '../postgres/body';
import type { Operation } from '../postgres/operation';
import type { ObjectName } from '../postgres/name';

/** The functions whose text names a table, or a column of it: the server does not look into text until it runs. */
export function functionsNaming(
  session: Session,
  table: Table,
  column: string | null,
): readonly UserFunction[] {
  // Reading a body is dear, and most name neither.
  const sought = (column ?? table.name).toLowerCase();
  return everyFunction(session.catalog)
    .filter((known) => lowerSource(known).includes(sought))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .filter((known) => {
      if (known.source === null || isAtomic(known)) return false;
      const statements = sqlOf(known.body.statements);
      if (statements.some(({ text, operations }) => names(session, text, operations, table, column)))
        return true;
      return (
        column !== null &&
        isTriggerOf(table, known) &&
        new RegExp(`\\b(?:new|old)\\s*\\.\\s*"?${escaped(column)}"?(?![\\w$])`, 'i').test(known.source)
      );
    });
}

/** All functions of a catalog. */
export function everyFunction({ functions }: Catalog): readonly UserFunction[] {
  const known = LISTS.get(functions) ?? [...functions.values()].flat();
  LISTS.set(functions, known);
  return known;
}

const LISTS = new WeakMap<Catalog['functions'], readonly UserFunction[]>();

const LOWER_SOURCES = new WeakMap<UserFunction, string>();

/** Each change of a table asks all functions. */
function lowerSource(known: UserFunction): string {
  const lower = LOWER_SOURCES.get(known) ?? known.source?.toLowerCase() ?? '';
  LOWER_SOURCES.set(known, lower);
  return lower;
}

/** BEGIN ATOMIC is looked into when it is made: the server keeps it in step. */
function isAtomic({ source }: UserFunction): boolean {
  return /^\s*begin\s+atomic\b/i.test(source ?? '');
}

function names(
  session: Session,
  text: string,
  operations: readonly Operation[],
  table: Table,
  column: string | null,
): boolean {
  const tables = operations.flatMap(tablesOf).flatMap((name) => relationOf(session, name) ?? []);
  if (!tables.some(({ id }) => id === table.id)) return false;
  if (column === null) return true;
  const others = tables.filter(({ id }) => id !== table.id);
  if (others.some((other) => !isTable(other) || !other.complete || columnOf(other, column) !== undefined))
    return false;
  return new RegExp(`(?<![\\w$])"?${escaped(column)}"?(?![\\w$])`, 'i').test(withoutStrings(text));
}

function tablesOf(operation: Operation): readonly ObjectName[] {
  if (!('query' in operation)) return [];
  return [...operation.query.reads, ...operation.query.writes].map(({ relation }) => relation);
}

function isTriggerOf(table: Table, known: UserFunction): boolean {
  return table.triggers.some(
    ({ function: called }) => called.name === known.name && (called.schema ?? known.schema) === known.schema,
  );
}

type SqlStatement = Extract<BodyStatement, { readonly kind: 'sql' }>;

function sqlOf(statements: readonly BodyStatement[]): readonly SqlStatement[] {
  return statements.flatMap((statement): readonly SqlStatement[] => {
    switch (statement.kind) {
      case 'sql':
        return [statement];
      case 'branch':
        return statement.branches.flatMap(({ body }) => sqlOf(body));
      case 'loop':
        return [
          ...sqlOf(statement.body),
          ...(statement.query.length === 0
            ? []
            : [{ kind: 'sql', text: '', start: 0, operations: statement.query, dynamic: false } as const]),
        ];
      case 'block':
        return [...sqlOf(statement.body), ...statement.handlers.flatMap(({ body }) => sqlOf(body))];
      case 'commit':
      case 'rollback':
      case 'return':
      case 'raise':
      case 'unread':
        return [];
    }
  });
}

function withoutStrings(text: string): string {
  return text.replace(/'(?:[^']|'')*'|--[^\n]*/g, ' ');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
