import { callValue } from '../javascript/call';
import { givenRows } from '../javascript/given-rows';
import { hostObject } from '../javascript/host';
import type { Recorder } from '../javascript/recorder';
import { sqlLiteral } from '../javascript/sql-literal';
import { replaceText } from '../javascript/replace-text';
import { sqlValue } from '../javascript/sql-text';
import type { ToolMethod } from '../javascript/tool-host';
import { toolFunction, toolHost } from '../javascript/tool-host';
import type { HostValue, Value } from '../javascript/value';
import { NULL, objectOf, UNDEFINED } from '../javascript/value';

/** `pg`, by which a migration may open connections of its own, outside of what the tool's runner does. */
export function driverPackages(recorder: Recorder): ReadonlyMap<string, Value> {
  const construct = (make: (recorder: Recorder) => HostValue, name: string): Value => ({
    kind: 'host',
    host: { name, construct: () => make(recorder.elsewhere()) },
  });
  const properties = {
    Client: construct(clientHost, 'Client'),
    Pool: construct(poolHost, 'Pool'),
    types: hostObject('types', {
      setTypeParser: toolFunction('setTypeParser', () => undefined),
    }),
  };
  const pg = hostObject('pg', properties);
  const whole = hostObject('pg', { ...properties, default: pg, native: pg });
  return new Map([['pg', whole]]);
}

/** One connection. */
function clientHost(recorder: Recorder): HostValue {
  const client: HostValue = toolHost(recorder, 'client', {
    query: queryOn(recorder),
    connect: answering(() => undefined),
    end: answering(() => undefined),
    release: () => undefined,
    on: () => client,
    once: () => client,
    removeListener: () => client,
  });
  return client;
}

/** Each query may get another connection; `connect` gives one that is kept. */
function poolHost(recorder: Recorder): HostValue {
  const pool: HostValue = toolHost(recorder, 'pool', {
    query: queryOn(recorder),
    connect: answering(() => clientHost(recorder.elsewhere())),
    end: answering(() => undefined),
    on: () => pool,
    once: () => pool,
    removeListener: () => pool,
  });
  return pool;
}

/** `query(text, values)`, `query({ text, values })`, with or without a callback. Values are parameters, written here as literals. */
function queryOn(recorder: Recorder): ToolMethod {
  return answering((args, site) => {
    const [given = UNDEFINED] = args;
    const own = given.kind === 'object' ? given.entries : undefined;
    const values = own?.get('values') ?? args[1];
    const text = sqlValue(own === undefined ? given : own.get('text'), site.at, 'the SQL');
    const items = values?.kind === 'array' ? values.items : undefined;
    const written =
      items === undefined
        ? text
        : replaceText(text, /\$(\d+)/g, ([, place = '']) => {
            const value = items[Number(place) - 1];
            return value === undefined ? undefined : sqlLiteral(value, site);
          });
    recorder.send(written, site);
    return objectOf(Object.entries(givenRows(recorder, written, undefined, site)));
  });
}

/** A method that gives its result to a callback too, where it is given one. */
function answering(method: ToolMethod): ToolMethod {
  return (args, site) => {
    const result = method(args, site);
    const callback = args.at(-1);
    if (callback?.kind === 'function') callValue(callback, [NULL, result ?? UNDEFINED, UNDEFINED], site);
    return result;
  };
}
