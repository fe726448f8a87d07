import { isTable } from '../../analysis/catalog/find';
import type { Table } from '../../analysis/catalog/relation';
import type { Step } from '../../analysis/step';
import { fullName } from '../object-names';
import type { Published } from '../replica-identity';
import { hasIdentity, publishedBy } from '../replica-identity';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { endOfTransaction } from '../together';
import { named } from '../words';

interface Match extends MatchBase {
  readonly table: Table;
  readonly published: Published;
}

/** A published table loses what tells its rows apart. */
export const replicaIdentityLost = stepRule<Match>({
  id: 'replica-identity-lost',
  title: 'A published table loses the key that its changes are sent with',
  group: 'data-and-replication',
  severity: 'error',
  judges: 'effect',
  kinds: ['drop-constraint', 'drop-index', 'replica-identity', 'drop-column'],

  check(step, run) {
    const tables = step.locks.flatMap(({ relation }) => {
      const table = step.before.catalog.relations.get(relation.id);
      return table !== undefined && isTable(table) ? [table] : [];
    });
    return tables.flatMap((table): readonly Match[] => {
      const published = publishedBy(step.before.catalog, table, run.options);
      return published?.changes === true && loses(step, table, run) ? [{ table, published }] : [];
    });
  },

  message({ table, published }) {
    return `${named(fullName(table))} loses what tells its rows apart, and ${published.by} publishes its changes: from now on every UPDATE and DELETE on it fails here, on the publisher (55000)`;
  },

  help() {
    return 'Set another replica identity before it.';
  },
});

function loses(step: Step, { id }: Table, run: RuleRun): boolean {
  if (hasIdentity(step.before.catalog, id) !== true || hasIdentity(step.after.catalog, id) !== false)
    return false;
  return hasIdentity(endOfTransaction(step, run).catalog, id) === false;
}
