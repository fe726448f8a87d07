import { callValue } from '../../javascript/call';
import type { Site } from '../../javascript/host';
import { hostObject } from '../../javascript/host';
import type { Options } from '../../javascript/options';
import { optionsOf } from '../../javascript/options';
import type { Recorder } from '../../javascript/recorder';
import { replaceText } from '../../javascript/replace-text';
import { textAt } from '../../javascript/text';
import type { ToolMethod } from '../../javascript/tool-host';
import { toolHost } from '../../javascript/tool-host';
import type { HostValue, TextValue, Value } from '../../javascript/value';
import { NULL, objectOf, UNDEFINED, unknownAt } from '../../javascript/value';
import { filePath } from '../../sql/source';
import { CALLS } from './calls';
import { DATA_TYPES } from './column';

/** The `db` that a migration of db-migrate is given. */
export function dbHost(recorder: Recorder): HostValue {
  const query: ToolMethod = (args, site) => {
    recorder.send(args[0] ?? UNDEFINED, site);
    return answer(args, site);
  };
  const runSql: ToolMethod = (args, site) => {
    const [sql = UNDEFINED, values] = args;
    const hasValues = values !== undefined && !isCallback(values);
    recorder.send(hasValues && sql.kind === 'text' ? numbered(sql, site) : sql, site);
    return answer(args, site);
  };
  const answer = (args: readonly Value[], site: Site): Value => {
    const rows = unknownAt(site.at, 'only the database knows what the query gives', 'the result of a query');
    callBack(args, rows, site);
    return rows;
  };
  const methods = Object.fromEntries(
    Object.entries(CALLS).map(([name, statements]): [string, ToolMethod] => [
      name,
      (args, site) => {
        const own = args.filter((arg) => arg.kind !== 'function');
        const options = (value: Value | undefined): Options => readOptions(recorder, value, site);
        for (const statement of statements({ args: own, site, options })) recorder.send(statement, site);
        return callBack(args, UNDEFINED, site);
      },
    ]),
  );
  return toolHost(recorder, 'db', {
    ...methods,
    runSql,
    all: query,
    startMigration: (args, site) => callBack(args, UNDEFINED, site),
    endMigration: (args, site) => callBack(args, UNDEFINED, site),
    close: (args, site) => callBack(args, UNDEFINED, site),
  });
}

/** The package, and the `dbmigrate` that `setup` is given. */
export function libraryHost(): Value {
  const place = { file: filePath(''), start: 0, end: 0 };
  const dataType = hostObject(
    'dataType',
    Object.fromEntries(Object.entries(DATA_TYPES).map(([name, type]) => [name, textAt(type, place)])),
  );
  return objectOf([
    ['dataType', dataType],
    ['version', textAt('0.11', place)],
  ]);
}

/** The last argument is called when the work is done, as callbacks of Node.js are. */
function callBack(args: readonly Value[], result: Value, site: Site): Value {
  const callback = args.at(-1);
  if (callback !== undefined && isCallback(callback)) callValue(callback, [NULL, result], site);
  return UNDEFINED;
}

function isCallback(value: Value): boolean {
  return value.kind === 'function' || (value.kind === 'host' && value.host.call !== undefined);
}

/** With values, each question mark of a text is the place of one. */
function numbered(text: TextValue, { at }: Site): TextValue {
  let count = 0;
  return replaceText(text, /\?/g, () => textAt(`$${(count += 1)}`, at));
}

function readOptions(recorder: Recorder, value: Value | undefined, { at }: Site): Options {
  const object =
    value?.kind === 'object'
      ? value
      : value?.kind === 'text'
        ? objectOf([['type', value]])
        : value?.kind === 'unknown'
          ? { ...objectOf([]), open: value }
          : objectOf([]);
  const options = optionsOf(object, at, (key, unknown) =>
    recorder.report({ at: unknown.at, reason: 'dynamic-sql', detail: `${key} is not known: ${unknown.why}` }),
  );
  if (options === undefined) throw new TypeError('An object was given');
  return options;
}
