import { callValue } from './call';
import { mapOptions } from './choice';
import { runEither } from './journal';
import type { Site } from './host';
import { withGuard } from './run';
import type { Value } from './value';
import { arrayOf, NULL, UNDEFINED, unknownAt } from './value';

/** What `await` gives: a host that waits for it does its work now. */
export function settle(value: Value, site: Site): Value {
  return mapOptions(value, (option) =>
    option.kind === 'host' ? (option.host.settle?.(site) ?? option) : option,
  );
}

/** `Promise.all` of a list: each element settled, in order. */
export function settleAll(value: Value, site: Site): Value {
  const list = settle(value, site);
  if (list.kind !== 'array') return list;
  return arrayOf(
    list.items.map((item) => settle(item, site)),
    list.open,
  );
}

type Method = (value: Value, args: readonly Value[], site: Site) => Value;

/** The methods of promises, also those that only Bluebird's have. */
export function promiseMethod(name: string): Method | undefined {
  return Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
}

const METHODS: Readonly<Record<string, Method>> = {
  then: (value, [done, failed], site) => {
    const own = value.kind === 'object' ? value.entries.get('then') : undefined;
    if (own !== undefined) return callValue(own, [done ?? UNDEFINED, failed ?? UNDEFINED], site, value);
    const settled = settle(value, site);
    const result = isFunction(done) ? settle(callValue(done, [settled], site), site) : settled;
    if (isFunction(failed)) onFailure(failed, site);
    return result;
  },
  catch: (value, [failed], site) => {
    const settled = settle(value, site);
    if (isFunction(failed)) onFailure(failed, site);
    return settled;
  },
  finally: (value, [done], site) => {
    const settled = settle(value, site);
    if (isFunction(done)) settle(callValue(done, [], site), site);
    return settled;
  },
  tap: (value, [done], site) => {
    const settled = settle(value, site);
    if (isFunction(done)) settle(callValue(done, [settled], site), site);
    return settled;
  },
  spread: (value, [done], site) => {
    const settled = settleAll(value, site);
    if (!isFunction(done)) return settled;
    return settle(callValue(done, settled.kind === 'array' ? settled.items : [], site), site);
  },
  asCallback: (value, [done], site) => {
    const settled = settle(value, site);
    return isFunction(done) ? callValue(done, [NULL, settled], site) : settled;
  },
};
/** What answers a failure may run or not. */
export function onFailure(failed: Value, site: Site): void {
  const { run } = site;
  const outer = run.handling;
  run.handling = true;
  runEither(
    run,
    () => {
      withGuard(run, 'something before it fails', () =>
        settle(
          callValue(failed, [unknownAt(site.at, 'an error is not known before it happens')], site),
          site,
        ),
      );
      return true;
    },
    () => true,
  );
  run.handling = outer;
}

export function isFunction(value: Value | undefined): value is Value {
  if (value === undefined) return false;
  return value.kind === 'function' || (value.kind === 'host' && value.host.call !== undefined);
}
