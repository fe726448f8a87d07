import { actsOf } from '../acts';
import { written } from '../object-names';
import type { RelationName } from '../../postgres/name';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';

interface Match extends MatchBase {
  readonly table: RelationName;
}

/** REPLICA IDENTITY FULL. */
export const replicaIdentityFull = stepRule<Match>({
  id: 'replica-identity-full',
  title: 'REPLICA IDENTITY FULL writes whole old rows into the log',
  group: 'data-and-replication',
  severity: 'notice',
  judges: 'effect',
  kinds: ['replica-identity'],

  check(step) {
    return actsOf(step, 'replica-identity').flatMap(({ operation }) =>
      operation.to === 'full' ? [{ table: operation.table }] : [],
    );
  },

  message({ table }) {
    return `From now on every UPDATE and DELETE of ${written(table)} writes the whole old row into the log, and a subscriber may read its whole table to find it`;
  },

  help() {
    return 'Use a unique index on NOT NULL columns as the identity.';
  },
});
