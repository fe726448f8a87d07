import type { Index } from '../../analysis/catalog/relation';
import { relationOf } from '../../analysis/catalog/resolve';
import type { Step } from '../../analysis/step';
import { goneIndexes } from '../gone-indexes';
import { usableIndexes } from '../index-likeness';
import { performed } from '../performed';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { named } from '../words';

interface Match extends MatchBase {
  readonly index: Index;
  readonly table: string;
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
      if (first === null || isServed(step, index, first) || !isBuiltLater(step, run, index, first)) return [];
      const table = step.before.catalog.relations.get(index.table);
      return [{ index, table: table === undefined ? '' : `${table.schema}.${table.name}` }];
    });
  },

  message({ index, table }) {
    return `From here until the new index is built, queries of ${named({ name: table })} by ${named({ name: index.keys[0]?.column ?? '' })} have no index`;
  },

  help() {
    return 'Build the new index first, CONCURRENTLY, then drop the old one, then rename.';
  },
});

/** Another index begins with the column. */
function isServed(step: Step, index: Index, column: string): boolean {
  return usableIndexes(step.after.catalog, index.table).some(
    ({ keys, predicate }) => keys[0]?.column === column && predicate === null,
  );
}

/** In the same transaction nobody can query the table between the two; another migration may ship years later. */
function isBuiltLater(step: Step, run: RuleRun, index: Index, column: string): boolean {
  const later = run.knownChangeSet
    ? run.laterInChangeSet(step, 'create-index')
    : run.laterInMigration(step, 'create-index');
  return later.some(
    (other) =>
      !(step.inTransaction && other.transaction === step.transaction) &&
      performed(other, 'create-index').some(
        ({ operation, session }) =>
          operation.index.keys[0]?.column === column &&
          relationOf(session, operation.index.table)?.id === index.table,
      ),
  );
}
