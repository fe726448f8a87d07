import type { Index } from '../../analysis/catalog/relation';
import type { IndexDefinition } from '../../postgres/definition';
import { isLeadingPart, usableIndexes } from '../index-likeness';
import { performed, subject } from '../performed';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { named } from '../words';

interface Match extends MatchBase {
  readonly name: string | null;
  readonly other: Index;
  /** `covered`: the other one serves its queries · `covers`: it serves those of the other one. */
  readonly how: 'same' | 'covered' | 'covers';
}

/** A new index that an existing one makes needless, or the other way round. */
export const redundantIndex = stepRule<Match>({
  id: 'redundant-index',
  title: 'Two indexes serve the same queries, and every write pays for both',
  group: 'indexes',
  severity: 'notice',
  judges: 'effect',
  kinds: ['create-index'],

  check(step, run) {
    return performed(step, 'create-index').flatMap((created): readonly Match[] => {
      const { index, ifNotExists } = created.operation;
      const table = subject(created);
      if (table === undefined || index.unique || index.predicate !== null || index.method !== 'btree')
        return [];
      for (const other of usableIndexes(created.session.catalog, table.id)) {
        if (other.predicate !== null || other.parent !== null) continue;
        if (ifNotExists && other.name === index.name) continue;
        const match = relate(index, other);
        if (match !== null && run.finalSession.catalog.relations.has(other.id)) return [match];
      }
      return [];
    });
  },

  message({ name, other, how }) {
    const own = name === null ? 'This index' : `The index ${named({ name })}`;
    switch (how) {
      case 'same':
        return `${own} has the same columns as ${named(other)}: every write pays for both`;
      case 'covered':
        return `${own} has the leading columns of ${named(other)}, which serves the same queries: every write pays for both`;
      case 'covers':
        return `${own} begins with all columns of ${named(other)}, which is needless from here on: every write pays for both`;
    }
  },

  help() {
    return 'Keep one of the two.';
  },
});

/** A unique index stays for its guarantee, whatever else serves its queries. */
function relate(index: IndexDefinition, other: Index): Match | null {
  const { name } = index;
  if (isLeadingPart(index, other)) {
    const same = index.keys.length === other.keys.length;
    const needsInclude = index.include.some((column) => !other.include.includes(column));
    return needsInclude ? null : { name, other, how: same ? 'same' : 'covered' };
  }
  if (other.unique || other.constraint !== null || other.include.length > 0) return null;
  return isLeadingPart(other, index) ? { name, other, how: 'covers' } : null;
}
