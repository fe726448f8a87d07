import type { Index } from '../../analysis/catalog/relation';
import { relationOf } from '../../analysis/catalog/resolve';
import type { Step } from '../../analysis/step';
import { goneIndexes } from '../gone-indexes';
import { usableIndexes } from '../index-likeness';
import { performed } from '../performed';
import type { Repair } from '../../findings/finding';
import { lexemes } from '../../sql/clauses';
import { buildNote, builtAs, dropConcurrently } from '../repairs/concurrently';
import { madeIndexes } from '../repairs/made';
import { alone, briefly } from '../repairs/steps';
import type { MatchBase, RuleRun } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { stepRule } from '../rule';
import { named } from '../words';
import { plainName } from '../object-names';

interface Match extends MatchBase {
  readonly index: Index;
  readonly table: string;
  readonly step: Step;
  /** What builds the new one. */
  readonly built: Step;
}

/** An index goes before the one that takes its place is built. */
export const replaceIndexGap = stepRule<Match>({
  id: 'replace-index-gap',
  title: 'The old index goes before the new one is built',
  group: 'indexes',
  severity: 'warning',
  judges: 'effect',
  kinds: ['drop-index', 'drop-constraint'],

  check(step, run) {
    return goneIndexes(step).flatMap((index): readonly Match[] => {
      const first = index.keys[0]?.column ?? null;
      if (first === null || isServed(step, index, first)) return [];
      const built = builtLater(step, run, index, first);
      if (built === undefined) return [];
      const table = step.before.catalog.relations.get(index.table);
      return [{ index, table: table === undefined ? '' : `${table.schema}.${table.name}`, step, built }];
    });
  },

  message({ index, table }) {
    return `From here until the new index is built, queries of ${named({ name: table })} by ${named({ name: index.keys[0]?.column ?? '' })} have no index`;
  },

  help() {
    return 'Build the new index first, CONCURRENTLY, then drop the old one, then rename.';
  },

  repair({ index, step, built }, run): Repair | null {
    const [made, ...others] = madeIndexes(built, index.table);
    const isPlain = step.inner.length === 0 && built.inner.length === 0 && index.constraint === null;
    if (made === undefined || others.length > 0 || !isPlain) return null;
    const isSame = made.name === index.name;
    const meanwhile = isSame ? `${made.name}_new` : made.name;
    const sql = builtAs(built.statement.text, meanwhile);
    if (sql === null || lexemes(step.statement.text).some(({ word }) => word === ',')) return null;
    const old = plainName(index);
    const schema = old.schema;
    return {
      summary: 'build the new index before the old one goes',
      covers: [built.statement.at],
      steps: [
        alone(sql, buildNote(meanwhile)),
        ...dropConcurrently([old]),
        ...(isSame
          ? [
              briefly(
                `ALTER INDEX ${quoteRelation({ schema, name: meanwhile })} RENAME TO ${quoteName(made.name)}`,
                run.finalSession.major >= 12
                  ? 'SHARE UPDATE EXCLUSIVE on the index: reads and writes go on.'
                  : 'ACCESS EXCLUSIVE on the index for a moment.',
                run.options,
              ),
            ]
          : []),
      ],
    };
  },
});

/** Another index begins with the column. */
function isServed(step: Step, index: Index, column: string): boolean {
  return usableIndexes(step.after.catalog, index.table).some(
    ({ keys, predicate }) => keys[0]?.column === column && predicate === null,
  );
}

/** In the same transaction nobody can query the table between the two; another migration may ship years later. */
function builtLater(step: Step, run: RuleRun, index: Index, column: string): Step | undefined {
  const later = run.knownChangeSet
    ? run.laterInChangeSet(step, 'create-index')
    : run.laterInMigration(step, 'create-index');
  return later.find(
    (other) =>
      !(step.inTransaction && other.transaction === step.transaction) &&
      performed(other, 'create-index').some(
        ({ operation, session }) =>
          operation.index.keys[0]?.column === column &&
          relationOf(session, operation.index.table)?.id === index.table,
      ),
  );
}
