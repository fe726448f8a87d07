import { indexById, isTable, primaryKeyOf, tableById } from '../../analysis/catalog/find';
import type { Table } from '../../analysis/catalog/relation';
import type { Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { fullName } from '../object-names';
import type { Published } from '../replica-identity';
import { hasIdentity, publishedBy } from '../replica-identity';
import { identitySteps } from '../repairs/replica-identity';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { endOfTransaction } from '../together';
import { named } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
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
      return published?.changes === true && loses(step, table, run) ? [{ step, table, published }] : [];
    });
  },

  message({ table, published }) {
    return `${named(fullName(table))} loses what tells its rows apart, and ${published.by} publishes its changes: from now on every UPDATE and DELETE on it fails here, on the publisher (55000)`;
  },

  help() {
    return 'Set another replica identity before it.';
  },

  repair({ step, table }, run): Repair | null {
    const remaining = tableById(step.after.catalog, table.id);
    if (remaining === undefined || table.kind === 'partitioned table' || step.inner.length > 0) return null;
    const isGivenUp = step.operations.some(({ kind }) => kind === 'replica-identity');
    if (isGivenUp && step.operations.length > 1) return null;
    return {
      summary: 'set another replica identity first',
      steps: identitySteps(
        {
          table: remaining,
          session: step.after,
          columns: identityColumns(step, table),
          when: isGivenUp ? 'instead' : 'before it',
        },
        run.options,
      ),
    };
  },
});

/** The columns of the key or index that is the identity. */
function identityColumns({ before: { catalog } }: Step, table: Table): readonly string[] {
  const { replicaIdentity } = table;
  if (typeof replicaIdentity === 'string') return primaryKeyOf(table)?.columns ?? [];
  return indexById(catalog, replicaIdentity)?.keys.flatMap(({ column }) => column ?? []) ?? [];
}

function loses(step: Step, { id }: Table, run: RuleRun): boolean {
  if (hasIdentity(step.before.catalog, id) !== true || hasIdentity(step.after.catalog, id) !== false)
    return false;
  return hasIdentity(endOfTransaction(step, run).catalog, id) === false;
}
