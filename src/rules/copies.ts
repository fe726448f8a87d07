import type { Step } from '../analysis/step';
import { columnsOf } from '../postgres/expression';
import type { ObjectName } from '../postgres/name';
import type { Query } from '../postgres/query';
import { actsOf } from './acts';

/** Whether a step reads the rows of a table and writes them elsewhere. */
export function copiesTable(step: Step, table: ObjectName): boolean {
  return actsOf(step, 'query', 'create-table-as').some(
    ({ operation }) =>
      (operation.kind === 'create-table-as' || operation.query.writes.length > 0) &&
      reads(operation.query, table),
  );
}

/** Whether a step reads the values of a column and writes them elsewhere. */
export function copiesColumn(step: Step, table: ObjectName, column: string): boolean {
  return actsOf(step, 'query', 'create-table-as').some(({ operation, text }) => {
    const { query } = operation;
    const updated = query.writes.some(
      (write) =>
        write.relation.name === table.name &&
        write.values.some((row) => row.some((value) => columnsOf(value).includes(column))),
    );
    if (updated) return true;
    const writes = operation.kind === 'create-table-as' || query.writes.length > 0;
    return (
      writes &&
      reads(query, table) &&
      new RegExp(`(?<![\\w$])"?${escaped(column)}"?(?![\\w$])`, 'i').test(text)
    );
  });
}

function reads(query: Query, table: ObjectName): boolean {
  return query.reads.some(({ relation }) => relation.name === table.name);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
