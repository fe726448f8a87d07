import { tableOf } from '../../analysis/catalog/resolve';
import type { Table } from '../../analysis/catalog/relation';
import type { OperationAmong } from '../../analysis/operation-among';
import type { Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { actsOf } from '../acts';
import { fullName } from '../object-names';
import type { Published } from '../replica-identity';
import { publishedBy } from '../replica-identity';
import { addPublished, renameInTurn, renamePublished, retypePublished } from '../repairs/published-change';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { named } from '../words';
import { isOurs } from '../together';

const CHANGES = ['add-column', 'rename-column', 'alter-column-type', 'rename-table'] as const;

type Change = OperationAmong<(typeof CHANGES)[number]>;

interface Match extends MatchBase {
  readonly step: Step;
  readonly operation: Change;
  readonly table: Table;
  readonly published: Published;
}

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
      return [{ step, operation, table, published }];
    });
    return matches.slice(0, 1);
  },

  message({ table, published, operation }) {
    return `${published.by.replace(/^./, (letter) => letter.toUpperCase())} publishes ${named(fullName(table))}, and ${inWords(operation)} is not sent: a subscriber stops at the first row that does not fit its own table`;
  },

  help({ operation }) {
    return operation.kind === 'rename-table'
      ? 'Rename it on the publisher first, and on the subscribers once they have applied what came before.'
      : 'Make the change on the subscribers first; what is dropped goes on the publisher first.';
  },

  repair({ step, operation, table, published }, run): Repair | null {
    if (step.inner.length > 0) return null;
    // A second column would not be among those that the publication names.
    const isListed = published.columns.length > 0;
    switch (operation.kind) {
      case 'add-column':
        return step.operations.some(({ kind }) => kind === 'alter-column-type')
          ? null
          : addPublished(step, run);
      case 'rename-column':
        return (isListed ? null : renamePublished(operation, table, step, run)) ?? renameInTurn(step, run);
      case 'alter-column-type':
        return retypePublished(step, isListed, run);
      case 'rename-table':
        return renameInTurn(step, run);
    }
  },
});

/** Where a publication names columns, others do not concern it. */
function reaches(operation: Change, { columns }: Published): boolean {
  if (columns.length === 0 || operation.kind === 'rename-table') return true;
  return operation.kind !== 'add-column' && columns.includes(operation.column);
}

function inWords(operation: Change): string {
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
