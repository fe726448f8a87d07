import type { Question } from '../sql/question';
import { notSo } from '../sql/question';
import type { Asked } from './asked';
import { ask, askedAt, whether } from './asked';
import type { Site } from './host';
import { knownText } from './text';
import type { Unknown, Value } from './value';
import { booleanOf, numberOf, unknownAt } from './value';

/** Whether a value counts as true; `undefined` if that is not known. */
export function truth(value: Value): boolean | undefined {
  switch (value.kind) {
    case 'undefined':
    case 'null':
      return false;
    case 'boolean':
      return value.value;
    case 'number':
      return value.value !== 0 && !Number.isNaN(value.value);
    case 'text':
      if (value.pieces.length === 0) return false;
      return value.pieces.some((piece) => piece.kind === 'known' && piece.text !== '') ? true : undefined;
    case 'regexp':
    case 'array':
    case 'object':
    case 'function':
    case 'class':
      return true;
    case 'host':
      return value.host.isOptional === true ? undefined : true;
    case 'choice': {
      const [first, ...others] = value.options.map(truth);
      return others.every((other) => other === first) ? first : undefined;
    }
    case 'unknown':
      return undefined;
  }
}

/** Whether a value is `null` or `undefined`; `undefined` if that is not known. */
export function isNullish(value: Value): boolean | undefined {
  if (value.kind === 'undefined' || value.kind === 'null') return true;
  if (value.kind === 'unknown') return undefined;
  if (value.kind === 'host' && value.host.isOptional === true) return undefined;
  if (value.kind !== 'choice') return false;
  const [first, ...others] = value.options.map(isNullish);
  return others.every((other) => other === first) ? first : undefined;
}

/** Whether two values are equal (`===`, or `==` between equal kinds); `undefined` if that is not known. */
export function equals(one: Value, two: Value, loose = false): boolean | undefined {
  if (one.kind === 'choice' || two.kind === 'choice') return undefined;
  if (one.kind === 'unknown' || two.kind === 'unknown') return sameDialect(one, two);
  if (isNullish(one) === undefined || isNullish(two) === undefined) return undefined;
  if (loose && isNullish(one) === true && isNullish(two) === true) return true;
  if (one.kind === 'text' && two.kind === 'text') {
    const left = knownText(one);
    const right = knownText(two);
    return left === undefined || right === undefined ? undefined : left === right;
  }
  if (loose && one.kind !== two.kind) {
    const left = primitive(one);
    const right = primitive(two);
    if (left === undefined || right === undefined || left === null || right === null) return false;
    return left === right || Number(left) === Number(right);
  }
  if (one.kind === 'host' && two.kind === 'host') return one.host === two.host ? true : undefined;
  if (
    (one.kind === 'number' && two.kind === 'number') ||
    (one.kind === 'boolean' && two.kind === 'boolean')
  ) {
    return one.value === two.value;
  }
  if (one.kind !== two.kind) return false;
  return one === two || one.kind === 'undefined' || one.kind === 'null';
}

const DIALECTS =
  /(?:^|[._])(postgres(?:ql)?|pg|mysql2?|mariadb|sqlite3?|better_?sqlite3?|mssql|oracle(?:db)?|cockroach(?:db)?|redshift)$/i;
const POSTGRES = /^(?:postgres(?:ql)?|pg)$/i;

/** Compares the dialect with the member of an enumeration that could not be read: `DatabaseType.postgres` tells by its name. */
function sameDialect(one: Value, two: Value): boolean | undefined {
  const text = knownText(one) ?? knownText(two);
  const unknown: Unknown | undefined =
    one.kind === 'unknown' ? one : two.kind === 'unknown' ? two : undefined;
  const dialect = DIALECTS.exec(unknown?.name ?? '')?.[1];
  if (text === undefined || dialect === undefined || !POSTGRES.test(text)) return undefined;
  return POSTGRES.test(dialect);
}

/** `true` for values with the operator's answer known. */
export function primitive(value: Value): string | number | boolean | null | undefined {
  switch (value.kind) {
    case 'text':
      return knownText(value);
    case 'number':
    case 'boolean':
      return value.value;
    case 'null':
      return null;
    case 'undefined':
    case 'regexp':
    case 'array':
    case 'object':
    case 'function':
    case 'class':
    case 'host':
    case 'choice':
    case 'unknown':
      return undefined;
  }
}

/** Arithmetic and comparison of known primitives; `+` of strings is the caller's. */
export function compute(operator: string, left: Value, right: Value, site: Site): Value {
  switch (operator) {
    case '===':
    case '==':
      return maybe(equals(left, right, operator === '=='), operator, site, left, right);
    case '!==':
    case '!=': {
      const equal = equals(left, right, operator === '!=');
      return maybe(equal === undefined ? undefined : !equal, operator, site, left, right);
    }
    case 'in':
      return hasKey(left, right, site);
  }
  const one = primitive(left);
  const two = primitive(right);
  if (one === undefined || two === undefined || one === null || two === null)
    return unsure(site, left, right, comparison(operator, left, right, site));
  switch (operator) {
    case '<':
      return booleanOf(one < two);
    case '>':
      return booleanOf(one > two);
    case '<=':
      return booleanOf(one <= two);
    case '>=':
      return booleanOf(one >= two);
  }
  return arithmetic(operator, Number(one), Number(two), site);
}

function arithmetic(operator: string, one: number, two: number, site: Site): Value {
  switch (operator) {
    case '+':
      return numberOf(one + two);
    case '-':
      return numberOf(one - two);
    case '*':
      return numberOf(one * two);
    case '/':
      return numberOf(one / two);
    case '%':
      return numberOf(one % two);
    case '**':
      return numberOf(one ** two);
    case '|':
      return numberOf(one | two);
    case '&':
      return numberOf(one & two);
    case '^':
      return numberOf(one ^ two);
    case '<<':
      return numberOf(one << two);
    case '>>':
      return numberOf(one >> two);
    case '>>>':
      return numberOf(one >>> two);
  }
  return unknownAt(site.at, `the operator ${operator} is not followed`);
}

function hasKey(key: Value, object: Value, site: Site): Value {
  const name = knownText(key);
  if (object.kind !== 'object' || name === undefined) return unsure(site, key, object);
  if (object.entries.has(name)) return booleanOf(true);
  if (object.open === undefined && object.instanceOf === undefined) return booleanOf(false);
  return unsure(site, key, object, whether(object.open?.names?.(name)));
}

function maybe(answer: boolean | undefined, operator: string, site: Site, left: Value, right: Value): Value {
  return answer === undefined
    ? unsure(site, left, right, comparison(operator, left, right, site))
    : booleanOf(answer);
}

/** A comparison with what hangs on a question hangs on it, too, as does one of a name that only the database knows. */
function comparison(operator: string, left: Value, right: Value, site: Site): Asked | undefined {
  const answer = (one: Value, two: Value): boolean | undefined => {
    const result = compute(operator, one, two, site);
    return result.kind === 'boolean' ? result.value : undefined;
  };
  const named = namedBy(left, right) ?? namedBy(right, left);
  const question =
    named === undefined
      ? (ask(left, (value) => answer(value, right)) ?? ask(right, (value) => answer(left, value)))
      : operator.startsWith('!')
        ? notSo(named)
        : named;
  return whether(question);
}

function namedBy(one: Value, other: Value): Question | undefined {
  const name = knownText(other);
  return one.kind === 'unknown' && name !== undefined ? one.names?.(name) : undefined;
}

/** The answer depends on what is unknown of the operands; it keeps their reason. */
function unsure(site: Site, left: Value, right: Value, asks?: Asked): Unknown {
  const cause = left.kind === 'unknown' ? left : right.kind === 'unknown' ? right : undefined;
  return askedAt(site.at, cause?.why ?? 'it depends on what is not known', asks);
}
