import { callValue } from '../../javascript/call';
import type { Site } from '../../javascript/host';
import type { Recorder } from '../../javascript/recorder';
import { sqlLiteral } from '../../javascript/sql-literal';
import { tagFunction, templateTag } from '../../javascript/sql-template';
import { joinSql, quoteLiteral, sqlAt, sqlValue } from '../../javascript/sql-text';
import type { HostValue, TextValue, Value } from '../../javascript/value';
import { UNDEFINED } from '../../javascript/value';
import { wrapName } from '../knex/names';
import { builderHost } from './builder';
import { newQuery, queryKind } from './query';
import { fragment } from './sql-tag';

/** A condition of `where` and its kind: three arguments, a template, or a callback that is given the expression builder. */
export function conditionSql(recorder: Recorder, args: readonly Value[], site: Site): TextValue {
  const [first = UNDEFINED, operator, value = UNDEFINED] = args;
  if (operator !== undefined) return comparison(first, operator, value, site);
  if (first.kind === 'function')
    return sqlLiteral(callValue(first, [expressionBuilder(recorder)], site), site);
  return sqlLiteral(first, site);
}

/** The `eb` of Kysely. */
export function expressionBuilder(recorder: Recorder): HostValue {
  const make =
    (build: (args: readonly Value[], site: Site) => TextValue) =>
    (args: readonly Value[], site: Site): Value =>
      fragment(recorder, build(args, site));
  const functions: Readonly<Record<string, (args: readonly Value[], site: Site) => TextValue>> = {
    and: ([parts], site) => joined(parts, ' and ', site),
    or: ([parts], site) => joined(parts, ' or ', site),
    not: ([part = UNDEFINED], site) => sqlAt(site.at)`not ${sqlLiteral(part, site)}`,
    exists: ([part = UNDEFINED], site) => sqlAt(site.at)`exists ${sqlLiteral(part, site)}`,
    parens: ([part = UNDEFINED], site) => sqlAt(site.at)`(${sqlLiteral(part, site)})`,
    ref: ([name], site) => wrapName(name, site),
    val: ([value = UNDEFINED], site) => sqlLiteral(value, site),
    lit: ([value = UNDEFINED], site) => sqlLiteral(value, site),
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
          builderHost(recorder, queryKind(recorder), newQuery('select', table, undefined)),
        );
      return key === 'fn' ? functionBuilder(recorder) : undefined;
    },
  );
}

/** `eb.fn.count('id')`, `eb.fn('lower', ['name'])`. */
export function functionBuilder(recorder: Recorder): HostValue {
  const call = (name: Value | string, args: readonly Value[], site: Site): Value => {
    const inner = args.map((arg) => operand(arg, site));
    const called = typeof name === 'string' ? name : sqlValue(name, site.at, 'the name');
    return fragment(recorder, sqlAt(site.at)`${called}(${joinSql(inner, ', ', site.at)})`);
  };
  return templateTag(
    'fn',
    ([name = UNDEFINED, list], site) => call(name, list?.kind === 'array' ? list.items : [], site),
    (key) => {
      if (key === 'countAll')
        return tagFunction('fn.countAll', (_args, { at }) => fragment(recorder, sqlAt(at)`count(*)`));
      return tagFunction(`fn.${key}`, (args, site) => call(key, args, site));
    },
  );
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
