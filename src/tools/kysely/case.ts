import type { Site } from '../../javascript/host';
import { sqlLiteral } from '../../javascript/sql-literal';
import { sqlAt } from '../../javascript/sql-text';
import type { HostValue, TextValue, Value } from '../../javascript/value';
import { UNDEFINED } from '../../javascript/value';
import { wrapName } from '../knex/names';
import type { BuilderKind, Scope } from './builder';
import { builderHost } from './builder';
import { conditionSql } from './condition';

/** `eb.case().when('a', '=', 1).then(2).else(3).end()`. */
export function caseHost(scope: Scope, value: Value | undefined, site: Site): HostValue {
  const sql = sqlAt(site.at);
  return builderHost(
    scope,
    caseKind(scope),
    value === undefined ? sql`case` : sql`case ${wrapName(value, site)}`,
  );
}

function caseKind(scope: Scope): BuilderKind<TextValue> {
  return {
    name: 'case',
    clauses: {
      when: (text, args, site) => sqlAt(site.at)`${text} when ${conditionSql(scope, args, site)}`,
      then: (text, [value = UNDEFINED], site) => sqlAt(site.at)`${text} then ${sqlLiteral(value, site)}`,
      thenRef: (text, [name], site) => sqlAt(site.at)`${text} then ${wrapName(name, site)}`,
      else: (text, [value = UNDEFINED], site) => sqlAt(site.at)`${text} else ${sqlLiteral(value, site)}`,
      elseRef: (text, [name], site) => sqlAt(site.at)`${text} else ${wrapName(name, site)}`,
      end: (text, _args, { at }) => sqlAt(at)`${text} end`,
      endCase: (text, _args, { at }) => sqlAt(at)`${text} end case`,
      as: (text, [alias], site) => sqlAt(site.at)`${text} as ${wrapName(alias, site)}`,
    },
    compile: (text) => text,
  };
}
