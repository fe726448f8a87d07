import { isIndex, isTable } from '../catalog/find';
import { ownerOf } from '../catalog/whole-database';
import { targetTable } from '../roles/target';
import type { Judge } from './claim';
import { unknown } from './claim';

/** The role owns it already. Who made it, nobody knows. */
export const sameOwner: Judge = ({ operation, session }, relation) => {
  const owner = ownerOf(session.catalog, relation);
  if (operation.kind !== 'change-owner' || owner === undefined)
    return unknown('it belongs to that role already');
  return owner === operation.owner;
};

export const sameTablespace: Judge = ({ operation }, relation) => {
  if (operation.kind !== 'set-tablespace' || !('tablespace' in relation)) return false;
  const here = relation.tablespace ?? 'pg_default';
  if (here === operation.tablespace) return true;
  return relation.origin.certain ? false : unknown('it lies there already');
};

export const sameAccessMethod: Judge = ({ operation, session }, judged) => {
  const relation = isIndex(judged) ? session.catalog.relations.get(judged.table) : judged;
  if (operation.kind !== 'set-access-method' || relation === undefined) return false;
  const here = isTable(relation) ? relation.accessMethod : null;
  if ((operation.method ?? 'heap') === (here ?? 'heap')) return true;
  return relation.origin.certain ? false : unknown('it has that access method already');
};

export const samePersistence: Judge = (situation, relation) => {
  const { operation } = situation;
  if (operation.kind !== 'set-logged') return false;
  // Of a partitioned table nothing changes, the sequences of its columns included.
  if (relation.kind === 'partitioned table' || targetTable(situation)?.kind === 'partitioned table')
    return true;
  if (relation.origin.source === 'assumed')
    return unknown(operation.logged ? 'it is logged already' : 'it is unlogged already');
  return (relation.persistence === 'permanent') === operation.logged;
};

/** The table has OIDs to take away: up to 11. */
export const changesOids: Judge = ({ session }, judged) => {
  const relation = isIndex(judged) ? session.catalog.relations.get(judged.table) : judged;
  if (relation === undefined || !isTable(relation)) return false;
  return /^(?:true|on|1|)$/i.test(relation.options['oids'] ?? 'false');
};

/** Storage parameters that change nothing for queries that run: SHARE UPDATE EXCLUSIVE is enough. Source: reloptions.c. */
const WEAK =
  /^(?:toast\.)?(?:autovacuum_\w+|log_autovacuum_\w+|fillfactor|toast_tuple_target|parallel_workers|vacuum_index_cleanup|vacuum_truncate|vacuum_max_eager_freeze_failure_rate|deduplicate_items|vacuum_cleanup_index_scale_factor|n_distinct|n_distinct_inherited|seq_page_cost|random_page_cost|effective_io_concurrency|maintenance_io_concurrency)$/;

export const strongOption: Judge = ({ operation }) =>
  operation.kind === 'set-options' &&
  Object.keys(operation.options).some((name) => !WEAK.test(name.toLowerCase()));

/** Whether a name may be one of the system's storage parameters; those of extensions have names of their own. */
export function isKnownStorageParameter(name: string): boolean {
  return WEAK.test(name.toLowerCase()) || STRONG.has(name.toLowerCase()) || name.includes('.');
}

const STRONG: ReadonlySet<string> = new Set(
  (
    'user_catalog_table fastupdate gin_pending_list_limit pages_per_range autosummarize buffering security_barrier security_invoker check_option oids ' +
    'm ef_construction lists length col1 col2'
  ).split(' '),
);
