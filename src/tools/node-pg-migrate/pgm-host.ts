import { callValue } from '../../javascript/call';
import type { GivenRows } from '../../javascript/given-rows';
import { givenRows } from '../../javascript/given-rows';
import type { Site } from '../../javascript/host';
import type { Options } from '../../javascript/options';
import { optionsOf } from '../../javascript/options';
import type { Recorder } from '../../javascript/recorder';
import { replaceText } from '../../javascript/replace-text';
import { sqlValue } from '../../javascript/sql-text';
import type { ToolMethod } from '../../javascript/tool-host';
import { queryMethod, toolHost } from '../../javascript/tool-host';
import type { HostValue, TextValue, Value } from '../../javascript/value';
import { objectOf, UNDEFINED } from '../../javascript/value';
import { GRANTS } from './grants';
import { INDEXES } from './indexes';
import { OBJECTS } from './objects';
import { OPERATORS } from './operators';
import { ROUTINES } from './routines';
import { SEQUENCES } from './sequence';
import { TABLES } from './tables';
import { VIEWS } from './views';
import type { Steps } from './words';
import { nameSql } from './words';

const CALLS: Readonly<Record<string, Steps>> = {
  ...TABLES,
  ...INDEXES,
  ...OBJECTS,
  ...OPERATORS,
  ...GRANTS,
  ...ROUTINES,
  ...SEQUENCES,
  ...VIEWS,
};

/** The `pgm` that a migration of node-pg-migrate is given. Statements are sent in the order of the calls, when the migration ends. */
export function pgmHost(recorder: Recorder, shorthands: ReadonlyMap<string, Value>): HostValue {
  const methods = Object.fromEntries(
    Object.entries(CALLS).map(([name, steps]): [string, ToolMethod] => [
      name,
      (args, site) => {
        const options = (value: Value | undefined): Options => readOptions(recorder, value, site);
        for (const step of steps({ args, site, options, shorthands })) recorder.send(step, site);
      },
    ]),
  );
  return toolHost(
    recorder,
    'pgm',
    {
      ...methods,
      sql: (args, site) => recorder.send(template(args, site), site),
      func: ([text], site) => literalHost(sqlValue(text, site.at, 'the expression')),
      noTransaction: () => void (recorder.transaction = 'none'),
    },
    { db: () => dbHost(recorder) },
  );
}

/** `pgm.db`: sends at once, before the statements of the calls. */
function dbHost(recorder: Recorder): HostValue {
  const send = ([given = UNDEFINED, values]: readonly Value[], site: Site): GivenRows => {
    const own = given.kind === 'object' ? given.entries : undefined;
    const text = own === undefined ? given : (own.get('text') ?? UNDEFINED);
    recorder.send(text, site);
    return givenRows(recorder, text, own?.get('values') ?? values, site);
  };
  return toolHost(recorder, 'pgm.db', {
    query: (args, site) => objectOf(Object.entries(send(args, site))),
    select: (args, site) => send(args, site).rows,
    connect: ([callback], site) => (callback === undefined ? UNDEFINED : callValue(callback, [], site)),
    addBeforeCloseListener: queryMethod('addBeforeCloseListener'),
  });
}

/** `pgm.func('now()')` stands in the SQL as it is. */
function literalHost(text: TextValue): HostValue {
  return { kind: 'host', host: { name: 'pgm.func', text: () => text } };
}

/** `pgm.sql('… {name} …', { name })`: each name in braces is written as a name. */
function template([text, values]: readonly Value[], site: Site): TextValue {
  const sql = sqlValue(text, site.at, 'the SQL');
  if (values?.kind !== 'object') return sql;
  return replaceText(sql, /\{(\w+)\}/g, ([, name = '']) => {
    const value = values.entries.get(name) ?? values.open;
    return value === undefined ? undefined : nameSql(value, site);
  });
}

function readOptions(recorder: Recorder, value: Value | undefined, { at }: Site): Options {
  const object =
    value?.kind === 'object'
      ? value
      : value?.kind === 'unknown'
        ? { ...objectOf([]), open: value }
        : objectOf([]);
  const options = optionsOf(object, at, (key, unknown) =>
    recorder.report({ at: unknown.at, reason: 'dynamic-sql', detail: `${key} is not known: ${unknown.why}` }),
  );
  if (options === undefined) throw new TypeError('An object was given');
  return options;
}
