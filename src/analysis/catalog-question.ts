import type { BodyCondition, CatalogLookUp } from '../postgres/body';
import type { Expression } from '../postgres/expression';
import type { ObjectName } from '../postgres/name';
import { columnOf, constraintNamed, isIndex, isTable, isView } from './catalog/find';
import type { Relation } from './catalog/relation';
import { findFunctions, findType, relationOf } from './catalog/resolve';
import type { Session } from './session';

/** Yes, no, or nobody can tell. */
export type Answer = boolean | 'unknown';

/** What a condition of a body comes to, as far as the catalog can answer it. */
export function answer(session: Session, condition: BodyCondition): Answer {
  switch (condition.kind) {
    case 'unknown':
      return 'unknown';
    case 'expression':
      return answerExpression(condition.expression);
    case 'exists': {
      const exists = lookUpObject(session, condition.object);
      return exists === 'unknown' ? 'unknown' : exists !== condition.negated;
    }
  }
}

function answerExpression(expression: Expression): Answer {
  if (expression.kind === 'constant')
    return typeof expression.value === 'boolean' ? expression.value : 'unknown';
  if (expression.kind === 'not') {
    const inner = answerExpression(expression.arg);
    return inner === 'unknown' ? 'unknown' : !inner;
  }
  if (expression.kind !== 'and' && expression.kind !== 'or') return 'unknown';
  const decisive = expression.kind === 'or';
  const answers = expression.args.map(answerExpression);
  if (answers.includes(decisive)) return decisive;
  return answers.includes('unknown') ? 'unknown' : !decisive;
}

/** A fact that is not certain is no answer; what is absent is absent only in a database that is known in full. */
function lookUpObject(session: Session, object: CatalogLookUp): Answer {
  const absent: Answer = session.catalog.complete ? false : 'unknown';
  const found = (origin: { readonly certain: boolean } | undefined): Answer =>
    origin === undefined ? absent : origin.certain ? true : 'unknown';
  switch (object.kind) {
    case 'relation':
    case 'table':
    case 'index':
    case 'sequence':
    case 'view': {
      const relation = relationOf(session, object);
      return relation !== undefined && isKind(relation, object.kind) ? found(relation.origin) : absent;
    }
    case 'type':
      return found(findType(session, object)?.origin);
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
    case 'column': {
      const relation = relationOf(session, { schema: object.schema, name: object.table });
      if (relation === undefined) return absent;
      const column = columnOf(relation, object.name);
      if (column !== undefined) return found(column.addedBy);
      return 'complete' in relation && !relation.complete ? 'unknown' : false;
    }
    case 'constraint':
    case 'trigger':
    case 'policy':
      return partOf(session, object, absent);
    case 'enum-value': {
      const type = object.type === null ? undefined : findType(session, { schema: null, name: object.type });
      if (type?.kind !== 'enum') return 'unknown';
      return type.values.includes(object.name) ? found(type.origin) : type.origin.certain ? false : 'unknown';
    }
  }
}

function partOf(
  session: Session,
  object: Extract<CatalogLookUp, { kind: 'constraint' | 'trigger' | 'policy' }>,
  absent: Answer,
): Answer {
  const { schema, table, name } = object;
  const relations = table === null ? ownersOfParts(session) : [relationOf(session, nameOf(schema, table))];
  for (const relation of relations) {
    if (relation === undefined || !isTable(relation)) continue;
    if (object.kind === 'constraint') {
      const constraint = constraintNamed(relation, name);
      if (constraint !== undefined) return constraint.origin.certain ? true : 'unknown';
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

function nameOf(schema: string | null, name: string): ObjectName {
  return { schema, name };
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
