import { ownedSequences, tableById } from '../../analysis/catalog/find';
import type { Sequence, Table } from '../../analysis/catalog/relation';
import { relationOf, tableOf } from '../../analysis/catalog/resolve';
import type { Session } from '../../analysis/session';
import type { Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import type { Expression } from '../../postgres/expression';
import type { ObjectName } from '../../postgres/name';
import { actsOf } from '../acts';
import { fullName } from '../object-names';
import { inPlace } from '../repairs/steps';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation, quoteText } from '../sql-text';
import { earlierTogether, isOurs } from '../together';
import { named } from '../words';

interface Match extends MatchBase {
  readonly sequence: Sequence | undefined;
  /** The sequence, or the table whose identity column it is where only that is known. */
  readonly name: ObjectName;
  readonly column: string | null;
  readonly table: Table | undefined;
}

const KINDS = ['alter-sequence', 'set-identity', 'query'] as const;

/** RESTART, or setval() to a constant, under a table with rows. */
export const sequenceRestarted = stepRule<Match>({
  id: 'sequence-restarted',
  title: 'A sequence that starts anew gives out numbers that are taken',
  group: 'renaming',
  severity: 'warning',
  judges: 'effect',
  kinds: KINDS,

  check(step, run) {
    return actsOf(step, ...KINDS).flatMap(({ operation, before }): readonly Match[] => {
      if (operation.kind === 'query')
        return operation.query.calls.flatMap((call) =>
          judged(setTo(call.name, call.args), before, step, run),
        );
      if (!operation.options.some(({ name }) => name === 'restart')) return [];
      if (operation.kind === 'alter-sequence') return judged(operation.sequence, before, step, run);
      const table = tableOf(before, operation.table);
      const owned = table === undefined ? [] : ownedSequences(before.catalog, table.id, operation.column);
      const sequence = owned.find(({ identity }) => identity);
      if (sequence !== undefined) return judged(sequence, before, step, run);
      if (before.catalog.complete || (table !== undefined && isOurs(table, step, run))) return [];
      return [{ sequence, name: operation.table, column: operation.column, table: undefined }];
    });
  },

  message({ name, column, sequence, table }) {
    const own = named(sequence === undefined ? name : fullName(sequence));
    const which = column === null ? own : `The identity column "${column}" of ${own}`;
    const where = table === undefined ? 'rows that are there' : `rows of ${named(fullName(table))}`;
    return `${which} starts at a fixed value: the next numbers collide with ${where} (23505), unless it is above all of them`;
  },

  help() {
    return 'Set it to the largest value in use: setval() with a SELECT of max().';
  },

  repair({ sequence, table }): Repair | null {
    const column = sequence?.ownedBy?.column;
    if (sequence === undefined || table === undefined || column === undefined) return null;
    return {
      summary: 'go on above the largest value',
      steps: [
        inPlace(
          `SELECT setval(${quoteText(quoteRelation(sequence))}, (SELECT max(${quoteName(column)}) FROM ${quoteRelation(table)}))`,
          'stops nobody; a ROLLBACK does not undo it.',
        ),
      ],
    };
  },
});

function judged(name: ObjectName | null, before: Session, step: Step, run: RuleRun): readonly Match[] {
  if (name === null) return [];
  const relation = relationOf(before, name);
  const sequence = relation?.kind === 'sequence' ? relation : undefined;
  if (sequence === undefined && before.catalog.complete) return [];
  if (sequence !== undefined && isOurs(sequence, step, run)) return [];
  const table =
    sequence?.ownedBy === undefined || sequence.ownedBy === null
      ? undefined
      : tableById(before.catalog, sequence.ownedBy.table);
  if (table !== undefined && (isOurs(table, step, run) || isEmptied(table, step, run))) return [];
  return [{ sequence, name, column: null, table }];
}

function isEmptied(table: Table, step: Step, run: RuleRun): boolean {
  return earlierTogether(step, run, 'truncate').some((earlier) =>
    actsOf(earlier, 'truncate').some(({ operation }) =>
      operation.tables.some(({ table: { name } }) => name === table.name),
    ),
  );
}

/** The sequence that setval() sets to a constant. */
function setTo({ name }: ObjectName, [sequence, value]: readonly Expression[]): ObjectName | null {
  if (name !== 'setval' || sequence === undefined || value === undefined) return null;
  if (plain(value).kind !== 'constant') return null;
  const constant = plain(sequence);
  if (constant.kind !== 'constant' || typeof constant.value !== 'string') return null;
  const parts = constant.value.split('.').map((part) => part.replace(/^"|"$/g, ''));
  return { schema: parts.length > 1 ? (parts[0] ?? null) : null, name: parts[parts.length - 1] ?? '' };
}

function plain(expression: Expression): Expression {
  return expression.kind === 'cast' ? plain(expression.arg) : expression;
}
