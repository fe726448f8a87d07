import type { IndexKey } from '../../../postgres/definition';
import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import { indexesOf, isIndex, tableById } from '../../catalog/find';
import type { Index } from '../../catalog/relation';
import { relationOf } from '../../catalog/resolve';
import type { Situation } from '../../roles/situation';
import { targetOf } from '../../roles/target';
import type { RefusalJudge } from './names';

/** What ALTER INDEX … ATTACH PARTITION does not take. Source: tablecmds.c, ATExecAttachPartitionIdx. */
export const ATTACHED_INDEX_REFUSALS = {
  'index-not-partitioned': (situation) =>
    situation.operation.kind === 'attach-index' && targetOf(situation)?.kind === 'index',
  'attached-is-no-index': ({ operation, session }) => {
    const attached = operation.kind === 'attach-index' ? relationOf(session, operation.index) : undefined;
    return attached !== undefined && attached.origin.source !== 'assumed' && !isIndex(attached);
  },
  'index-of-other-table': indexOfOtherTable,
  'indexes-differ': (situation) => {
    const [parent, part] = pairOf(situation);
    return parent !== undefined && part !== undefined && part.parent !== parent.id && differ(parent, part);
  },
  'partition-has-one-attached': (situation) => {
    const [parent, part] = pairOf(situation);
    if (parent === undefined || part === undefined || part.parent === parent.id) return false;
    return indexesOf(situation.session.catalog, part.table).some((other) => other.parent === parent.id);
  },
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

/** The index of the parent and the one that becomes a part of it. */
function pairOf(situation: Situation): readonly [Index?, Index?] {
  const { operation, session } = situation;
  if (operation.kind !== 'attach-index') return [];
  const parent = targetOf(situation);
  const part = relationOf(session, operation.index);
  if (parent?.kind !== 'partitioned index' || part === undefined || !isIndex(part)) return [];
  return parent.complete && part.complete ? [parent, part] : [];
}

/** The index of a table that is no partition of the other's. */
function indexOfOtherTable(situation: Situation): boolean {
  const [parent, part] = pairOf(situation);
  if (parent === undefined || part === undefined) return false;
  const table = tableById(situation.session.catalog, part.table);
  if (part.parent !== null) return part.parent !== parent.id;
  return table?.origin.certain === true && table.partition?.parent !== parent.table;
}

/** They are certainly not alike: two expressions that are written in two ways may be. Source: index.c, CompareIndexInfo. */
function differ(parent: Index, part: Index): boolean {
  return (
    parent.method !== part.method ||
    parent.unique !== part.unique ||
    parent.nullsNotDistinct !== part.nullsNotDistinct ||
    (parent.constraint !== null && part.constraint === null) ||
    parent.include.join('\u0000') !== part.include.join('\u0000') ||
    (parent.predicate === null) !== (part.predicate === null) ||
    parent.keys.length !== part.keys.length ||
    parent.keys.some((key, at) => keysDiffer(key, part.keys[at]))
  );
}

function keysDiffer(a: IndexKey, b: IndexKey | undefined): boolean {
  if (b === undefined || a.column !== b.column) return true;
  return a.collation !== null && b.collation !== null && a.collation.name !== b.collation.name;
}
