import type { Body, BodyCondition, BodyStatement } from '../../../src/postgres/body';
import { PLACEHOLDER } from '../../../src/sql/placeholder';

/** A body as lines of text, so that whole bodies can be compared. The placeholder is printed as `?`. */
export function outline(body: Body, text: string): readonly string[] {
  return body.statements
    .flatMap((each) => lines(each, text))
    .map((line) => line.replaceAll(PLACEHOLDER, '?'));
}

function lines(statement: BodyStatement, text: string): readonly string[] {
  const all = (body: readonly BodyStatement[]): readonly string[] =>
    body.flatMap((each) => lines(each, text).map((line) => `  ${line}`));
  switch (statement.kind) {
    case 'sql': {
      const found = text.startsWith(statement.text, statement.start)
        ? 'at its place'
        : `at ${text.slice(statement.start, statement.start + 12)}`;
      const kinds = statement.operations.map(({ kind }) => kind).join(', ');
      return [`${statement.dynamic ? 'executed' : 'sql'} ${statement.text} => ${kinds} ${found}`];
    }
    case 'branch':
      return statement.branches.flatMap(({ condition, body }) => [
        condition === null ? 'else' : `if ${conditionText(condition)}`,
        ...all(body),
      ]);
    case 'loop': {
      const query = statement.query.map(({ kind }) => kind).join(', ');
      return [query === '' ? 'loop' : `loop over ${query}`, ...all(statement.body)];
    }
    case 'block':
      return [
        'block',
        ...all(statement.body),
        ...statement.handlers.flatMap(({ conditions, body }) => [
          `when ${conditions.join(' or ')}`,
          ...all(body),
        ]),
      ];
    case 'unread':
      return [
        `unread ${statement.reason}: ${statement.detail} at ${text.slice(statement.start, statement.start + 12)}`,
      ];
    case 'commit':
    case 'rollback':
    case 'return':
    case 'raise':
      return [statement.kind];
  }
}

function conditionText(condition: BodyCondition): string {
  switch (condition.kind) {
    case 'exists': {
      const { kind, ...names } = condition.object;
      return `${condition.negated ? 'not ' : ''}exists ${kind} ${Object.values(names).map(String).join(' ')}`;
    }
    case 'expression':
      return condition.expression.kind;
    case 'unknown':
      return `unknown ${condition.text}`;
  }
}
