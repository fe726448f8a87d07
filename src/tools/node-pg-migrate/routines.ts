import type { Options } from '../../javascript/options';
import { joinSql, quoteLiteral, sqlAt, sqlValue } from '../../javascript/sql-text';
import type { TextValue, Value } from '../../javascript/value';
import { FALSE, objectOf } from '../../javascript/value';
import { knownText, textAt } from '../../javascript/text';
import { deferrable } from './constraint';
import type { PgmCall, Steps } from './words';
import { listOf, nameSql, phrase, rawSql, typeSql, valueSql, when } from './words';

/** Functions and the triggers that call them. */
export const ROUTINES: Readonly<Record<string, Steps>> = {
  createFunction: (call) => [
    createFunction(call, call.args[0], call.args[1], call.options(call.args[2]), call.args[3]),
  ],
  dropFunction: (call) => {
    const { args, site, options } = call;
    const given = options(args[2]);
    return [
      sqlAt(
        site.at,
      )`DROP FUNCTION ${when(given, 'ifExists', 'IF EXISTS ')}${signature(call, args[0], args[1])}${when(given, 'cascade', ' CASCADE')}`,
    ];
  },
  renameFunction: (call) => [
    sqlAt(
      call.site.at,
    )`ALTER FUNCTION ${signature(call, call.args[0], call.args[1])} RENAME TO ${nameSql(call.args[2], call.site)}`,
  ],
  createTrigger: (call) => [createTrigger(call)],
};

function signature(call: PgmCall, name: Value | undefined, parameters: Value | undefined): TextValue {
  const written = listOf(parameters).map((parameter) => parameterSql(call, parameter));
  return sqlAt(call.site.at)`${nameSql(name, call.site)}(${joinSql(written, ', ', call.site.at)})`;
}

/** A parameter of a function or an operator: a type, or `{ mode, name, type, default }`. */
export function parameterSql({ site, options }: PgmCall, parameter: Value): TextValue {
  if (parameter.kind !== 'object') return typeSql(parameter, site);
  const given = options(parameter);
  const sql = sqlAt(site.at);
  const name = given.value('name');
  const value = given.value('default');
  return phrase(
    [
      given.text('mode'),
      name && nameSql(name, site),
      typeSql(given.value('type'), site),
      value && sql`DEFAULT ${valueSql(value, site)}`,
    ],
    site,
  );
}

function createFunction(
  call: PgmCall,
  name: Value | undefined,
  parameters: Value | undefined,
  options: Options,
  body: Value | undefined,
): TextValue {
  const { site } = call;
  const sql = sqlAt(site.at);
  const security = options.text('security');
  const parallel = options.text('parallel');
  const settings = options.list('set').map((setting) => {
    const given = call.options(setting);
    const value = given.value('value');
    const to = value === undefined ? sql`FROM CURRENT` : sql`TO ${rawSql(value, site, 'the setting')}`;
    return sql`SET ${nameSql(given.value('configurationParameter'), site)} ${to}`;
  });
  return phrase(
    [
      sql`CREATE ${when(options, 'replace', 'OR REPLACE ')}FUNCTION ${signature(call, name, parameters)}`,
      sql`RETURNS ${options.text('returns') ?? 'void'}`,
      sql`AS ${quoteLiteral(sqlValue(body, site.at, 'the body'), site.at)}`,
      options.text('behavior') ?? 'VOLATILE',
      sql`LANGUAGE ${options.text('language') ?? sqlValue(undefined, site.at, 'the language')}`,
      security && sql`SECURITY ${security}`,
      options.flag('window') ? 'WINDOW' : undefined,
      options.has('onNull') && options.flag('onNull') ? 'RETURNS NULL ON NULL INPUT' : undefined,
      parallel && sql`PARALLEL ${parallel}`,
      ...settings,
    ],
    site,
  );
}

/** With a body, the function of the trigger is made first and named like it. */
function createTrigger(call: PgmCall): TextValue {
  const { args, site } = call;
  const sql = sqlAt(site.at);
  const [table, name, described, body] = args;
  const options = call.options(described);
  const isConstraint = options.flag('constraint');
  const own = options.value('function');
  const called = own ?? name;
  const operations = listOf(options.value('operation')).map((operation) =>
    rawSql(operation, site, 'the operation'),
  );
  const params = options.list('functionParams').map((param) => valueSql(param, site));
  const condition = options.text('condition');
  const isRow = knownText(options.value('level'))?.toUpperCase() === 'ROW';
  const late = isConstraint ? deferrable(options).trim() : '';
  const trigger = phrase(
    [
      sql`CREATE ${when(options, 'replace', 'OR REPLACE ')}${isConstraint ? 'CONSTRAINT ' : ''}TRIGGER ${nameSql(name, site)}`,
      options.text('when') ?? (isConstraint ? 'AFTER' : 'BEFORE'),
      sql`${joinSql(operations, ' OR ', site.at)} ON ${nameSql(table, site)}`,
      late,
      isRow ? 'FOR EACH ROW' : 'FOR EACH STATEMENT',
      condition && sql`WHEN (${condition})`,
      sql`EXECUTE PROCEDURE ${nameSql(called, site)}(${joinSql(params, ', ', site.at)})`,
    ],
    site,
  );
  if (body === undefined || body.kind === 'undefined') return trigger;
  const returns = call.options(
    objectOf([...options.object.entries, ['returns', textAt('trigger', site.at)], ['replace', FALSE]]),
  );
  return joinSql([createFunction(call, called, undefined, returns, body), trigger], ';\n', site.at);
}
