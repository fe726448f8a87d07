import { childrenOf, indexesOf } from '../../analysis/catalog/find';
import type { LockFact, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { lexemes } from '../../sql/clauses';
import type { Performed } from '../performed';
import { performed, subject, worksBy } from '../performed';
import { buildNote } from '../repairs/concurrently';
import { madeIndexes } from '../repairs/made';
import { alone, briefly } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { named, namedAll, unless } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly created: Performed<'create-index'>;
  readonly parent: { readonly name: string };
  /** On the partitions; on the parent where no migration makes them. */
  readonly locks: readonly LockFact[];
  readonly isSeen: boolean;
}

/** CREATE INDEX on a partitioned table: one index is built for each partition, all in one go. */
export const indexOnPartitionedParent = stepRule<Match>({
  id: 'index-on-partitioned-parent',
  title: 'An index on a partitioned table stops writes to all partitions until all are built',
  group: 'indexes',
  severity: 'error',
  judges: 'lock',
  kinds: ['create-index'],
  ofWork: true,

  check(step) {
    return performed(step, 'create-index').flatMap((created): readonly Match[] => {
      const parent = subject(created);
      if (created.operation.only || parent?.kind !== 'partitioned table') return [];
      const locks = worksBy(step, 'create-index/build-partitions');
      return locks.length === 0
        ? []
        : [
            {
              step,
              created,
              parent: { name: `${parent.schema}.${parent.name}` },
              locks,
              isSeen: locks.every(({ relation }) => relation.id !== parent.id),
              cites: locks.map(({ relation }) => relation),
            },
          ];
    });
  },

  message({ parent, locks, isSeen }) {
    const partitions = isSeen ? namedAll(locks.map(({ relation }) => relation)) : 'each partition';
    return `This builds an index on ${partitions} in one go, and stops writes to ${named(parent)} and all its partitions (SHARE lock) until all are built${unless(locks)}`;
  },

  help() {
    return 'Create the index ON ONLY the parent, build one CONCURRENTLY on each partition, and attach them.';
  },

  repair({ step, created, locks, isSeen }, run): Repair | null {
    if (!isSeen) return null;
    const table = subject(created);
    const made = table === undefined ? [] : madeIndexes(step, table.id);
    const [index] = made;
    const on = afterOn(step.statement.text);
    if (created.inner || index === undefined || on === null) return null;
    const { schema } = created.operation.index.table;
    const { catalog } = step.after;
    const partitions = table === undefined ? [] : childrenOf(catalog, table.id);
    const parts = partitions.flatMap((partition) => {
      const part = indexesOf(catalog, partition.id).find(({ parent }) => parent === index.id);
      const isBuilt = locks.some(({ relation }) => relation.id === partition.id);
      const relation = { name: `${partition.schema}.${partition.name}` };
      return part === undefined ? [] : [{ table: quoteRelation(relation), name: part.name, isBuilt }];
    });
    const unique = created.operation.index.unique ? 'UNIQUE ' : '';
    return {
      summary: 'build partition by partition, and attach the parts',
      steps: [
        briefly(
          `CREATE ${unique}INDEX ${quoteName(index.name)} ON ONLY ${on.table} ${on.rest}`,
          'SHARE on the parent for a moment: nothing is built, and the index is invalid until all parts are attached.',
          run.options,
        ),
        ...parts
          .filter(({ isBuilt }) => isBuilt)
          .map(({ table: partition, name }) =>
            alone(
              `CREATE ${unique}INDEX CONCURRENTLY ${quoteName(name)} ON ${partition} ${on.rest}`,
              buildNote(name),
            ),
          ),
        briefly(
          parts.map(
            ({ name }) =>
              `ALTER INDEX ${quoteRelation({ schema, name: index.name })} ATTACH PARTITION ${quoteRelation({ schema, name })}`,
          ),
          'ACCESS EXCLUSIVE on each part for a moment.',
          run.options,
        ),
      ],
    };
  },
});

/** The table of CREATE INDEX and what stands behind it, as written. */
function afterOn(text: string): { readonly table: string; readonly rest: string } | null {
  const tokens = lexemes(text);
  const on = tokens.findIndex(({ word, depth }) => word === 'on' && depth === 0);
  const rest = tokens.findIndex(
    (token, at) =>
      at > on && (token.word === 'using' || (token.kind === 'symbol' && text[token.start] === '(')),
  );
  const [first, last] = [tokens[on + 1], tokens[rest - 1]];
  const start = tokens[rest]?.start;
  if (on === -1 || first === undefined || last === undefined || start === undefined) return null;
  return { table: text.slice(first.start, last.end), rest: text.slice(start) };
}
