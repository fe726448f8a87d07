import type { Index } from '../../analysis/catalog/relation';
import { goneIndexes } from '../gone-indexes';
import { usableIndexes } from '../index-likeness';
import type { Repair } from '../../findings/finding';
import { dropConcurrently } from '../repairs/concurrently';
import { deploy } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { named } from '../words';
import { plainName } from '../object-names';

interface Match extends MatchBase {
  readonly index: Index;
}

/** DROP INDEX of a unique index that no other takes the place of. */
export const dropUniqueIndex = stepRule<Match>({
  id: 'drop-unique-index',
  title: 'Dropping a unique index ends the uniqueness, and breaks ON CONFLICT',
  group: 'indexes',
  severity: 'warning',
  judges: 'effect',
  kinds: ['drop-index'],

  check(step) {
    return goneIndexes(step)
      .filter((index) => index.unique && index.constraint === null && index.parent === null)
      .filter(
        (index) =>
          !usableIndexes(step.after.catalog, index.table).some(
            (other) => other.unique && sameRows(index, other),
          ),
      )
      .map((index) => ({ index }));
  },

  message({ index }) {
    const columns = index.keys.every(({ column }) => column !== null)
      ? `(${index.keys.map(({ column }) => column ?? '').join(', ')})`
      : '(…)';
    return `Nothing keeps ${columns} unique from here on, and every running INSERT with ON CONFLICT ${columns} that relied on ${named(index)} fails (42P10)`;
  },

  help() {
    return 'Build the unique index that takes its place first, and drop this one once no client relies on it.';
  },

  repair({ index }): Repair {
    return {
      summary: 'drop it once nobody relies on it',
      steps: [
        deploy(
          'no INSERT has an ON CONFLICT that relies on it; what shall stay unique has another unique index.',
        ),
        ...dropConcurrently([plainName(index)]),
      ],
    };
  },
});

/** The same columns in any order, of the same rows: what ON CONFLICT infers. */
function sameRows(a: Index, b: Index): boolean {
  const columns = (index: Index): string =>
    JSON.stringify(
      index.keys
        .map(({ column, expression }) => column ?? JSON.stringify(expression))
        .sort((left, right) => (left < right ? -1 : 1)),
    );
  return columns(a) === columns(b) && JSON.stringify(a.predicate) === JSON.stringify(b.predicate);
}
