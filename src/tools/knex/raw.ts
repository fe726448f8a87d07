import { connectionOf } from '../../javascript/connection';
import { givenRows } from '../../javascript/given-rows';
import type { Site } from '../../javascript/host';
import type { Recorder } from '../../javascript/recorder';
import { replaceText } from '../../javascript/replace-text';
import { sqlLiteral } from '../../javascript/sql-literal';
import { sqlValue } from '../../javascript/sql-text';
import { toolFunction } from '../../javascript/tool-host';
import type { HostValue, TextValue, Value } from '../../javascript/value';
import { objectOf, UNDEFINED, unknownAt } from '../../javascript/value';
import { columnize } from './names';

/** What a builder does when it is waited for, or when the migration ends and nobody used it as a part of something else. */
export interface Pending {
  /** `taken`: it became a part of another statement; `sent`: it was sent. */
  state: 'waiting' | 'taken' | 'sent';
  /** The connection that it is sent by, which `transacting` changes. */
  by: Recorder;
  send(): void;
}

/** `knex.raw(sql, bindings)`: a statement if it is waited for, a fragment where it is a part of something. */
export function rawHost(
  recorder: Recorder,
  pending: Pending[],
  args: readonly Value[],
  site: Site,
): HostValue {
  const text = bindValues(sqlValue(args[0], site.at, 'the SQL'), args[1], site);
  const { guard, handling } = site.run;
  const mine: Pending = {
    state: 'waiting',
    by: recorder,
    send() {
      if (mine.state !== 'waiting') return;
      mine.state = 'sent';
      const outer = { guard: site.run.guard, handling: site.run.handling };
      Object.assign(site.run, { guard: site.run.guard ?? guard, handling: site.run.handling || handling });
      mine.by.send(text, site);
      Object.assign(site.run, outer);
    },
  };
  pending.push(mine);
  return fragmentHost(text, mine);
}

/** A piece of SQL that has no life of its own: `knex.fn.now()`, `knex.ref('x')`. */
export function fragmentHost(text: TextValue, pending?: Pending): HostValue {
  const take = (): TextValue => {
    if (pending?.state === 'waiting') pending.state = 'taken';
    return text;
  };
  const raw: HostValue = {
    kind: 'host',
    host: {
      name: 'knex.raw',
      text: take,
      ...(pending && {
        settle: (site: Site) => {
          const isSent = pending.state === 'waiting';
          pending.send();
          const given = givenRows(pending.by, isSent ? text : undefined, undefined, site);
          return objectOf(Object.entries(given));
        },
      }),
      read: (key) => {
        if (key === 'toString' || key === 'toQuery') return toolFunction(key, () => take());
        if (key === 'toSQL') return toolFunction(key, (_args, site) => compiled(take(), site));
        if (key === 'wrap') {
          return toolFunction(key, ([before = UNDEFINED, after = UNDEFINED], site) => {
            const pieces = [
              ...sqlValue(before, site.at).pieces,
              ...take().pieces,
              ...sqlValue(after, site.at).pieces,
            ];
            return fragmentHost({ kind: 'text', pieces });
          });
        }
        if (key === 'transacting') {
          return toolFunction(key, ([transaction]) => {
            if (pending !== undefined) pending.by = connectionOf(transaction) ?? pending.by;
            return raw;
          });
        }
        const chained = ['connection', 'on', 'debug', 'timeout', 'as', 'queryContext'].includes(key);
        return chained ? toolFunction(key, () => raw) : undefined;
      },
    },
  };
  return raw;
}

/** What `toSQL()` gives: the text, also as `toNative()` has it. */
export function compiled(sql: TextValue, { at }: Site): Value {
  const native = objectOf([
    ['sql', sql],
    ['bindings', unknownAt(at, 'the values stand in the text', 'bindings')],
  ]);
  return objectOf([...native.entries, ['toNative', toolFunction('toNative', () => native)]]);
}

/** Puts values in the place of `?` and `:name`, names in that of `??` and `:name:`. `\\?` is the sign itself, bindings or not. */
export function bindValues(text: TextValue, bindings: Value | undefined, site: Site): TextValue {
  if (bindings === undefined || bindings.kind === 'undefined') return withSigns(text);
  if (bindings.kind === 'object') {
    return replaceText(withSigns(text), /(?<!:):(\w+)(:?)(?!:)/g, ([, name = '', isName]) => {
      const value = bindings.entries.get(name) ?? bindings.open;
      if (value === undefined) return undefined;
      return isName === ':' ? columnize(value, site) : sqlLiteral(value, site);
    });
  }
  const values = bindings.kind === 'array' ? bindings.items : [bindings];
  const missing = bindings.kind === 'array' ? (bindings.open ?? UNDEFINED) : bindings;
  let index = 0;
  return replaceText(text, /\\\?|\?\??/g, ([mark]) => {
    if (mark === '\\?') return '?';
    const value = values[index] ?? missing;
    index += 1;
    if (mark === '??') return columnize(value, site);
    return value.kind === 'array' ? listLiteral(value.items, site) : sqlLiteral(value, site);
  });
}

function withSigns(text: TextValue): TextValue {
  return replaceText(text, /\\\?/g, () => '?');
}

function listLiteral(items: readonly Value[], site: Site): TextValue {
  const pieces = items.flatMap((item, index) => [
    ...(index > 0 ? ([{ kind: 'known', text: ', ', at: site.at, mapping: 'whole' }] as const) : []),
    ...sqlLiteral(item, site).pieces,
  ]);
  return { kind: 'text', pieces };
}
