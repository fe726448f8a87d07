import type { AskByName } from '../../javascript/asked';
import { columnNamed, tableNamed } from '../../javascript/question-object';
import type { Recorder } from '../../javascript/recorder';
import { textAt } from '../../javascript/text';
import type { ToolMethod } from '../../javascript/tool-host';
import { askMethod } from '../../javascript/tool-host';
import type { Value } from '../../javascript/value';
import { arrayOf, objectOf, unknownAt } from '../../javascript/value';
import type { QuestionObject } from '../../sql/question';
import type { Connections } from './connections';

/** What asks the database for tables and columns. */
export function askingMethods(connections: Connections): Readonly<Record<string, ToolMethod>> {
  return {
    tableExists: (args, site) => {
      const recorder = connections.of(args);
      return askMethod(recorder, 'queryInterface.tableExists', ([table]) =>
        tableNamed(nameOf(table), schemaOf(table, undefined)),
      )(args, site);
    },
    // Of a table that is not there it gives nothing: it throws.
    describeTable: (args, { at }) => {
      const [table, options] = args;
      const names = byName(connections.of(args), (name) =>
        columnNamed(nameOf(table), textAt(name, at), schemaOf(table, options)),
      );
      const columns = unknownAt(at, 'only the database knows the columns', 'the description of a table');
      return { ...objectOf([]), open: { ...columns, names } };
    },
    showAllTables: (args, { at }) => {
      const names = byName(connections.of(args), (name) => tableNamed(textAt(name, at)));
      return arrayOf([], { ...unknownAt(at, 'only the database knows its tables', 'a table'), names });
    },
  };
}

function byName(recorder: Recorder, object: (name: string) => QuestionObject | undefined): AskByName {
  return (name) => {
    const about = object(name);
    return about === undefined ? { kind: 'unknown' } : recorder.ask(about);
  };
}

function nameOf(table: Value | undefined): Value | undefined {
  return table?.kind === 'object' ? (table.entries.get('tableName') ?? table.entries.get('name')) : table;
}

/** It is given with the table, or as an option or in place of the options. */
function schemaOf(table: Value | undefined, options: Value | undefined): Value | undefined {
  if (table?.kind === 'object') return table.entries.get('schema');
  return options?.kind === 'object' ? options.entries.get('schema') : options;
}
