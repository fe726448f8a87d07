import { docs as addColumnConstrainedDomain } from './adding-columns/add-column-constrained-domain.docs';
import { docs as addColumnIdentity } from './adding-columns/add-column-identity.docs';
import { docs as addColumnIfNotExistsRepeatsConstraint } from './adding-columns/add-column-if-not-exists-repeats-constraint.docs';
import { docs as addColumnInlineCheck } from './adding-columns/add-column-inline-check.docs';
import { docs as addColumnInlineForeignKey } from './adding-columns/add-column-inline-foreign-key.docs';
import { docs as addColumnInlinePrimaryKey } from './adding-columns/add-column-inline-primary-key.docs';
import { docs as addColumnInlineUnique } from './adding-columns/add-column-inline-unique.docs';
import { docs as addColumnNotNullNoDefault } from './adding-columns/add-column-not-null-no-default.docs';
import { docs as addColumnSerial } from './adding-columns/add-column-serial.docs';
import { docs as addColumnStoredGenerated } from './adding-columns/add-column-stored-generated.docs';
import { docs as addColumnVolatileDefault } from './adding-columns/add-column-volatile-default.docs';
import { docs as alterCompositeType } from './views-and-types/alter-composite-type.docs';
import { docs as alterSequenceBlocksInserts } from './renaming/alter-sequence-blocks-inserts.docs';
import { docs as attachPartitionBuildsIndex } from './partitions/attach-partition-builds-index.docs';
import { docs as attachPartitionLocksReferenced } from './partitions/attach-partition-locks-referenced.docs';
import { docs as attachPartitionScan } from './partitions/attach-partition-scan.docs';
import { docs as autocommitOnlyInTransaction } from './transactions/autocommit-only-in-transaction.docs';
import { docs as backfillUnderLock } from './transactions/backfill-under-lock.docs';
import { docs as blockingAdvisoryLock } from './transactions/blocking-advisory-lock.docs';
import { docs as cluster } from './storage/cluster.docs';
import { docs as columnChangeBreaksSelectStar } from './renaming/column-change-breaks-select-star.docs';
import { docs as createDefaultPartition } from './partitions/create-default-partition.docs';
import { docs as createIndexNotConcurrent } from './indexes/create-index-not-concurrent.docs';
import { docs as createPartitionOfLocksParent } from './partitions/create-partition-of-locks-parent.docs';
import { docs as createTableAs } from './storage/create-table-as.docs';
import { docs as createTrigger } from './triggers-and-policies/create-trigger.docs';
import { docs as createUnloggedTable } from './storage/create-unlogged-table.docs';
import { docs as deadlockProneLockOrder } from './transactions/deadlock-prone-lock-order.docs';
import { docs as defaultPartitionScan } from './partitions/default-partition-scan.docs';
import { docs as detachPartitionNotConcurrent } from './partitions/detach-partition-not-concurrent.docs';
import { docs as detachReferencedPartition } from './partitions/detach-referenced-partition.docs';
import { docs as disableAutovacuum } from './storage/disable-autovacuum.docs';
import { docs as disableRowSecurity } from './triggers-and-policies/disable-row-security.docs';
import { docs as disableTrigger } from './triggers-and-policies/disable-trigger.docs';
import { docs as dropAndRecreate } from './dropping/drop-and-recreate.docs';
import { docs as dropCascade } from './dropping/drop-cascade.docs';
import { docs as dropColumn } from './dropping/drop-column.docs';
import { docs as dropColumnDropsConstraint } from './dropping/drop-column-drops-constraint.docs';
import { docs as dropDatabase } from './dropping/drop-database.docs';
import { docs as dropObject } from './dropping/drop-object.docs';
import { docs as dropOwned } from './dropping/drop-owned.docs';
import { docs as dropPartitionLocksParent } from './partitions/drop-partition-locks-parent.docs';
import { docs as dropPolicy } from './triggers-and-policies/drop-policy.docs';
import { docs as dropSchema } from './dropping/drop-schema.docs';
import { docs as dropTable } from './dropping/drop-table.docs';
import { docs as dropTrigger } from './triggers-and-policies/drop-trigger.docs';
import { docs as duplicateMigrationVersion } from './hygiene/duplicate-migration-version.docs';
import { docs as editedMigration } from './hygiene/edited-migration.docs';
import { docs as enumRenameValue } from './views-and-types/enum-rename-value.docs';
import { docs as enumValueUsedInTransaction } from './views-and-types/enum-value-used-in-transaction.docs';
import { docs as explicitLockTable } from './transactions/explicit-lock-table.docs';
import { docs as functionBodyLeftBehind } from './renaming/function-body-left-behind.docs';
import { docs as functionOverloadLeftBehind } from './renaming/function-overload-left-behind.docs';
import { docs as halfAppliedMigration } from './transactions/half-applied-migration.docs';
import { docs as identifierTooLong } from './hygiene/identifier-too-long.docs';
import { docs as irreversibleMigration } from './hygiene/irreversible-migration.docs';
import { docs as lockTimeoutTooLong } from './timeouts/lock-timeout-too-long.docs';
import { docs as lockUpgrade } from './transactions/lock-upgrade.docs';
import { docs as materializedViewWithoutData } from './views-and-types/materialized-view-without-data.docs';
import { docs as misleadingIfNotExists } from './dropping/misleading-if-not-exists.docs';
import { docs as missingIdleTimeout } from './timeouts/missing-idle-timeout.docs';
import { docs as missingLockTimeout } from './timeouts/missing-lock-timeout.docs';
import { docs as missingStatementTimeout } from './timeouts/missing-statement-timeout.docs';
import { docs as multipleAlterSameTable } from './transactions/multiple-alter-same-table.docs';
import { docs as needsNewerServer } from './hygiene/needs-newer-server.docs';
import { docs as noOpStillLocks } from './dropping/no-op-still-locks.docs';
import { docs as outOfOrderMigration } from './hygiene/out-of-order-migration.docs';
import { docs as ownerChange } from './renaming/owner-change.docs';
import { docs as partitionedParentFanout } from './partitions/partitioned-parent-fanout.docs';
import { docs as pendingTriggerEvents } from './transactions/pending-trigger-events.docs';
import { docs as policyChangeLocks } from './triggers-and-policies/policy-change-locks.docs';
import { docs as policyReplaceGap } from './triggers-and-policies/policy-replace-gap.docs';
import { docs as preparedTransaction } from './transactions/prepared-transaction.docs';
import { docs as recreateLosesPrivileges } from './dropping/recreate-loses-privileges.docs';
import { docs as refreshMaterializedViewConcurrentLock } from './views-and-types/refresh-materialized-view-concurrent-lock.docs';
import { docs as refreshMaterializedViewNotConcurrent } from './views-and-types/refresh-materialized-view-not-concurrent.docs';
import { docs as refusedByServer } from './hygiene/refused-by-server.docs';
import { docs as renameColumn } from './renaming/rename-column.docs';
import { docs as renameObject } from './renaming/rename-object.docs';
import { docs as renameSchema } from './renaming/rename-schema.docs';
import { docs as renameTable } from './renaming/rename-table.docs';
import { docs as replaceFunctionUsedByIndex } from './triggers-and-policies/replace-function-used-by-index.docs';
import { docs as revokePrivilege } from './renaming/revoke-privilege.docs';
import { docs as rowSecuritySkipsPartitions } from './partitions/row-security-skips-partitions.docs';
import { docs as rowSecurityWithoutPolicy } from './triggers-and-policies/row-security-without-policy.docs';
import { docs as ruleChange } from './triggers-and-policies/rule-change.docs';
import { docs as sameTableManyMigrations } from './transactions/same-table-many-migrations.docs';
import { docs as sequenceRestarted } from './renaming/sequence-restarted.docs';
import { docs as serverSettingChanged } from './timeouts/server-setting-changed.docs';
import { docs as sessionReplicationRole } from './triggers-and-policies/session-replication-role.docs';
import { docs as sessionSettingLeaks } from './timeouts/session-setting-leaks.docs';
import { docs as setAccessMethod } from './storage/set-access-method.docs';
import { docs as setLoggedUnlogged } from './storage/set-logged-unlogged.docs';
import { docs as setSchema } from './renaming/set-schema.docs';
import { docs as setTablespace } from './storage/set-tablespace.docs';
import { docs as statementTimeoutTooLong } from './timeouts/statement-timeout-too-long.docs';
import { docs as statementUnderAccessExclusive } from './transactions/statement-under-access-exclusive.docs';
import { docs as suppressionWithoutReason } from './hygiene/suppression-without-reason.docs';
import { docs as syntaxError } from './hygiene/syntax-error.docs';
import { docs as tightenedForWriters } from './renaming/tightened-for-writers.docs';
import { docs as timeoutAroundConcurrently } from './timeouts/timeout-around-concurrently.docs';
import { docs as timeoutWithoutEffect } from './timeouts/timeout-without-effect.docs';
import { docs as timeoutWithoutUnit } from './timeouts/timeout-without-unit.docs';
import { docs as transactionBlockRequired } from './transactions/transaction-block-required.docs';
import { docs as transactionNesting } from './transactions/transaction-nesting.docs';
import { docs as truncate } from './dropping/truncate.docs';
import { docs as truncateCascade } from './dropping/truncate-cascade.docs';
import { docs as uncommittedTransaction } from './transactions/uncommitted-transaction.docs';
import { docs as unknownRelation } from './hygiene/unknown-relation.docs';
import { docs as unreadSql } from './hygiene/unread-sql.docs';
import { docs as unusedSuppression } from './hygiene/unused-suppression.docs';
import { docs as vacuumFull } from './storage/vacuum-full.docs';
import { docs as vacuumInMigration } from './storage/vacuum-in-migration.docs';
import { docs as viewBypassesRowSecurity } from './triggers-and-policies/view-bypasses-row-security.docs';
import { docs as wideLockWindow } from './transactions/wide-lock-window.docs';
import { docs as workUnderHeldLock } from './transactions/work-under-held-lock.docs';
import type { RuleDocs } from './rule-docs';

/** Prose and examples of every rule, by id. Generated from the files of this folder; loaded only where they are shown. */
export const RULE_DOCS: Readonly<Record<string, RuleDocs>> = {
  'add-column-constrained-domain': addColumnConstrainedDomain,
  'add-column-identity': addColumnIdentity,
  'add-column-if-not-exists-repeats-constraint': addColumnIfNotExistsRepeatsConstraint,
  'add-column-inline-check': addColumnInlineCheck,
  'add-column-inline-foreign-key': addColumnInlineForeignKey,
  'add-column-inline-primary-key': addColumnInlinePrimaryKey,
  'add-column-inline-unique': addColumnInlineUnique,
  'add-column-not-null-no-default': addColumnNotNullNoDefault,
  'add-column-serial': addColumnSerial,
  'add-column-stored-generated': addColumnStoredGenerated,
  'add-column-volatile-default': addColumnVolatileDefault,
  'alter-composite-type': alterCompositeType,
  'alter-sequence-blocks-inserts': alterSequenceBlocksInserts,
  'attach-partition-builds-index': attachPartitionBuildsIndex,
  'attach-partition-locks-referenced': attachPartitionLocksReferenced,
  'attach-partition-scan': attachPartitionScan,
  'autocommit-only-in-transaction': autocommitOnlyInTransaction,
  'backfill-under-lock': backfillUnderLock,
  'blocking-advisory-lock': blockingAdvisoryLock,
  cluster,
  'column-change-breaks-select-star': columnChangeBreaksSelectStar,
  'create-default-partition': createDefaultPartition,
  'create-index-not-concurrent': createIndexNotConcurrent,
  'create-partition-of-locks-parent': createPartitionOfLocksParent,
  'create-table-as': createTableAs,
  'create-trigger': createTrigger,
  'create-unlogged-table': createUnloggedTable,
  'deadlock-prone-lock-order': deadlockProneLockOrder,
  'default-partition-scan': defaultPartitionScan,
  'detach-partition-not-concurrent': detachPartitionNotConcurrent,
  'detach-referenced-partition': detachReferencedPartition,
  'disable-autovacuum': disableAutovacuum,
  'disable-row-security': disableRowSecurity,
  'disable-trigger': disableTrigger,
  'drop-and-recreate': dropAndRecreate,
  'drop-cascade': dropCascade,
  'drop-column': dropColumn,
  'drop-column-drops-constraint': dropColumnDropsConstraint,
  'drop-database': dropDatabase,
  'drop-object': dropObject,
  'drop-owned': dropOwned,
  'drop-partition-locks-parent': dropPartitionLocksParent,
  'drop-policy': dropPolicy,
  'drop-schema': dropSchema,
  'drop-table': dropTable,
  'drop-trigger': dropTrigger,
  'duplicate-migration-version': duplicateMigrationVersion,
  'edited-migration': editedMigration,
  'enum-rename-value': enumRenameValue,
  'enum-value-used-in-transaction': enumValueUsedInTransaction,
  'explicit-lock-table': explicitLockTable,
  'function-body-left-behind': functionBodyLeftBehind,
  'function-overload-left-behind': functionOverloadLeftBehind,
  'half-applied-migration': halfAppliedMigration,
  'identifier-too-long': identifierTooLong,
  'irreversible-migration': irreversibleMigration,
  'lock-timeout-too-long': lockTimeoutTooLong,
  'lock-upgrade': lockUpgrade,
  'materialized-view-without-data': materializedViewWithoutData,
  'misleading-if-not-exists': misleadingIfNotExists,
  'missing-idle-timeout': missingIdleTimeout,
  'missing-lock-timeout': missingLockTimeout,
  'missing-statement-timeout': missingStatementTimeout,
  'multiple-alter-same-table': multipleAlterSameTable,
  'needs-newer-server': needsNewerServer,
  'no-op-still-locks': noOpStillLocks,
  'out-of-order-migration': outOfOrderMigration,
  'owner-change': ownerChange,
  'partitioned-parent-fanout': partitionedParentFanout,
  'pending-trigger-events': pendingTriggerEvents,
  'policy-change-locks': policyChangeLocks,
  'policy-replace-gap': policyReplaceGap,
  'prepared-transaction': preparedTransaction,
  'recreate-loses-privileges': recreateLosesPrivileges,
  'refresh-materialized-view-concurrent-lock': refreshMaterializedViewConcurrentLock,
  'refresh-materialized-view-not-concurrent': refreshMaterializedViewNotConcurrent,
  'refused-by-server': refusedByServer,
  'rename-column': renameColumn,
  'rename-object': renameObject,
  'rename-schema': renameSchema,
  'rename-table': renameTable,
  'replace-function-used-by-index': replaceFunctionUsedByIndex,
  'revoke-privilege': revokePrivilege,
  'row-security-skips-partitions': rowSecuritySkipsPartitions,
  'row-security-without-policy': rowSecurityWithoutPolicy,
  'rule-change': ruleChange,
  'same-table-many-migrations': sameTableManyMigrations,
  'sequence-restarted': sequenceRestarted,
  'server-setting-changed': serverSettingChanged,
  'session-replication-role': sessionReplicationRole,
  'session-setting-leaks': sessionSettingLeaks,
  'set-access-method': setAccessMethod,
  'set-logged-unlogged': setLoggedUnlogged,
  'set-schema': setSchema,
  'set-tablespace': setTablespace,
  'statement-timeout-too-long': statementTimeoutTooLong,
  'statement-under-access-exclusive': statementUnderAccessExclusive,
  'suppression-without-reason': suppressionWithoutReason,
  'syntax-error': syntaxError,
  'tightened-for-writers': tightenedForWriters,
  'timeout-around-concurrently': timeoutAroundConcurrently,
  'timeout-without-effect': timeoutWithoutEffect,
  'timeout-without-unit': timeoutWithoutUnit,
  'transaction-block-required': transactionBlockRequired,
  'transaction-nesting': transactionNesting,
  truncate,
  'truncate-cascade': truncateCascade,
  'uncommitted-transaction': uncommittedTransaction,
  'unknown-relation': unknownRelation,
  'unread-sql': unreadSql,
  'unused-suppression': unusedSuppression,
  'vacuum-full': vacuumFull,
  'vacuum-in-migration': vacuumInMigration,
  'view-bypasses-row-security': viewBypassesRowSecurity,
  'wide-lock-window': wideLockWindow,
  'work-under-held-lock': workUnderHeldLock,
};
