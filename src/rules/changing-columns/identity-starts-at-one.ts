import { indexesOf } from '../../analysis/catalog/find';
import type { Table } from '../../analysis/catalog/relation';
import type { Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { objectNameOf } from '../../analysis/catalog/generated-name';
import { fullName } from '../object-names';
import { performed, usedTable } from '../performed';
import { laterTogether } from '../together';
import { briefly, migration } from '../repairs/steps';
import { relationText } from '../repairs/written-key';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation, quoteText } from '../sql-text';
import { named } from '../words';

interface Match extends MatchBase {
  readonly column: string;
  readonly table: Table;
  /** A unique index holds the column. */
  readonly isKey: boolean;
  /** The statement; null where it stands in a body. */
  readonly text: string | null;
}

/** ADD GENERATED AS IDENTITY on a column that has values: its sequence begins at 1. */
export const identityStartsAtOne = stepRule<Match>({
  id: 'identity-starts-at-one',
  title: 'The identity of an existing column begins at 1, where rows are already',
  group: 'changing-columns',
  severity: 'warning',
  judges: 'effect',
  kinds: ['add-identity'],

  check(step, run) {
    return performed(step, 'add-identity').flatMap((added): readonly Match[] => {
      const table = usedTable(added);
      const { column, options } = added.operation;
      const starts = options.some(
        ({ name, value }) => name === 'start' || (name === 'restart' && value !== null),
      );
      if (table === undefined || starts || isSetLater(step, run)) return [];
      const isKey = indexesOf(added.session.catalog, table.id).some(
        ({ unique, keys }) => unique && keys.some((key) => key.column === column),
      );
      return [
        {
          column,
          table,
          isKey,
          text: added.inner ? null : step.statement.text,
          ...(isKey ? { severity: 'error' as const } : {}),
        },
      ];
    });
  },

  message({ column, table, isKey }) {
    const draws = `The next INSERT draws 1 for ${named({ name: column })} of ${named(fullName(table))}`;
    if (!isKey && table.complete) return `${draws}: numbers that rows have are given out once more`;
    return `${draws}, and collides with the row that has it (23505)${isKey ? '' : ', unless the column is no key'}`;
  },

  help() {
    return 'Give it a START WITH above the largest value, or set the sequence in the same transaction.';
  },

  repair({ column, table, text }, run): Repair | null {
    if (text === null) return null;
    const name = quoteRelation({ name: `${table.schema}.${table.name}` });
    const helper = relationText({
      schema: table.schema,
      name: objectNameOf(table.name, column, 'helper'),
    });
    return {
      summary: 'begin above the largest value',
      steps: [
        migration(
          [
            `CREATE SEQUENCE ${helper}`,
            `SELECT setval(${quoteText(helper)}, (SELECT coalesce(max(${quoteName(column)}), 0) + 1000 FROM ${name}))`,
          ],
          'ACCESS SHARE: reads and writes go on while the largest value is looked for. The 1,000 are for the rows that come until the next step.',
        ),
        briefly(
          [
            text,
            `SELECT setval(pg_get_serial_sequence(${quoteText(name)}, ${quoteText(column)}), nextval(${quoteText(helper)}))`,
            `DROP SEQUENCE ${helper}`,
          ],
          'ACCESS EXCLUSIVE for a moment: in one transaction, so that no INSERT comes between.',
          run.options,
        ),
      ],
    };
  },
});

/** setval(), or RESTART of an identity or a sequence. */
function isSetLater(step: Step, run: RuleRun): boolean {
  return [step, ...laterTogether(step, run, 'query', 'set-identity', 'alter-sequence')].some((later) =>
    later.operations.some((operation) => {
      if (operation.kind === 'query') return operation.query.calls.some(({ name }) => name.name === 'setval');
      if (operation.kind !== 'set-identity' && operation.kind !== 'alter-sequence') return false;
      return operation.options.some(({ name }) => name === 'restart');
    }),
  );
}
