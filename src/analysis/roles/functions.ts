import type { Body, BodyStatement } from '../../postgres/body';
import type { RoleName } from '../../postgres/effects/role';
import type { Expression } from '../../postgres/expression';
import { everyPart } from '../../postgres/expression';
import type { Relation } from '../catalog/relation';
import { findFunctions } from '../catalog/resolve';
import { withSettingsOf } from '../settings';
import { indexesOfAnswer } from './indexes';
import { QUERY_ROLES } from './query';
import type { Resolver, Situation } from './situation';
import { all } from './situation';

/** What user functions read that a statement runs for every row. */
export const FUNCTION_ROLES = {
  'read-by-functions': (situation) => all(readByFunctions(situation)),
  'indexes-read-by-functions': (situation) =>
    indexesOfAnswer(situation, all(readByFunctions(situation)), true),
} satisfies Partial<Record<RoleName, Resolver>>;

function readByFunctions(situation: Situation): readonly Relation[] {
  const { session } = situation;
  return expressionsRun(situation)
    .flatMap((expression) => everyPart(expression))
    .flatMap((part) => (part.kind === 'call' ? findFunctions(session, part.name) : []))
    .flatMap((called) => readByBody({ ...situation, session: withSettingsOf(session, called) }, called.body));
}

/** The expressions that an operation works out for every row that is there. */
export function expressionsRun({ operation }: Situation): readonly Expression[] {
  const { kind } = operation;
  if (kind === 'add-column')
    return [operation.column.default ?? operation.column.generated?.expression].flatMap((each) => each ?? []);
  if (kind === 'add-check') return operation.constraint.valid ? [operation.constraint.expression] : [];
  if (kind === 'alter-column-type') return operation.using === null ? [] : [operation.using];
  if (kind !== 'create-index') return [];
  const { keys, predicate } = operation.index;
  return [...keys.map(({ expression }) => expression), predicate].flatMap((each) => each ?? []);
}

function readByBody(situation: Situation, body: Body): readonly Relation[] {
  return body.statements.flatMap((statement) => readByStatement(situation, statement));
}

function readByStatement(situation: Situation, statement: BodyStatement): readonly Relation[] {
  if (statement.kind === 'block' || statement.kind === 'loop')
    return statement.body.flatMap((inner) => readByStatement(situation, inner));
  if (statement.kind === 'branch')
    return statement.branches.flatMap(({ body }) =>
      body.flatMap((inner) => readByStatement(situation, inner)),
    );
  if (statement.kind !== 'sql') return [];
  return statement.operations.flatMap((operation) => QUERY_ROLES.read({ ...situation, operation }).relations);
}
