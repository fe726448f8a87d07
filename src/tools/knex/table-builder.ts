import type { Site } from '../../javascript/host';
import { truth } from '../../javascript/operators';
import type { Recorder } from '../../javascript/recorder';
import { knownText, textAt } from '../../javascript/text';
import type { ToolMethod } from '../../javascript/tool-host';
import { toolFunction, toolHost } from '../../javascript/tool-host';
import type { HostValue, Value } from '../../javascript/value';
import { arrayOf, FALSE, UNDEFINED } from '../../javascript/value';
import { COLUMN_TYPES } from './column-type';
import { fragmentHost } from './raw';
import type { ColumnState, TableState } from './table-state';

/** Calls of the table builder that become commands, in the order of the calls. */
const COMMANDS: ReadonlySet<string> = new Set([
  'index',
  'primary',
  'unique',
  'dropPrimary',
  'dropPrimaryIfExists',
  'dropUnique',
  'dropUniqueIfExists',
  'dropIndex',
  'dropForeign',
  'dropForeignIfExists',
  'renameColumn',
  'setNullable',
  'dropNullable',
  'dropColumn',
  'dropColumns',
  'dropChecks',
]);
/** For other databases: PostgreSQL's compiler ignores them, or refuses them outside of MySQL. */
const IGNORED: ReadonlySet<string> = new Set(['engine', 'charset', 'collate', 'queryContext']);

/** The object that the callback of `createTable` and `alterTable` is given, also as its `this`. */
export function tableBuilder(recorder: Recorder, table: TableState): HostValue {
  const command =
    (name: string): ToolMethod =>
    (args, site) => {
      const method = name === 'dropColumns' ? 'dropColumn' : name;
      table.commands.push({ method, args, site, guard: site.run.guard });
      return builder;
    };
  const own = (key: string): ToolMethod | undefined => {
    switch (key) {
      case 'dropTimestamps':
        return ([useCamelCase = FALSE], site) => {
          const names =
            truth(useCamelCase) === true ? ['createdAt', 'updatedAt'] : ['created_at', 'updated_at'];
          const args = [arrayOf(names.map((name) => textAt(name, site.at)))];
          table.commands.push({ method: 'dropColumn', args, site, guard: site.run.guard });
          return builder;
        };
      case 'foreign':
        return ([columns = UNDEFINED, keyName], site) =>
          foreignBuilder(recorder, startForeign(table, columns, keyName, site));
      case 'comment':
        return ([comment]) => void (table.comment = comment);
      case 'inherits':
        return ([parent]) => void (table.inherits = parent);
      case 'check':
        return (args, site) => {
          const check = { method: 'check', args, site, guard: site.run.guard };
          (table.kind === 'create' ? table.checks : table.commands).push(check);
          return builder;
        };
      case 'timestamps':
        return (args, site) => addTimestamps(recorder, table, args, site);
    }
    return undefined;
  };
  const builder: HostValue = toolHost(
    recorder,
    'table',
    (key) => {
      if (COMMANDS.has(key)) return command(key);
      if (IGNORED.has(key)) return () => builder;
      return own(key);
    },
    {},
    {
      read: (key) =>
        COLUMN_TYPES[key.toLowerCase()] === undefined ? undefined : columnMethod(recorder, table, key),
    },
  );
  return builder;
}

function columnMethod(recorder: Recorder, table: TableState, key: string): Value {
  return toolFunction(`table.${key}`, (args, site) =>
    columnBuilder(recorder, table, addColumn(table, key, args, site)),
  );
}

function addColumn(table: TableState, key: string, args: readonly Value[], site: Site): ColumnState {
  const type = key.toLowerCase();
  const named = args.length === 0 && type.includes('increments') ? [textAt('id', site.at)] : args;
  const guard = site.run.guard;
  const column: ColumnState = { type, args: named, site, guard, modifiers: new Map(), alter: undefined };
  table.columns.push(column);
  return column;
}

function addTimestamps(recorder: Recorder, table: TableState, args: readonly Value[], site: Site): void {
  const [first, second, third] = args;
  const options = first?.kind === 'object' ? first.entries : undefined;
  const flag = (value: Value | undefined): boolean => truth(value ?? UNDEFINED) === true;
  const useCamelCase = flag(options === undefined ? third : options.get('useCamelCase'));
  const defaultToNow = flag(options === undefined ? second : options.get('defaultToNow'));
  for (const name of useCamelCase ? ['createdAt', 'updatedAt'] : ['created_at', 'updated_at']) {
    const column = addColumn(table, 'timestamp', [textAt(name, site.at)], site);
    if (!defaultToNow) continue;
    column.modifiers.set('nullable', [FALSE]);
    column.modifiers.set('defaultTo', [fragmentHost(textAt('CURRENT_TIMESTAMP', site.at))]);
  }
}

const MODIFIERS: Readonly<Record<string, string>> = {
  default: 'defaultTo',
  defaultsTo: 'defaultTo',
  defaultTo: 'defaultTo',
  unsigned: 'unsigned',
  nullable: 'nullable',
  first: 'first',
  after: 'after',
  comment: 'comment',
  collate: 'collate',
  check: 'check',
  checkPositive: 'checkPositive',
  checkNegative: 'checkNegative',
  checkIn: 'checkIn',
  checkNotIn: 'checkNotIn',
  checkBetween: 'checkBetween',
  checkLength: 'checkLength',
  checkRegex: 'checkRegex',
};

function columnBuilder(recorder: Recorder, table: TableState, column: ColumnState): HostValue {
  let foreign: Record<string, ToolMethod> | undefined;
  const modify =
    (modifier: string): ToolMethod =>
    (args, site) => {
      // A later call may replace it, but a fragment that was given to a column is no statement of its own.
      for (const arg of args) if (arg.kind === 'host') arg.host.text?.(site);
      column.modifiers.set(modifier, args);
      return builder;
    };
  const command =
    (method: string): ToolMethod =>
    (args, site) => {
      const isKey = column.type.includes('increments');
      const named = [column.args[0] ?? UNDEFINED, ...args];
      if (!isKey) table.commands.push({ method, args: named, site, guard: site.run.guard });
      return builder;
    };
  const own = (key: string): ToolMethod | undefined => {
    switch (key) {
      case 'notNull':
      case 'notNullable':
        return () => {
          column.modifiers.set('nullable', [FALSE]);
          return builder;
        };
      case 'index':
      case 'primary':
      case 'unique':
        return command(key);
      case 'references':
        return ([target = UNDEFINED], site) => {
          const started = startForeign(table, column.args[0] ?? UNDEFINED, undefined, site);
          foreign = foreignMethods(started, () => builder);
          refer(started, target);
          return builder;
        };
      case 'alter':
        return ([options]) => {
          column.alter = alterOptions(options);
          return builder;
        };
      case 'queryContext':
      case 'drop':
      case 'alterType':
        return () => builder;
    }
    return Object.hasOwn(MODIFIERS, key) ? modify(MODIFIERS[key] ?? key) : undefined;
  };
  const builder: HostValue = toolHost(recorder, 'column', (key) =>
    foreign !== undefined && Object.hasOwn(foreign, key) ? foreign[key] : own(key),
  );
  return builder;
}

function alterOptions(options: Value | undefined): NonNullable<ColumnState['alter']> {
  const entries = options?.kind === 'object' ? options.entries : undefined;
  const flag = (key: string): boolean =>
    truth(entries?.get(key) ?? UNDEFINED) !== false || !(entries?.has(key) ?? false);
  return { nullable: flag('alterNullable'), type: flag('alterType') };
}

function startForeign(
  table: TableState,
  columns: Value,
  keyName: Value | undefined,
  site: Site,
): Map<string, Value> {
  const foreign = new Map<string, Value>([['column', columns]]);
  if (keyName !== undefined) foreign.set('keyName', keyName);
  table.commands.push({ method: 'foreign', args: [], site, guard: site.run.guard, foreign });
  return foreign;
}

/** `references('users.id')` names the table as well. */
function refer(foreign: Map<string, Value>, target: Value): void {
  const pieces = knownText(target)?.split('.') ?? [];
  const [table, column] = pieces;
  if (pieces.length < 2 || table === undefined || column === undefined || target.kind !== 'text') {
    foreign.set('references', target);
    return;
  }
  const at = target.pieces[0]?.at;
  if (at === undefined) return;
  foreign.set('inTable', textAt(table, at));
  foreign.set('references', textAt(column, at));
}

function foreignBuilder(recorder: Recorder, foreign: Map<string, Value>): HostValue {
  const builder: HostValue = toolHost(
    recorder,
    'foreign',
    foreignMethods(foreign, () => builder),
  );
  return builder;
}

function foreignMethods(foreign: Map<string, Value>, builder: () => Value): Record<string, ToolMethod> {
  const set =
    (key: string): ToolMethod =>
    ([value = UNDEFINED]) => {
      foreign.set(key, value);
      return builder();
    };
  return {
    references: ([target = UNDEFINED]) => {
      refer(foreign, target);
      return builder();
    },
    on: set('inTable'),
    inTable: set('inTable'),
    onDelete: set('onDelete'),
    onUpdate: set('onUpdate'),
    withKeyName: set('keyName'),
    deferrable: set('deferrable'),
  };
}
