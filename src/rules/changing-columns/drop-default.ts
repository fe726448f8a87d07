import { columnIn } from '../final-state';
import { endOfTransaction, endTogether } from '../together';
import { performed, usedTable } from '../performed';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { named } from '../words';

interface Match extends MatchBase {
  readonly column: string;
  readonly table: { readonly name: string };
  readonly what: string;
  /** What may be true of the column, and would make this harmless. */
  readonly doubts: readonly string[];
}

const WHAT = {
  'drop-default': 'default',
  'drop-identity': 'identity',
  'drop-expression': 'expression',
} as const;

/** A NOT NULL column loses what gave it a value. */
export const dropDefault = stepRule<Match>({
  id: 'drop-default',
  title: 'Without its default a NOT NULL column refuses clients that do not name it',
  group: 'changing-columns',
  severity: 'warning',
  judges: 'effect',
  kinds: ['drop-default', 'drop-identity', 'drop-expression'],

  check(step, run) {
    return performed(step, 'drop-default', 'drop-identity', 'drop-expression').flatMap(
      (dropped): readonly Match[] => {
        const table = usedTable(dropped);
        if (table === undefined) return [];
        const { column, kind } = dropped.operation;
        const before = columnIn(dropped.session, table.id, column);
        const isNullable = before?.notNull === false;
        const hasNone =
          kind === 'drop-default' &&
          before?.default === null &&
          table.complete &&
          before.addedBy.source !== 'assumed';
        const end = columnIn(endOfTransaction(step, run), table.id, column);
        const isGone = end === undefined || columnIn(endTogether(step, run), table.id, column) === undefined;
        const isReplaced =
          end !== undefined && (end.default !== null || end.identity !== null || end.notNull === false);
        if (isNullable || hasNone || isGone || isReplaced) return [];
        return [
          {
            column,
            table: { name: `${table.schema}.${table.name}` },
            what: WHAT[kind],
            doubts: [
              ...(before?.notNull === true ? [] : ['is nullable']),
              ...(kind === 'drop-default' && (before?.default ?? null) === null ? ['has none'] : []),
            ],
          },
        ];
      },
    );
  },

  message({ column, table, what, doubts }) {
    const doubt = doubts.length === 0 ? '' : `, unless the column ${doubts.join(' or ')}`;
    return `Without its ${what}, every INSERT into ${named(table)} that does not name ${named({ name: column })} fails from here on (23502)${doubt}`;
  },

  help({ what }) {
    return `Drop the ${what} in a later release, once every writer names the column.`;
  },
});
