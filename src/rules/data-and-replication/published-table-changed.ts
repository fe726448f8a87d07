import { tableOf } from '../../analysis/catalog/resolve';
import type { Table } from '../../analysis/catalog/relation';
import type { OperationAmong } from '../../analysis/operation-among';
import { actsOf } from '../acts';
import { fullName } from '../object-names';
import type { Published } from '../replica-identity';
import { publishedBy } from '../replica-identity';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { named } from '../words';
import { isOurs } from '../together';

interface Match extends MatchBase {
  readonly table: Table;
  readonly published: Published;
  readonly what: string;
}

const CHANGES = ['add-column', 'rename-column', 'alter-column-type', 'rename-table'] as const;

/** A change of a published table's shape, which no subscriber hears of. */
export const publishedTableChanged = stepRule<Match>({
  id: 'published-table-changed',
  title: 'Subscribers do not hear of a change to a published table',
  group: 'data-and-replication',
  severity: 'warning',
  judges: 'effect',
  kinds: CHANGES,

  check(step, run) {
    const matches = actsOf(step, ...CHANGES).flatMap(({ operation, before }): readonly Match[] => {
      const table = tableOf(before, operation.table);
      if (table === undefined || isOurs(table, step, run)) return [];
      const published = publishedBy(before.catalog, table, run.options);
      if (published === null || !reaches(operation, published)) return [];
      return [{ table, published, what: inWords(operation) }];
    });
    return matches.slice(0, 1);
  },

  message({ table, published, what }) {
    return `${published.by.replace(/^./, (letter) => letter.toUpperCase())} publishes ${named(fullName(table))}, and ${what} is not sent: a subscriber stops at the first row that does not fit its own table`;
  },

  help() {
    return 'Make the change on the subscribers first; what is dropped goes on the publisher first.';
  },
});

/** Where a publication names columns, others do not concern it. */
function reaches(operation: OperationAmong<(typeof CHANGES)[number]>, { columns }: Published): boolean {
  if (columns.length === 0 || operation.kind === 'rename-table') return true;
  return operation.kind !== 'add-column' && columns.includes(operation.column);
}

function inWords(operation: OperationAmong<(typeof CHANGES)[number]>): string {
  switch (operation.kind) {
    case 'add-column':
      return `the new column "${operation.column.name}"`;
    case 'rename-column':
      return `the new name of "${operation.column}"`;
    case 'alter-column-type':
      return `the new type of "${operation.column}"`;
    case 'rename-table':
      return 'its new name';
  }
}
