import type { Site } from '../../javascript/host';
import type { Recorder } from '../../javascript/recorder';
import { sqlLiteral } from '../../javascript/sql-literal';
import { tagFunction, templateSql, templateTag } from '../../javascript/sql-template';
import { joinSql, quoteName, sqlAt, sqlValue } from '../../javascript/sql-text';
import type { HostValue, TextValue, Value } from '../../javascript/value';
import { UNDEFINED } from '../../javascript/value';
import { wrapName } from '../knex/names';
import type { BuilderKind } from './builder';
import { builderHost } from './builder';

/** A piece of SQL: a statement if it is executed, a fragment inside of another. Values are parameters, written here as literals. */
export function fragment(recorder: Recorder, text: TextValue): HostValue {
  return builderHost(recorder, FRAGMENT, text);
}

const FRAGMENT: BuilderKind<TextValue> = {
  name: 'sql',
  clauses: {
    as: (text, [alias], site) => sqlAt(site.at)`${text} as ${wrapName(alias, site)}`,
    $notNull: (text) => text,
    $castTo: (text) => text,
    distinct: (text) => text,
    over: (text, _args, { at }) => sqlAt(at)`${text} over ()`,
    and: (text, args, site) => sqlAt(site.at)`(${text} and ${joined(args, site)})`,
    or: (text, args, site) => sqlAt(site.at)`(${text} or ${joined(args, site)})`,
  },
  compile: (text) => text,
};

/** `eb(…).or('b', '=', 2)`, or another expression. */
function joined([left = UNDEFINED, operator, right = UNDEFINED]: readonly Value[], site: Site): TextValue {
  if (operator === undefined) return sqlLiteral(left, site);
  return sqlAt(
    site.at,
  )`${wrapName(left, site)} ${sqlValue(operator, site.at, 'the operator')} ${sqlLiteral(right, site)}`;
}

/** The tag `sql` of Kysely. */
export function sqlTag(recorder: Recorder): HostValue {
  const make =
    (build: (args: readonly Value[], site: Site) => TextValue) =>
    (args: readonly Value[], site: Site): Value =>
      fragment(recorder, build(args, site));
  const functions: Readonly<Record<string, (args: readonly Value[], site: Site) => TextValue>> = {
    ref: ([name], site) => wrapName(name, site),
    table: ([name], site) => wrapName(name, site),
    id: (names, site) =>
      joinSql(
        names.map((name) => quoteName(sqlValue(name, site.at, 'the name'), site.at)),
        '.',
        site.at,
      ),
    lit: ([value = UNDEFINED], site) => sqlLiteral(value, site),
    literal: ([value = UNDEFINED], site) => sqlLiteral(value, site),
    val: ([value = UNDEFINED], site) => sqlLiteral(value, site),
    value: ([value = UNDEFINED], site) => sqlLiteral(value, site),
    raw: ([text], site) => sqlValue(text, site.at, 'the SQL'),
    join: ([list, separator], site) => {
      const items =
        list?.kind === 'array' ? [...list.items, ...(list.open === undefined ? [] : [list.open])] : [];
      const between = separator === undefined ? sqlAt(site.at)`, ` : embedded(separator, site);
      return {
        kind: 'text',
        pieces: items.flatMap((item, index) => [
          ...(index > 0 ? between.pieces : []),
          ...embedded(item, site).pieces,
        ]),
      };
    },
  };
  return templateTag(
    'sql',
    make((args, site) => templateSql(args, site, embedded)),
    (key) => {
      const build = Object.hasOwn(functions, key) ? functions[key] : undefined;
      return build === undefined ? undefined : tagFunction(`sql.${key}`, make(build));
    },
  );
}

function embedded(value: Value, site: Site): TextValue {
  return sqlLiteral(value, site);
}
