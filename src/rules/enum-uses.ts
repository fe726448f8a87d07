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
  /** A column whose type is not known counts as one of the type. */
  readonly orUnknown: boolean;
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
      return mentions(
        operation.default,
        relation,
        before,
        wanted,
        isOfType(column?.type ?? null, before, wanted),
      );
    }
    case 'add-column':
      return (
        operation.column.default !== null &&
        mentions(
          operation.column.default,
          undefined,
          before,
          wanted,
          isOfType(operation.column.type, before, wanted),
        )
      );
    case 'create-table':
      return operation.columns.some(
        (column) =>
          column.default !== null &&
          mentions(column.default, undefined, before, wanted, isOfType(column.type, before, wanted)),
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
        return mentions(value, relation, before, wanted, isOfType(type, before, wanted));
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
  if (relation === undefined || !('columns' in relation)) return wanted.orUnknown && !before.catalog.complete;
  if (wanted.orUnknown && 'complete' in relation && !relation.complete) return true;
  return relation.columns.some(({ type }) => type !== null && isOfType(type, before, wanted));
}

function isOfType(type: TypeName | null, before: Session, { type: wanted, orUnknown }: EnumValue): boolean {
  if (type === null) return orUnknown;
  const found = findType(before, type);
  if (found === undefined)
    return type.name === wanted.name && (type.schema ?? wanted.schema) === wanted.schema;
  return found.schema === wanted.schema && found.name === wanted.name;
}

/** Whether the constant stands somewhere in it as a value of the type. `isTyped`: a constant that stands there alone is of the type. */
function mentions(
  expression: Expression,
  relation: Relation | undefined,
  before: Session,
  wanted: EnumValue,
  isTyped = false,
): boolean {
  if (expression.kind === 'constant') return isTyped && expression.value === wanted.value;
  if (expression.kind === 'cast' && expression.arg.kind === 'constant')
    return expression.arg.value === wanted.value && isOfType(expression.type, before, wanted);
  const parts = partsOf(expression);
  return parts.some((part) =>
    mentions(
      part,
      relation,
      before,
      wanted,
      typedWithin(expression, parts, relation, before, wanted, isTyped),
    ),
  );
}

/** What a constant among the parts of an expression is taken for. */
function typedWithin(
  { kind }: Expression,
  parts: readonly Expression[],
  relation: Relation | undefined,
  before: Session,
  wanted: EnumValue,
  isTyped: boolean,
): boolean {
  if (kind === 'case' || kind === 'coalesce') return isTyped;
  if (kind !== 'operator' && kind !== 'in-list' && kind !== 'between') return false;
  return parts.some((part) => {
    if (part.kind === 'cast') return isOfType(part.type, before, wanted);
    if (part.kind !== 'column') return false;
    return isOfType(
      relation === undefined ? null : (columnOf(relation, part.name)?.type ?? null),
      before,
      wanted,
    );
  });
}
