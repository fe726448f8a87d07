import { callValue } from '../../javascript/call';
import type { Site } from '../../javascript/host';
import { importNamespace } from '../../javascript/modules';
import type { Recorder } from '../../javascript/recorder';
import { rootScope } from '../../javascript/scope';
import { knownText } from '../../javascript/text';
import { unmodelled } from '../../javascript/tool-host';
import type { HostValue, Value } from '../../javascript/value';
import { objectOf, TRUE, UNDEFINED, unknownAt } from '../../javascript/value';

/** Sends what a call of the query interface gives; `given` is what the model was given, with the transaction among it. */
type Send = (call: string, args: readonly Value[], site: Site, given: readonly Value[]) => void;

/** What defines models, and reads and writes rows through them. */
export interface Models {
  /** The class `Model` that the project's own extend. */
  readonly base: HostValue;
  /** `sequelize.define(name, attributes, options)`. */
  define(args: readonly Value[], site: Site): Value;
  /** `sequelize.import(path)`: a module that is given the connection and defines one. */
  load(args: readonly Value[], site: Site): Value;
}

/** What is known of the table behind a model. */
interface Kept {
  readonly table: Value | undefined;
  readonly isParanoid: boolean;
}

type Write = (args: readonly Value[], kept: Kept, site: Site) => readonly [string, readonly Value[]];

const WRITES: Readonly<Record<string, Write>> = {
  update: ([values = UNDEFINED, options], kept, site) => [
    'bulkUpdate',
    [tableOf(kept, site), values, propertyOf(options, 'where')],
  ],
  destroy: ([options], kept, site) => deletion(options, kept, site),
  truncate: (_args, kept, site) => [
    'bulkDelete',
    [tableOf(kept, site), UNDEFINED, objectOf([['truncate', TRUE]])],
  ],
  restore: ([options], kept, site) => [
    'bulkUpdate',
    [tableOf(kept, site), objectOf([['deletedAt', { kind: 'null' }]]), propertyOf(options, 'where')],
  ],
  create: ([values = UNDEFINED], kept, site) => inserted([values], kept, site),
  upsert: ([values = UNDEFINED], kept, site) => inserted([values], kept, site),
  findOrCreate: ([options], kept, site) => inserted([propertyOf(options, 'defaults')], kept, site),
  bulkCreate: ([rows = UNDEFINED], kept, site) => ['bulkInsert', [tableOf(kept, site), rows]],
  increment: (args, kept, site) => counted(args, kept, site),
  decrement: (args, kept, site) => counted(args, kept, site),
};

/** What only asks the database. */
const READS: ReadonlySet<string> = new Set([
  'findAll',
  'findOne',
  'findByPk',
  'findById',
  'find',
  'findAndCountAll',
  'count',
  'sum',
  'min',
  'max',
  'aggregate',
  'describe',
]);

/** What describes the model and sends nothing. */
const SETTINGS: ReadonlySet<string> = new Set([
  'belongsTo',
  'belongsToMany',
  'hasMany',
  'hasOne',
  'addHook',
  'hook',
  'addScope',
  'removeAttribute',
  'beforeCreate',
  'beforeUpdate',
  'beforeSave',
  'beforeDestroy',
  'beforeValidate',
  'beforeBulkCreate',
  'beforeBulkUpdate',
  'beforeBulkDestroy',
  'afterCreate',
  'afterUpdate',
  'afterSave',
  'afterDestroy',
  'afterFind',
  'afterBulkCreate',
  'afterBulkUpdate',
  'associate',
  'getTableName',
  'build',
]);

export function modelsOf(
  recorder: Recorder,
  send: Send,
  connection: () => Value,
  library: () => Value,
): Models {
  const known = new Map<Value, Kept>();
  const settings = (options: Value | undefined, name: Value | undefined): Kept => {
    const table = propertyOf(options, 'tableName');
    const isOwn = propertyOf(options, 'freezeTableName').kind === 'boolean';
    return {
      table: table.kind === 'undefined' ? (isOwn ? name : undefined) : table,
      isParanoid: propertyOf(options, 'paranoid') === TRUE,
    };
  };
  const method = (key: string, name: string): Value | undefined => {
    const call = (args: readonly Value[], site: Site, self: Value | undefined): Value => {
      const write = WRITES[key];
      const kept = (self && known.get(self)) ?? { table: undefined, isParanoid: false };
      if (write !== undefined) {
        const [sent, given] = write(args, kept, site);
        send(sent, given, site, args);
      }
      return unknownAt(site.at, 'only the database knows what a model gives', 'rows of a model');
    };
    const isKnown = Object.hasOwn(WRITES, key) || READS.has(key);
    return isKnown ? { kind: 'host', host: { name: `${name}.${key}`, call } } : undefined;
  };
  const setting = (key: string): Value => ({
    kind: 'host',
    host: {
      name: key,
      call: ([first], _site, self) => (key === 'build' ? (first ?? UNDEFINED) : (self ?? UNDEFINED)),
    },
  });
  const read =
    (name: string) =>
    (key: string): Value | undefined =>
      method(key, name) ?? (SETTINGS.has(key) ? setting(key) : undefined);
  const base: HostValue = {
    kind: 'host',
    host: {
      name: 'Model',
      read: (key, site, self) => {
        if (key !== 'init') return read('Model')(key) ?? unmodelledHere(recorder, key, self, site);
        const call = ([, options]: readonly Value[], _at: Site, made: Value | undefined): Value => {
          if (made !== undefined) known.set(made, settings(options, propertyOf(options, 'modelName')));
          return made ?? UNDEFINED;
        };
        return { kind: 'host', host: { name: 'Model.init', call } };
      },
    },
  };
  const define = ([name, , options]: readonly Value[]): Value => {
    const title = knownText(name) ?? 'a model';
    const own = new Map<string, Value>();
    const model: HostValue = {
      kind: 'host',
      host: {
        name: title,
        read: (key) =>
          own.get(key) ??
          (key === 'scope' || key === 'unscoped' ? returning(model) : undefined) ??
          (key === 'name' ? name : undefined) ??
          (key === 'prototype' ? objectOf([]) : undefined) ??
          read(title)(key),
        write: (key, value) => void own.set(key, value),
        construct: ([values]) => values ?? objectOf([]),
      },
    };
    known.set(model, settings(options, name));
    return model;
  };
  const load = ([path = UNDEFINED]: readonly Value[], site: Site): Value => {
    const name = knownText(path);
    if (name === undefined) return unknownAt(site.at, 'which model is imported is not known');
    const { source } = recorder;
    const made = importNamespace(site.run, name, rootScope({ path: source.path, text: source.text }), site);
    const maker = made.kind === 'host' ? (made.host.read?.('default', site) ?? made) : made;
    return maker.kind === 'function' ? callValue(maker, [connection(), library()], site) : maker;
  };
  return { base, define, load };
}

const returning = (value: Value): Value => ({ kind: 'host', host: { name: 'scope', call: () => value } });

/** A name that the class itself may have, and the library does not. */
function unmodelledHere(
  recorder: Recorder,
  key: string,
  self: Value | undefined,
  site: Site,
): Value | undefined {
  if (self?.kind === 'object') return undefined;
  if (
    SETTINGS.has(key) ||
    /^(?:get|set|add|has|count|create|remove)[A-Z]|^(?:options|rawAttributes|name|sequelize|tableName)$/.test(
      key,
    )
  )
    return unknownAt(site.at, 'models are followed in what they write', `Model.${key}`);
  return unmodelled(recorder, `Model.${key}`);
}

function propertyOf(options: Value | undefined, key: string): Value {
  return (options?.kind === 'object' ? (options.entries.get(key) ?? options.open) : undefined) ?? UNDEFINED;
}

/** The name of a table is the plural of the model's, unless it is given: that much is not followed. */
function tableOf({ table }: Kept, { at }: Site): Value {
  return table ?? unknownAt(at, 'the table of the model is not known', 'the table of a model');
}

function inserted(rows: readonly Value[], kept: Kept, site: Site): readonly [string, readonly Value[]] {
  return ['bulkInsert', [tableOf(kept, site), { kind: 'array', items: [...rows] }]];
}

/** A model that keeps what is deleted only marks it. */
function deletion(options: Value | undefined, kept: Kept, site: Site): readonly [string, readonly Value[]] {
  const where = propertyOf(options, 'where');
  if (propertyOf(options, 'truncate') === TRUE)
    return ['bulkDelete', [tableOf(kept, site), UNDEFINED, objectOf([['truncate', TRUE]])]];
  if (!kept.isParanoid || propertyOf(options, 'force') === TRUE)
    return ['bulkDelete', [tableOf(kept, site), where]];
  const now = unknownAt(site.at, 'it is the time of the run', 'now');
  return ['bulkUpdate', [tableOf(kept, site), objectOf([['deletedAt', now]]), where]];
}

function counted(
  [fields, options]: readonly Value[],
  kept: Kept,
  site: Site,
): readonly [string, readonly Value[]] {
  const names =
    fields?.kind === 'array'
      ? fields.items
      : fields?.kind === 'object'
        ? [...fields.entries.keys()]
        : [fields];
  const value = unknownAt(site.at, 'it is counted from what is there', 'a count');
  const entries = names.flatMap((name): readonly (readonly [string, Value])[] => {
    const known = typeof name === 'string' ? name : knownText(name);
    return known === undefined ? [] : [[known, value]];
  });
  return ['bulkUpdate', [tableOf(kept, site), objectOf(entries), propertyOf(options, 'where')]];
}
