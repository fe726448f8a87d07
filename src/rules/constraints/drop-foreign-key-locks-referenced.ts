import type { RelationId } from '../../analysis/catalog/relation';
import { relationOf } from '../../analysis/catalog/resolve';
import type { LockFact, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import type { GoneKey } from '../foreign-keys';
import { comesBackValid, goneKeys } from '../foreign-keys';
import { locksBy } from '../performed';
import { briefly } from '../repairs/steps';
import { withSubcommands, writtenAs } from '../repairs/written';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { harmful, named, unless, whatIsStopped } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly keys: readonly GoneKey[];
  readonly locks: readonly LockFact[];
}

/** A foreign key goes: the table at its other end is closed to readers too. */
export const dropForeignKeyLocksReferenced = stepRule<Match>({
  id: 'drop-foreign-key-locks-referenced',
  title: 'Dropping a foreign key stops reads and writes of the table at its other end',
  group: 'constraints',
  severity: 'warning',
  judges: 'lock',
  kinds: ['drop-constraint', 'drop-column', 'drop-table', 'alter-constraint', 'drop-schema'],

  check(step, run) {
    const mentioned = namedTables(step);
    const keys = goneKeys(step).filter((gone) => !isPartition(gone) && !comesBackValid(gone, step, run));
    const ends = new Set(keys.flatMap(({ table, key }) => [table.id, key.referenced]));
    const locks = [
      ...harmful(step).filter(
        ({ relation, mode }) =>
          mode === 'ACCESS EXCLUSIVE' && ends.has(relation.id) && !mentioned.has(relation.id),
      ),
      ...locksBy(step, 'alter-key/release'),
    ];
    return locks.length === 0 ? [] : [{ step, keys, locks, cites: locks.map(({ relation }) => relation) }];
  },

  message({ step, keys, locks }) {
    const until = step.inTransaction ? 'until the transaction commits' : 'for a moment';
    const [first] = keys;
    const what =
      first === undefined
        ? 'This change of a foreign key'
        : `Dropping the foreign key ${named(first.key)}${keys.length > 1 ? ' and others' : ''}`;
    return `${what} stops ${whatIsStopped(locks)}, at the other end, ${until}${unless(locks)}`;
  },

  help() {
    return 'Drop the foreign key first, alone in a transaction with a short lock_timeout.';
  },

  repair({ step, keys }, run): Repair | null {
    if (keys.length === 0) return null;
    const isAlone = step.operations.length === 1 && step.operations[0]?.kind === 'drop-constraint';
    const rest = withoutDrops(step);
    return {
      summary: 'drop the foreign key by itself',
      steps: [
        ...keys.map(({ table, key }) =>
          briefly(
            `ALTER TABLE ${quoteRelation({ name: `${table.schema}.${table.name}` })} DROP CONSTRAINT ${quoteName(key.name)}`,
            'ACCESS EXCLUSIVE on both tables for a moment.',
            run.options,
          ),
        ),
        ...(isAlone || rest === null || step.inner.length > 0
          ? []
          : [briefly(rest, 'the tables at the other ends are not locked any more.', run.options)]),
      ],
    };
  },
});

/** The statement as it is written without the DROP CONSTRAINT that goes before it; null where nothing is left. */
function withoutDrops(step: Step): string | null {
  const drops = step.operations.filter(({ kind }) => kind === 'drop-constraint');
  const [drop] = drops;
  if (drop === undefined || drops.length > 1) return drop === undefined ? step.statement.text : null;
  const clause = writtenAs(step, drop);
  return clause === null ? null : withSubcommands(step, [{ clause, instead: [] }]);
}

/** DROP of an attached partition locks its parent instead. */
function isPartition({ table }: GoneKey): boolean {
  return table.partition !== null;
}

function namedTables(step: Step): ReadonlySet<RelationId> {
  const names = step.operations.flatMap((operation) => {
    if (operation.kind === 'drop-table') return operation.tables;
    return 'table' in operation && operation.table !== null ? [operation.table] : [];
  });
  return new Set(names.flatMap((name) => relationOf(step.before, name)?.id ?? []));
}
