import type { Options } from '../../javascript/options';
import { joinSql, quoteName, sqlAt } from '../../javascript/sql-text';
import { knownText, textAt } from '../../javascript/text';
import type { TextValue, Value } from '../../javascript/value';
import { parameterSql } from './routines';
import type { PgmCall, Steps } from './words';
import { listOf, nameSql, phrase, rawSql, typeSql, when } from './words';

/** Operators, and the classes and families that tell indexes of them. */
export const OPERATORS: Readonly<Record<string, Steps>> = {
  createOperator: (call) => {
    const { args, site } = call;
    const sql = sqlAt(site.at);
    const given = call.options(args[1]);
    const name = (key: string, word: string): TextValue | undefined => {
      const value = given.value(key);
      return value && sql`${word} = ${nameSql(value, site)}`;
    };
    const operator = (key: string, word: string): TextValue | undefined => {
      const value = given.value(key);
      return value && sql`${word} = ${operatorSql(call, value)}`;
    };
    const parts = [
      name('procedure', 'PROCEDURE'),
      name('left', 'LEFTARG'),
      name('right', 'RIGHTARG'),
      operator('commutator', 'COMMUTATOR'),
      operator('negator', 'NEGATOR'),
      name('restrict', 'RESTRICT'),
      name('join', 'JOIN'),
      ...(given.flag('hashes') ? ['HASHES'] : []),
      ...(given.flag('merges') ? ['MERGES'] : []),
    ].filter((part) => part !== undefined);
    return [sql`CREATE OPERATOR ${operatorSql(call, args[0])} (${joinSql(parts, ', ', site.at)})`];
  },
  dropOperator: (call) => {
    const { args, site } = call;
    const given = call.options(args[1]);
    const side = (key: string): TextValue => nameSql(given.value(key) ?? textAt('none', site.at), site);
    return [
      sqlAt(
        site.at,
      )`DROP OPERATOR ${when(given, 'ifExists', 'IF EXISTS ')}${operatorSql(call, args[0])}(${side('left')}, ${side('right')})${when(given, 'cascade', ' CASCADE')}`,
    ];
  },
  createOperatorClass: (call) => {
    const { args, site } = call;
    const sql = sqlAt(site.at);
    const given = call.options(args[4]);
    const family = given.value('family');
    return [
      phrase(
        [
          sql`CREATE OPERATOR CLASS ${nameSql(args[0], site)}`,
          given.flag('default') ? 'DEFAULT' : undefined,
          sql`FOR TYPE ${quoteName(typeSql(args[1], site), site.at)} USING ${nameSql(args[2], site)}`,
          family && sql`FAMILY ${rawSql(family, site, 'the family')}`,
          sql`AS ${membersSql(call, args[3])}`,
        ],
        site,
      ),
    ];
  },
  dropOperatorClass: dropUsing('CLASS'),
  renameOperatorClass: renameUsing('CLASS'),
  createOperatorFamily: ({ args, site }) => [
    sqlAt(
      site.at,
    )`CREATE OPERATOR FAMILY ${nameSql(args[0], site)} USING ${rawSql(args[1], site, 'the method')}`,
  ],
  dropOperatorFamily: dropUsing('FAMILY'),
  renameOperatorFamily: renameUsing('FAMILY'),
  addToOperatorFamily: alterFamily('ADD'),
  removeFromOperatorFamily: alterFamily('DROP'),
};

function dropUsing(what: string): Steps {
  return ({ args, site, options }) => {
    const given = options(args[2]);
    return [
      sqlAt(
        site.at,
      )`DROP OPERATOR ${what} ${when(given, 'ifExists', 'IF EXISTS ')}${nameSql(args[0], site)} USING ${rawSql(args[1], site, 'the method')}${when(given, 'cascade', ' CASCADE')}`,
    ];
  };
}

function renameUsing(what: string): Steps {
  return ({ args, site }) => [
    sqlAt(
      site.at,
    )`ALTER OPERATOR ${what} ${nameSql(args[0], site)} USING ${rawSql(args[1], site, 'the method')} RENAME TO ${nameSql(args[2], site)}`,
  ];
}

function alterFamily(action: string): Steps {
  return (call) => {
    const { args, site } = call;
    return [
      sqlAt(
        site.at,
      )`ALTER OPERATOR FAMILY ${nameSql(args[0], site)} USING ${rawSql(args[1], site, 'the method')} ${action} ${membersSql(call, args[2])}`,
    ];
  };
}

/** The signs of an operator, without quotes, in a schema where one is given. */
function operatorSql({ site }: PgmCall, value: Value | undefined): TextValue {
  if (value?.kind !== 'object') return rawSql(value, site, 'the operator');
  const schema = value.entries.get('schema');
  const name = rawSql(value.entries.get('name'), site, 'the operator');
  return schema === undefined ? name : sqlAt(site.at)`${rawSql(schema, site, 'the schema')}.${name}`;
}

function membersSql(call: PgmCall, list: Value | undefined): TextValue {
  const members = listOf(list).map((member) => memberSql(call, call.options(member)));
  return joinSql(members, ', ', call.site.at);
}

/** `OPERATOR 1 <`, `FUNCTION 1 compare(a, b)`. Operators are written in quotes there, which the server refuses: they are written as they are. */
function memberSql(call: PgmCall, given: Options): TextValue {
  const { site } = call;
  const sql = sqlAt(site.at);
  const number = rawSql(given.value('number'), site, 'the number');
  const params = given.list('params').map((param) => parameterSql(call, param));
  const listed = sql`(${joinSql(params, ', ', site.at)})`;
  return knownText(given.value('type'))?.toLowerCase() === 'function'
    ? sql`FUNCTION ${number} ${nameSql(given.value('name'), site)}${listed}`
    : sql`OPERATOR ${number} ${operatorSql(call, given.value('name'))}${params.length === 0 ? '' : listed}`;
}
