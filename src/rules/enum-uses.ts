import type { UserType } from '../analysis/catalog/catalog';
import { columnOf } from '../analysis/catalog/find';
import type { Relation } from '../analysis/catalog/relation';
import { findType, relationOf } from '../analysis/catalog/resolve';
import type { OperationAmong } from '../analysis/operation-among';
import type { Session } from '../analysis/session';
import type { BodyStatement } from '../postgres/body';
import type { Expression } from '../postgres/expression';
import { partsOf } from '../postgres/expression';
import type { OperationKind } from '../postgres/operation';
import type { Query } from '../postgres/query';
import type { TypeName } from '../postgres/type-name';
import type { Act } from './acts';
import { quoteText } from './sql-text';

/** The operations in which a value of an enum can stand. */
export const USES_OF_VALUES = [
  'query',
  'set-default',
  'add-column',
  'create-table',
  'add-check',
  'create-index',
  'create-view',
  'create-materialized-view',
  'create-table-as',
  'create-function',
  'create-policy',
] as const satisfies readonly OperationKind[];

/** A value of an enum. */
export interface EnumValue {
  readonly type: Pick<UserType, 'schema' | 'name'>;
  readonly value: string;
}

/** Whether an operation makes the server read the value: as a constant of the type, not as text. */
export function usesValue(act: Act<(typeof USES_OF_VALUES)[number]>, wanted: EnumValue): boolean {
  const { operation, before, text } = act;
  switch (operation.kind) {
    case 'query':
      return usedByQuery(operation.query, text, before, wanted);
    case 'create-view':
    case 'create-materialized-view':
    case 'create-table-as':
      return usedInText(operation.query, text, before, wanted);
    case 'set-default': {
      const relation = relationOf(before, operation.table);
      const column = relation === undefined ? undefined : columnOf(relation, operation.column);
      return (
        isOfType(column?.type ?? null, before, wanted) &&
        mentions(operation.default, relation, before, wanted)
      );
    }
    case 'add-column':
      return (
        operation.column.default !== null &&
        isOfType(operation.column.type, before, wanted) &&
        mentions(operation.column.default, undefined, before, wanted)
      );
    case 'create-table':
      return operation.columns.some(
        (column) =>
          column.default !== null &&
          isOfType(column.type, before, wanted) &&
          mentions(column.default, undefined, before, wanted),
      );
    case 'add-check':
      return mentions(operation.constraint.expression, relationOf(before, operation.table), before, wanted);
    case 'create-index':
      return (
        operation.index.predicate !== null &&
        mentions(operation.index.predicate, relationOf(before, operation.index.table), before, wanted)
      );
    case 'create-policy':
      return [operation.using, operation.check].some(
        (each) => each !== null && mentions(each, relationOf(before, operation.table), before, wanted),
      );
    case 'create-function':
      return usedByFunction(operation, before, wanted);
  }
}

function usedByQuery(query: Query, text: string, before: Session, wanted: EnumValue): boolean {
  if (query.writes.length === 0) return usedInText(query, text, before, wanted);
  return query.writes.some((write) => {
    const relation = relationOf(before, write.relation);
    const columns =
      write.columns.length > 0 || relation === undefined || !('columns' in relation)
        ? write.columns
        : relation.columns.map(({ name }) => name);
    const values = write.values.some((row) =>
      row.some((value, at) => {
        const column = columns[at];
        const type =
          relation === undefined || column === undefined ? null : (columnOf(relation, column)?.type ?? null);
        return isOfType(type, before, wanted) && mentions(value, relation, before, wanted);
      }),
    );
    return values || (write.where !== null && mentions(write.where, relation, before, wanted));
  });
}

/** An SQL function is looked into when it is made; other languages when they run. */
function usedByFunction(
  { language, source, body }: OperationAmong<'create-function'>,
  before: Session,
  wanted: EnumValue,
): boolean {
  if (language !== 'sql' || source === null) return false;
  const queries = body.statements.flatMap((statement: BodyStatement) =>
    statement.kind === 'sql' ? statement.operations : [],
  );
  return queries.some(
    (operation) => 'query' in operation && usedInText(operation.query, source, before, wanted),
  );
}

/** What a query compares is not kept: its text is looked through, if it reads a table with a column of the type, or names the type. */
function usedInText(query: Query, text: string, before: Session, wanted: EnumValue): boolean {
  const literal = quoteText(wanted.value).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  if (
    !new RegExp(
      `(?<!::\\s*(?:text|varchar)\\s*(?:=|<>|!=)\\s*)${literal}(?!\\s*::\\s*(?:text|varchar))`,
      'i',
    ).test(text)
  )
    return false;
  if (new RegExp(`::\\s*"?${wanted.type.name}"?`, 'i').test(text)) return true;
  return query.reads.some(({ relation }) => hasColumnOf(relationOf(before, relation), before, wanted));
}

function hasColumnOf(relation: Relation | undefined, before: Session, wanted: EnumValue): boolean {
  return (
    relation !== undefined &&
    'columns' in relation &&
    relation.columns.some(({ type }) => type !== null && isOfType(type, before, wanted))
  );
}

function isOfType(type: TypeName | null, before: Session, { type: wanted }: EnumValue): boolean {
  if (type === null) return false;
  const found = findType(before, type);
  return found !== undefined && found.schema === wanted.schema && found.name === wanted.name;
}

/** Whether the constant stands somewhere in it as a value of the type. */
function mentions(
  expression: Expression,
  relation: Relation | undefined,
  before: Session,
  wanted: EnumValue,
): boolean {
  if (expression.kind === 'constant') return expression.value === wanted.value;
  if (expression.kind === 'cast' && expression.arg.kind === 'constant')
    return expression.arg.value === wanted.value && isOfType(expression.type, before, wanted);
  const parts = partsOf(expression);
  const isComparison = ['operator', 'in-list', 'between'].includes(expression.kind);
  if (isComparison && parts.some((part) => isOther(part, relation, before, wanted))) return false;
  return parts.some((part) => mentions(part, relation, before, wanted));
}

/** A side of a comparison that is certainly not of the type. */
function isOther(
  part: Expression,
  relation: Relation | undefined,
  before: Session,
  wanted: EnumValue,
): boolean {
  if (part.kind === 'cast') return !isOfType(part.type, before, wanted);
  if (part.kind !== 'column' || relation === undefined) return false;
  const type = columnOf(relation, part.name)?.type ?? null;
  return type !== null && !isOfType(type, before, wanted);
}
