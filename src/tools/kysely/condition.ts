import { callValue } from '../../javascript/call';
import type { Site } from '../../javascript/host';
import { sqlLiteral } from '../../javascript/sql-literal';
import { tagFunction, templateTag } from '../../javascript/sql-template';
import { joinSql, quoteLiteral, sqlAt, sqlValue } from '../../javascript/sql-text';
import type { HostValue, TextValue, Value } from '../../javascript/value';
import { UNDEFINED } from '../../javascript/value';
import { wrapName } from '../knex/names';
import type { Scope } from './builder';
import { builderHost } from './builder';
import { groupKind } from './clauses';
import { newQuery, queryKind } from './query';
import { caseHost } from './case';
import { dataType } from './column';
import { fragment } from './sql-tag';

/** A condition of `where` and its kind: three arguments, a template, or a callback that is given the expression builder. */
export function conditionSql(scope: Scope, args: readonly Value[], site: Site): TextValue {
  const [first = UNDEFINED, operator, value = UNDEFINED] = args;
  if (operator !== undefined) {
    const given = value.kind === 'function' ? callValue(value, [expressionBuilder(scope)], site) : value;
    return comparison(first, operator, given, site);
  }
  if (first.kind === 'function') return sqlLiteral(callValue(first, [expressionBuilder(scope)], site), site);
  return sqlLiteral(first, site);
}

/** The `eb` of Kysely. */
export function expressionBuilder(scope: Scope): HostValue {
  const make =
    (build: (args: readonly Value[], site: Site) => TextValue) =>
    (args: readonly Value[], site: Site): Value =>
      fragment(scope, build(args, site));
  const functions: Readonly<Record<string, (args: readonly Value[], site: Site) => TextValue>> = {
    and: ([parts], site) => joined(parts, ' and ', site),
    or: ([parts], site) => joined(parts, ' or ', site),
    not: ([part = UNDEFINED], site) => sqlAt(site.at)`not ${sqlLiteral(part, site)}`,
    exists: ([part = UNDEFINED], site) => sqlAt(site.at)`exists ${sqlLiteral(part, site)}`,
    parens: ([part = UNDEFINED], site) => sqlAt(site.at)`(${sqlLiteral(part, site)})`,
    ref: ([name], site) => wrapName(name, site),
    val: ([value = UNDEFINED], site) => sqlLiteral(value, site),
    lit: ([value = UNDEFINED], site) => sqlLiteral(value, site),
    cast: ([value, type], site) => sqlAt(site.at)`cast(${operand(value, site)} as ${dataType(type, site)})`,
    neg: ([part], site) => sqlAt(site.at)`-${operand(part, site)}`,
    unary: ([operator, part], site) =>
      sqlAt(site.at)`${sqlValue(operator, site.at, 'the operator')} ${operand(part, site)}`,
    tuple: (parts, site) => sqlAt(site.at)`(${listOf(parts, (part) => sqlLiteral(part, site), site)})`,
    refTuple: (parts, site) => sqlAt(site.at)`(${listOf(parts, (part) => wrapName(part, site), site)})`,
    any: ([part], site) => sqlAt(site.at)`any(${operand(part, site)})`,
    betweenSymmetric: ([column, from = UNDEFINED, to = UNDEFINED], site) =>
      sqlAt(
        site.at,
      )`${operand(column, site)} between symmetric ${sqlLiteral(from, site)} and ${sqlLiteral(to, site)}`,
    between: ([column, from = UNDEFINED, to = UNDEFINED], site) =>
      sqlAt(site.at)`${operand(column, site)} between ${sqlLiteral(from, site)} and ${sqlLiteral(to, site)}`,
  };
  return templateTag(
    'eb',
    make(([left = UNDEFINED, operator, right = UNDEFINED], site) => comparison(left, operator, right, site)),
    (key) => {
      const build = Object.hasOwn(functions, key) ? functions[key] : undefined;
      if (build !== undefined) return tagFunction(`eb.${key}`, make(build));
      if (key === 'selectFrom')
        return tagFunction(key, ([table]) =>
          builderHost(scope, queryKind(scope), newQuery('select', table, scope.schema)),
        );
      if (key === 'case') return tagFunction('eb.case', ([value], site) => caseHost(scope, value, site));
      const group = groupKind(scope).clauses[key];
      if (group !== undefined)
        return tagFunction(`eb.${key}`, (args, site) =>
          builderHost(scope, groupKind(scope), group({ conditions: [] }, args, site)),
        );
      return key === 'fn' ? functionBuilder(scope) : undefined;
    },
  );
}

/** `eb.fn.count('id')`, `eb.fn('lower', ['name'])`. */
export function functionBuilder(scope: Scope): HostValue {
  const call = (name: Value | string, args: readonly Value[], site: Site): Value => {
    const inner = args.map((arg) => operand(arg, site));
    const called = typeof name === 'string' ? name : sqlValue(name, site.at, 'the name');
    return fragment(scope, sqlAt(site.at)`${called}(${joinSql(inner, ', ', site.at)})`);
  };
  return templateTag(
    'fn',
    ([name = UNDEFINED, list], site) => call(name, list?.kind === 'array' ? list.items : [], site),
    (key) => {
      if (key === 'countAll')
        return tagFunction('fn.countAll', (_args, { at }) => fragment(scope, sqlAt(at)`count(*)`));
      if (key === 'agg')
        return tagFunction('fn.agg', ([name = UNDEFINED, list], site) =>
          call(name, list?.kind === 'array' ? list.items : [], site),
        );
      return tagFunction(`fn.${key}`, (args, site) => call(snakeCase(key), args, site));
    },
  );
}

/** `jsonAgg` is `json_agg`. */
function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function listOf(items: readonly Value[], write: (item: Value) => TextValue, { at }: Site): TextValue {
  return joinSql(items.map(write), ', ', at);
}

/** Two columns with an operator between them. */
export function columnsSql([left, operator, right]: readonly Value[], site: Site): TextValue {
  const sql = sqlAt(site.at);
  return sql`${wrapName(left, site)} ${sqlValue(operator, site.at, 'the operator')} ${wrapName(right, site)}`;
}

function comparison(left: Value, operator: Value | undefined, right: Value, site: Site): TextValue {
  const sql = sqlAt(site.at);
  return sql`${operand(left, site)} ${sqlValue(operator, site.at, 'the operator')} ${rightSide(right, site)}`;
}

function rightSide(value: Value, site: Site): TextValue {
  if (value.kind !== 'array') return sqlLiteral(value, site);
  const items = [...value.items, ...(value.open === undefined ? [] : [value.open])];
  return sqlAt(site.at)`(${joinSql(
    items.map((item) => sqlLiteral(item, site)),
    ', ',
    site.at,
  )})`;
}

/** A name, unless it is a fragment. */
function operand(value: Value | undefined, site: Site): TextValue {
  return wrapName(value, site);
}

function joined(parts: Value | undefined, word: string, site: Site): TextValue {
  const sql = sqlAt(site.at);
  const items =
    parts?.kind === 'array' ? [...parts.items, ...(parts.open === undefined ? [] : [parts.open])] : [];
  if (items.length === 0) return word === ' and ' ? sql`true` : sql`false`;
  return sql`(${joinSql(
    items.map((item) => sqlLiteral(item, site)),
    word,
    site.at,
  )})`;
}

/** The label of an enum. */
export function label(value: Value | undefined, site: Site): TextValue {
  return quoteLiteral(sqlValue(value, site.at, 'the label'), site.at);
}
