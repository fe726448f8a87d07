import { columnOf, ownedSequences } from '../../analysis/catalog/find';
import { tableOf } from '../../analysis/catalog/resolve';
import type { Column, Sequence, Table } from '../../analysis/catalog/relation';
import type { Step } from '../../analysis/step';
import { actsOf } from '../acts';
import { everyPart } from '../../postgres/expression';
import type { Expression } from '../../postgres/expression';
import type { Query, QueryWrite } from '../../postgres/query';
import type { Repair } from '../../findings/finding';
import { fullName } from '../object-names';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation, quoteText } from '../sql-text';
import { laterTogether } from '../together';
import { named } from '../words';

interface Match extends MatchBase {
  readonly table: Table;
  readonly column: string;
  readonly command: QueryWrite['command'];
}

/** Values of one's own in a column whose sequence does not hear of them. */
export const sequenceNotReset = stepRule<Match>({
  id: 'sequence-not-reset',
  title: 'Rows with ids of their own leave the sequence behind',
  group: 'data-and-replication',
  severity: 'notice',
  judges: 'effect',
  kinds: ['query', 'copy-from'],

  check(step, run) {
    for (const { operation, before } of actsOf(step, 'query', 'copy-from')) {
      for (const write of operation.query.writes) {
        const table = tableOf(before, write.relation);
        if (table === undefined || (write.command !== 'insert' && write.command !== 'copy')) continue;
        const column = numbered(step, table, operation.query, write);
        if (column !== undefined && !isReset(step, run)) return [{ table, column, command: write.command }];
      }
    }
    return [];
  },

  message({ table, column, command }) {
    return `This ${command.toUpperCase()} brings its own values for "${column}" of ${named(fullName(table))}, of which the sequence of the column does not hear: an INSERT that leaves the value to it may draw one of them (23505)`;
  },

  help() {
    return 'Set the sequence to the highest value afterwards.';
  },

  repair({ table, column }): Repair {
    const relation = quoteRelation(fullName(table));
    return {
      summary: 'set the sequence to the highest value',
      steps: [
        {
          run: 'statement',
          transaction: 'same',
          sql: `SELECT setval(pg_get_serial_sequence(${quoteText(relation)}, ${quoteText(column)}), (SELECT max(${quoteName(column)}) FROM ${relation}));`,
          note: 'after it. ROW EXCLUSIVE on the sequence: nobody waits. A ROLLBACK does not take it back.',
        },
      ],
    };
  },
});

/** The column with a sequence of its own that gets values written out, or out of a query. */
function numbered(step: Step, table: Table, query: Query, write: QueryWrite): string | undefined {
  const names = write.columns.length > 0 ? write.columns : table.columns.map(({ name }) => name);
  return names.find((name, at) => {
    const column = columnOf(table, name);
    const sequence = column === undefined ? null : sequenceOf(step, table, column);
    if (sequence === null) return false;
    if (write.command === 'copy') return true;
    if (write.valueRows === null)
      return (
        (write.columns.length > 0 || at === 0) && !query.calls.some((call) => call.name.name === 'nextval')
      );
    const first = firstOf(sequence);
    return write.values.some((row) => row[at] !== undefined && isNumberFrom(first, row[at]));
  });
}

/** What the column draws its numbers from: undefined if that is not known, null if it draws none. */
function sequenceOf(
  step: Step,
  table: Table,
  { name, identity, default: value }: Column,
): Sequence | undefined | null {
  const [sequence] = ownedSequences(step.before.catalog, table.id, name);
  if (identity !== null) return sequence;
  const draws =
    value !== null && everyPart(value).some((part) => part.kind === 'call' && part.name.name === 'nextval');
  return draws ? (sequence ?? null) : null;
}

/** The first number of a sequence that counts up; 1 unless it says otherwise. */
function firstOf(sequence: Sequence | undefined): number {
  const increment = sequence?.numbering?.['increment'];
  const down = typeof increment === 'number' && increment < 0;
  return down ? 1 : (sequence?.start ?? 1);
}

/** Numbers below the first one of the sequence collide with nothing. */
function isNumberFrom(first: number, expression: Expression): boolean {
  return expression.kind === 'constant' && typeof expression.value === 'number' && expression.value >= first;
}

function isReset(step: Step, run: RuleRun): boolean {
  return laterTogether(step, run, 'query', 'alter-sequence', 'set-identity')
    .flatMap(({ operations }) => operations)
    .some((later) => {
      if (later.kind === 'query') return later.query.calls.some(({ name }) => name.name === 'setval');
      const options = later.kind === 'alter-sequence' || later.kind === 'set-identity' ? later.options : [];
      return options.some(({ name }) => name === 'restart');
    });
}
