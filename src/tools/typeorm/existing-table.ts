import type { AskByName } from '../../javascript/asked';
import { askedAt, whetherThere } from '../../javascript/asked';
import type { Site } from '../../javascript/host';
import { hostFunction } from '../../javascript/host';
import { readProperty } from '../../javascript/property';
import { columnNamed, tableNamed } from '../../javascript/question-object';
import type { Recorder } from '../../javascript/recorder';
import { knownText, textAt } from '../../javascript/text';
import type { HostValue, Value } from '../../javascript/value';
import { arrayOf, UNDEFINED, unknownAt } from '../../javascript/value';
import type { QuestionObject } from '../../sql/question';
import { tablePath } from './table-path';

/** A table that may be there, as `getTable` gives it: its name is known, what it holds only the database knows. */
export function existingTable(recorder: Recorder, name: Value | undefined, site: Site): HostValue {
  const { at } = site;
  const why = 'only the database knows the table';
  const own = name ?? UNDEFINED;
  const object = tableIn(own, site);
  const hasColumn: AskByName = (column) => {
    const asked = columnIn(own, textAt(column, at), site);
    return asked === undefined ? { kind: 'unknown' } : recorder.ask(asked);
  };
  return {
    kind: 'host',
    host: {
      name: 'a table',
      isOptional: true,
      ...(object !== undefined && { asks: whetherThere(recorder.ask(object)) }),
      read: (key) => {
        if (key === 'name' && name !== undefined) return name;
        if (key === 'columns') return arrayOf([], { ...unknownAt(at, why, 'a column'), names: hasColumn });
        if (key !== 'findColumnByName') return unknownAt(at, why, `table.${key}`);
        return hostFunction(key, ([column], { at: place }) => {
          const wanted = knownText(column);
          return askedAt(place, why, wanted === undefined ? undefined : whetherThere(hasColumn(wanted)));
        });
      },
    },
  };
}

/** A table as a query runner is given it. */
export function tableIn(table: Value | undefined, site: Site): QuestionObject | undefined {
  const { schema, name } = tablePath(nameOf(table, site), site.at);
  return tableNamed(name, schema);
}

/** A column of it. */
export function columnIn(
  table: Value | undefined,
  column: Value | undefined,
  site: Site,
): QuestionObject | undefined {
  const { schema, name } = tablePath(nameOf(table, site), site.at);
  return columnNamed(name, column, schema);
}

/** The name of what is given by its name or as an object that has one. */
export function nameOf(value: Value | undefined, site: Site): Value | undefined {
  return value?.kind === 'host' || value?.kind === 'object' ? readProperty(value, 'name', site) : value;
}
