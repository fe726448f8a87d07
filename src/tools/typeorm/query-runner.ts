import type { Site } from '../../javascript/host';
import { truth } from '../../javascript/operators';
import { readProperty } from '../../javascript/property';
import type { Options } from '../../javascript/options';
import { optionsOf } from '../../javascript/options';
import type { Recorder } from '../../javascript/recorder';
import { withGuard } from '../../javascript/run';
import { textAt } from '../../javascript/text';
import type { ToolMethod } from '../../javascript/tool-host';
import { askMethod, queryMethod, toolHost } from '../../javascript/tool-host';
import type { HostValue, Value } from '../../javascript/value';
import { FALSE, objectOf, TRUE, UNDEFINED } from '../../javascript/value';
import type { Span } from '../../sql/source';
import type { BuilderCall } from './calls';
import { CALLS } from './calls';
import { connectionHost, managerHost, sendQuery } from './connection';
import { columnIn, existingTable, nameOf, tableIn } from './existing-table';
import { tablePath } from './table-path';

/** The query runner that TypeORM gives to a migration. */
export function queryRunner(recorder: Recorder): HostValue {
  const query = sendQuery(recorder);
  const transactions = transactionsOf(recorder);
  let made: HostValue | undefined;
  const connection = (): HostValue => (made ??= connectionHost(recorder, queryRunner));
  const own: Readonly<Record<string, ToolMethod>> = {
    getTable: ([name], site) => existingTable(recorder, name, site),
    hasTable: askMethod(recorder, 'queryRunner.hasTable', ([table], site) => tableIn(table, site)),
    hasColumn: askMethod(recorder, 'queryRunner.hasColumn', ([table, column], site) =>
      columnIn(table, nameOf(column, site), site),
    ),
    query,
    ...transactions.methods,
    connect: () => undefined,
    release: () => undefined,
  };
  const runner = toolHost(
    recorder,
    'queryRunner',
    (key) => {
      if (Object.hasOwn(own, key)) return own[key];
      if (READS.includes(key)) return queryMethod(`queryRunner.${key}`);
      return Object.hasOwn(CALLS, key) ? builderMethod(recorder, key) : undefined;
    },
    {
      connection,
      dataSource: connection,
      manager: () => managerHost(recorder, query, connection(), runner),
      isTransactionActive: transactions.isActive,
      isReleased: () => UNDEFINED,
      data: () => objectOf([]),
      loadedTables: () => UNDEFINED,
    },
  );
  return runner;
}

/** What only asks the database. */
const READS = [
  'hasDatabase',
  'hasSchema',
  'getTables',
  'getView',
  'getViews',
  'getDatabases',
  'getSchemas',
  'getCurrentDatabase',
  'getCurrentSchema',
  'stream',
];

/** The transactions of a query runner: inside of one, with or without that of the migration's runner, a further one is a savepoint. */
function transactionsOf(recorder: Recorder): {
  readonly methods: Readonly<Record<string, ToolMethod>>;
  readonly isActive: () => Value;
} {
  let depth = recorder.transaction === 'none' ? 0 : 1;
  const send = (words: string, { at, run }: Site): void => recorder.send(textAt(words, at), { at, run });
  const end =
    (outermost: string, inner: string): ToolMethod =>
    (_args, site) => {
      send(depth > 1 ? `${inner} typeorm_${depth - 1}` : outermost, site);
      // The answer to a failure does not run.
      if (!site.run.handling) depth = Math.max(0, depth - 1);
    };
  return {
    methods: {
      startTransaction: (_args, site) => {
        send(depth === 0 ? 'BEGIN' : `SAVEPOINT typeorm_${depth}`, site);
        depth += 1;
      },
      commitTransaction: end('COMMIT', 'RELEASE SAVEPOINT'),
      rollbackTransaction: end('ROLLBACK', 'ROLLBACK TO SAVEPOINT'),
    },
    isActive: () => (depth === 0 ? FALSE : TRUE),
  };
}

function builderMethod(recorder: Recorder, name: string): ToolMethod {
  return (args, site) => {
    let doubt: string | undefined;
    const call = builderCall(recorder, args, site, (condition) => (doubt = condition));
    const made = CALLS[name]?.(call) ?? [];
    const send = (): void => {
      for (const statement of made) recorder.send(statement, site);
    };
    if (doubt === undefined) send();
    else withGuard(site.run, doubt, send);
  };
}

function builderCall(
  recorder: Recorder,
  args: readonly Value[],
  site: Site,
  doubt: (condition: string) => void,
): BuilderCall {
  return {
    args,
    site,
    doubt,
    lack: (detail) => recorder.report({ at: site.at, reason: 'unsupported-call', detail }),
    table: tablePath(args[0]?.kind === 'host' ? readProperty(args[0], 'name', site) : args[0], site.at),
    options: (value) => readOptions(recorder, value, site.at),
    flag: (index, missing = false) => {
      const arg = args[index];
      return arg === undefined || arg.kind === 'undefined' ? missing : (truth(arg) ?? missing);
    },
  };
}

/** Options that are a name, or are not known, are an object with that name. */
function readOptions(recorder: Recorder, value: Value | undefined, at: Span): Options {
  const report = (key: string, unknown: { readonly why: string; readonly at: Span }): void =>
    recorder.report({ at: unknown.at, reason: 'dynamic-sql', detail: `${key} is not known: ${unknown.why}` });
  const object = value?.kind === 'object' ? value : objectOf(value === undefined ? [] : [['name', value]]);
  const place = value?.kind === 'object' && value.at !== undefined ? value.at : at;
  const options = optionsOf(object, place, report);
  if (options === undefined) throw new TypeError('An object was given');
  return options;
}
