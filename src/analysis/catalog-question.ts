import type { BodyCondition, CatalogLookUp } from '../postgres/body';
import type { Expression } from '../postgres/expression';
import type { ObjectName } from '../postgres/name';
import { knowsAbsence } from './absence';
import { columnOf, constraintNamed, isIndex, isTable, isView, relationNamed } from './catalog/find';
import type { UserType } from './catalog/catalog';
import type { Origin, Relation } from './catalog/relation';
import { findFunctions, findType, relationOf } from './catalog/resolve';
import { exists } from './origin';
import type { Session } from './session';

/** Yes, no, or nobody can tell. */
export type Answer = boolean | 'unknown';

/** What a condition of a body comes to, as far as the catalog can answer it. */
export function answer(session: Session, condition: BodyCondition): Answer {
  switch (condition.kind) {
    case 'unknown':
      return 'unknown';
    case 'expression':
      return answerExpression(session, condition.expression);
    case 'exists': {
      const exists = lookUpObject(session, condition.object);
      return exists === 'unknown' ? 'unknown' : exists !== condition.negated;
    }
  }
}

function answerExpression(session: Session, expression: Expression): Answer {
  if (expression.kind === 'constant')
    return typeof expression.value === 'boolean' ? expression.value : 'unknown';
  if (expression.kind === 'operator') return compared(session, expression);
  if (expression.kind === 'not') {
    const inner = answerExpression(session, expression.arg);
    return inner === 'unknown' ? 'unknown' : !inner;
  }
  if (expression.kind !== 'and' && expression.kind !== 'or') return 'unknown';
  const decisive = expression.kind === 'or';
  const answers = expression.args.map((each) => answerExpression(session, each));
  if (answers.includes(decisive)) return decisive;
  return answers.includes('unknown') ? 'unknown' : !decisive;
}

/** Comparisons of numbers: guards ask for the version of the server. */
function compared(
  session: Session,
  { name, left, right }: Extract<Expression, { kind: 'operator' }>,
): Answer {
  const a = left === null ? null : numberOf(session, left);
  const b = numberOf(session, right);
  if (a === null || b === null) return 'unknown';
  if (name === '<') return a < b;
  if (name === '<=') return a <= b;
  if (name === '>') return a > b;
  if (name === '>=') return a >= b;
  if (name === '=') return a === b;
  return name === '<>' ? a !== b : 'unknown';
}

/** The minor release is not known: a comparison with a number inside of the major's range has no answer. */
function numberOf(session: Session, expression: Expression): number | null {
  if (expression.kind === 'cast') return numberOf(session, expression.arg);
  if (expression.kind === 'constant') return typeof expression.value === 'number' ? expression.value : null;
  if (expression.kind !== 'call' || expression.name.name !== 'current_setting') return null;
  const [setting] = expression.args;
  return setting?.kind === 'constant' && setting.value === 'server_version_num'
    ? session.major * 10_000
    : null;
}

/** A fact that is not certain is no answer; what is absent is absent only in a database that is known in full. */
function lookUpObject(session: Session, object: CatalogLookUp): Answer {
  const name = 'table' in object ? (object.table ?? object.name) : object.name;
  const absent: Answer = knowsAbsence(session, name) ? false : 'unknown';
  const found = (origin: Origin | undefined): Answer =>
    origin === undefined ? absent : exists(origin) ? true : 'unknown';
  switch (object.kind) {
    case 'relation':
    case 'table':
    case 'index':
    case 'sequence':
    case 'view': {
      const relation = relationAnywhere(session, object);
      return relation !== undefined && isKind(relation, object.kind) ? found(relation.origin) : absent;
    }
    case 'type':
      return found(typeAnywhere(session, object)?.origin);
    case 'schema':
      return found(session.catalog.schemas.get(object.name));
    case 'extension':
      return object.name === 'plpgsql' ? true : found(session.catalog.extensions.get(object.name));
    case 'function':
      return found(findFunctions(session, object)[0]?.origin);
    case 'publication':
      return session.catalog.publications.has(object.name) ? true : absent;
    case 'role':
      return 'unknown';
    case 'column':
      return columnExists(session, object, absent);
    case 'constraint':
    case 'trigger':
    case 'policy':
      return partOf(session, object, absent);
    case 'enum-value': {
      const type =
        object.type === null ? undefined : typeAnywhere(session, { schema: null, name: object.type });
      if (type?.kind !== 'enum') return 'unknown';
      return type.values.includes(object.name) ? found(type.origin) : exists(type.origin) ? false : 'unknown';
    }
  }
}

/** Without a schema any table of the name may have it. */
function columnExists(
  session: Session,
  { schema, table, name }: Extract<CatalogLookUp, { kind: 'column' }>,
  absent: Answer,
): Answer {
  const schemas = schema === null ? [...session.catalog.schemas.entries()].map(([each]) => each) : [schema];
  const tables = schemas.flatMap(
    (each) => relationNamed(session.catalog, { schema: each, name: table }) ?? [],
  );
  const columns = tables.flatMap((each) => columnOf(each, name) ?? []);
  if (columns.some((column) => exists(column.addedBy))) return true;
  if (columns.length > 0) return 'unknown';
  if (tables.length === 0) return absent;
  return tables.every((each) => !('complete' in each) || each.complete) ? false : 'unknown';
}

function partOf(
  session: Session,
  object: Extract<CatalogLookUp, { kind: 'constraint' | 'trigger' | 'policy' }>,
  absent: Answer,
): Answer {
  const { schema, table, name } = object;
  const relations =
    table === null ? ownersOfParts(session) : [relationAnywhere(session, { schema, name: table })];
  for (const relation of relations) {
    if (relation === undefined || !isTable(relation)) continue;
    if (object.kind === 'constraint') {
      const constraint = constraintNamed(relation, name);
      if (constraint !== undefined) return exists(constraint.origin) ? true : 'unknown';
    } else if (
      (object.kind === 'trigger' ? relation.triggers : relation.policies).some((each) => each.name === name)
    ) {
      return true;
    }
    if (table !== null) return relation.complete ? false : 'unknown';
  }
  return absent;
}

/** A look-up that names no table may mean any. */
function ownersOfParts(session: Session): readonly Relation[] {
  return [...session.catalog.relations.values()];
}

/** A look-up of the system's tables that names no schema finds any. */
function relationAnywhere(session: Session, name: ObjectName): Relation | undefined {
  return relationOf(session, name) ?? anywhere(session, name, (qualified) => relationOf(session, qualified));
}

function typeAnywhere(session: Session, name: ObjectName): UserType | undefined {
  return findType(session, name) ?? anywhere(session, name, (qualified) => findType(session, qualified));
}

function anywhere<T>(
  session: Session,
  name: ObjectName,
  find: (name: ObjectName) => T | undefined,
): T | undefined {
  if (name.schema !== null) return undefined;
  for (const [schema] of session.catalog.schemas.entries()) {
    const found = find({ schema, name: name.name });
    if (found !== undefined) return found;
  }
  return undefined;
}

function isKind(relation: Relation, kind: 'relation' | 'table' | 'index' | 'sequence' | 'view'): boolean {
  switch (kind) {
    case 'relation':
      return true;
    case 'table':
      return isTable(relation) || isView(relation);
    case 'index':
      return isIndex(relation);
    case 'sequence':
      return relation.kind === 'sequence';
    case 'view':
      return isView(relation);
  }
}
