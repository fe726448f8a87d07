import { docs as addCheckWithoutNotValid } from './constraints/add-check-without-not-valid.docs';
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
import { docs as addExclusionConstraint } from './constraints/add-exclusion-constraint.docs';
import { docs as addForeignKeyLocksReferenced } from './constraints/add-foreign-key-locks-referenced.docs';
import { docs as addForeignKeyWithoutNotValid } from './constraints/add-foreign-key-without-not-valid.docs';
import { docs as addPrimaryKeyUsingIndexNullable } from './constraints/add-primary-key-using-index-nullable.docs';
import { docs as addPrimaryKeyWithoutIndex } from './constraints/add-primary-key-without-index.docs';
import { docs as addUniqueWithoutIndex } from './constraints/add-unique-without-index.docs';
import { docs as alterColumnDependentObjects } from './changing-columns/alter-column-dependent-objects.docs';
import { docs as alterColumnType } from './changing-columns/alter-column-type.docs';
import { docs as alterColumnTypeBreaksPrepared } from './changing-columns/alter-column-type-breaks-prepared.docs';
import { docs as alterColumnTypeByTimezone } from './changing-columns/alter-column-type-by-timezone.docs';
import { docs as alterColumnTypeLocksOtherTable } from './changing-columns/alter-column-type-locks-other-table.docs';
import { docs as alterColumnTypeNarrowing } from './changing-columns/alter-column-type-narrowing.docs';
import { docs as alterCompositeType } from './views-and-types/alter-composite-type.docs';
import { docs as alterDomainScansTables } from './constraints/alter-domain-scans-tables.docs';
import { docs as alterSequenceBlocksInserts } from './renaming/alter-sequence-blocks-inserts.docs';
import { docs as analyzeAfterChange } from './policy/analyze-after-change.docs';
import { docs as attachPartitionBuildsIndex } from './partitions/attach-partition-builds-index.docs';
import { docs as attachPartitionLocksReferenced } from './partitions/attach-partition-locks-referenced.docs';
import { docs as attachPartitionScan } from './partitions/attach-partition-scan.docs';
import { docs as autocommitOnlyInTransaction } from './transactions/autocommit-only-in-transaction.docs';
import { docs as backfillFiresTriggers } from './data-and-replication/backfill-fires-triggers.docs';
import { docs as backfillSkipLocked } from './data-and-replication/backfill-skip-locked.docs';
import { docs as backfillUnderLock } from './transactions/backfill-under-lock.docs';
import { docs as blockingAdvisoryLock } from './transactions/blocking-advisory-lock.docs';
import { docs as broadGrant } from './policy/broad-grant.docs';
import { docs as checkBeforeBackfill } from './constraints/check-before-backfill.docs';
import { docs as checkDetourToNotNull } from './changing-columns/check-detour-to-not-null.docs';
import { docs as checkNotImmutable } from './constraints/check-not-immutable.docs';
import { docs as cluster } from './storage/cluster.docs';
import { docs as columnChangeBreaksSelectStar } from './renaming/column-change-breaks-select-star.docs';
import { docs as concurrentIndexIfNotExists } from './indexes/concurrent-index-if-not-exists.docs';
import { docs as concurrentIndexWithoutCleanup } from './indexes/concurrent-index-without-cleanup.docs';
import { docs as constraintLeftNotValid } from './constraints/constraint-left-not-valid.docs';
import { docs as constraintNotEnforced } from './constraints/constraint-not-enforced.docs';
import { docs as constraintUnnamed } from './policy/constraint-unnamed.docs';
import { docs as createConstrainedDomain } from './constraints/create-constrained-domain.docs';
import { docs as createDefaultPartition } from './partitions/create-default-partition.docs';
import { docs as createEnum } from './policy/create-enum.docs';
import { docs as createIndexNotConcurrent } from './indexes/create-index-not-concurrent.docs';
import { docs as createPartitionOfLocksParent } from './partitions/create-partition-of-locks-parent.docs';
import { docs as createTableAs } from './storage/create-table-as.docs';
import { docs as createTrigger } from './triggers-and-policies/create-trigger.docs';
import { docs as createUnloggedTable } from './storage/create-unlogged-table.docs';
import { docs as dataChangeInMigration } from './policy/data-change-in-migration.docs';
import { docs as deadlockProneLockOrder } from './transactions/deadlock-prone-lock-order.docs';
import { docs as defaultPartitionScan } from './partitions/default-partition-scan.docs';
import { docs as deleteCascades } from './data-and-replication/delete-cascades.docs';
import { docs as deleteWithoutWhere } from './data-and-replication/delete-without-where.docs';
import { docs as detachPartitionNotConcurrent } from './partitions/detach-partition-not-concurrent.docs';
import { docs as detachReferencedPartition } from './partitions/detach-referenced-partition.docs';
import { docs as disableAutovacuum } from './storage/disable-autovacuum.docs';
import { docs as disableRowSecurity } from './triggers-and-policies/disable-row-security.docs';
import { docs as disableTrigger } from './triggers-and-policies/disable-trigger.docs';
import { docs as dropAndRecreate } from './dropping/drop-and-recreate.docs';
import { docs as dropCascade } from './dropping/drop-cascade.docs';
import { docs as dropColumn } from './dropping/drop-column.docs';
import { docs as dropColumnDropsConstraint } from './dropping/drop-column-drops-constraint.docs';
import { docs as dropConstraint } from './constraints/drop-constraint.docs';
import { docs as dropDatabase } from './dropping/drop-database.docs';
import { docs as dropDefault } from './changing-columns/drop-default.docs';
import { docs as dropForeignKeyLocksReferenced } from './constraints/drop-foreign-key-locks-referenced.docs';
import { docs as dropIndexBackingConstraint } from './indexes/drop-index-backing-constraint.docs';
import { docs as dropIndexNotConcurrent } from './indexes/drop-index-not-concurrent.docs';
import { docs as dropNotNull } from './changing-columns/drop-not-null.docs';
import { docs as dropObject } from './dropping/drop-object.docs';
import { docs as dropOwned } from './dropping/drop-owned.docs';
import { docs as dropPartitionLocksParent } from './partitions/drop-partition-locks-parent.docs';
import { docs as dropPolicy } from './triggers-and-policies/drop-policy.docs';
import { docs as dropPrimaryKey } from './constraints/drop-primary-key.docs';
import { docs as dropPublication } from './data-and-replication/drop-publication.docs';
import { docs as dropSchema } from './dropping/drop-schema.docs';
import { docs as dropTable } from './dropping/drop-table.docs';
import { docs as dropTrigger } from './triggers-and-policies/drop-trigger.docs';
import { docs as dropUniqueIndex } from './indexes/drop-unique-index.docs';
import { docs as duplicateMigrationVersion } from './hygiene/duplicate-migration-version.docs';
import { docs as editedMigration } from './hygiene/edited-migration.docs';
import { docs as enforceForeignKey } from './constraints/enforce-foreign-key.docs';
import { docs as enumRenameValue } from './views-and-types/enum-rename-value.docs';
import { docs as enumValueOrdering } from './policy/enum-value-ordering.docs';
import { docs as enumValueUsedInTransaction } from './views-and-types/enum-value-used-in-transaction.docs';
import { docs as explicitLockTable } from './transactions/explicit-lock-table.docs';
import { docs as extensionWithoutVersion } from './policy/extension-without-version.docs';
import { docs as forbiddenType } from './policy/forbidden-type.docs';
import { docs as foreignKeyMissingIndex } from './constraints/foreign-key-missing-index.docs';
import { docs as foreignKeyPolicy } from './policy/foreign-key-policy.docs';
import { docs as foreignKeyTypeMismatch } from './constraints/foreign-key-type-mismatch.docs';
import { docs as frozenTimeLiteral } from './changing-columns/frozen-time-literal.docs';
import { docs as functionBodyLeftBehind } from './renaming/function-body-left-behind.docs';
import { docs as functionOverloadLeftBehind } from './renaming/function-overload-left-behind.docs';
import { docs as halfAppliedMigration } from './transactions/half-applied-migration.docs';
import { docs as identifierTooLong } from './hygiene/identifier-too-long.docs';
import { docs as identityAlwaysRejectsValues } from './changing-columns/identity-always-rejects-values.docs';
import { docs as identityStartsAtOne } from './changing-columns/identity-starts-at-one.docs';
import { docs as indexCorruption14 } from './indexes/index-corruption-14.docs';
import { docs as indexOnPartitionedParent } from './indexes/index-on-partitioned-parent.docs';
import { docs as indexOnWriteHotTable } from './policy/index-on-write-hot-table.docs';
import { docs as indexUnnamed } from './indexes/index-unnamed.docs';
import { docs as insertWithoutColumns } from './policy/insert-without-columns.docs';
import { docs as integerPrimaryKey } from './policy/integer-primary-key.docs';
import { docs as irreversibleMigration } from './hygiene/irreversible-migration.docs';
import { docs as keyNearExhaustion } from './policy/key-near-exhaustion.docs';
import { docs as lockTimeoutTooLong } from './timeouts/lock-timeout-too-long.docs';
import { docs as lockUpgrade } from './transactions/lock-upgrade.docs';
import { docs as materializedViewWithoutData } from './views-and-types/materialized-view-without-data.docs';
import { docs as misleadingIfNotExists } from './dropping/misleading-if-not-exists.docs';
import { docs as missingColumn } from './policy/missing-column.docs';
import { docs as missingComment } from './policy/missing-comment.docs';
import { docs as missingIdleTimeout } from './timeouts/missing-idle-timeout.docs';
import { docs as missingLockTimeout } from './timeouts/missing-lock-timeout.docs';
import { docs as missingPrimaryKey } from './policy/missing-primary-key.docs';
import { docs as missingStatementTimeout } from './timeouts/missing-statement-timeout.docs';
import { docs as multipleAlterSameTable } from './transactions/multiple-alter-same-table.docs';
import { docs as namingConvention } from './policy/naming-convention.docs';
import { docs as needsNewerServer } from './hygiene/needs-newer-server.docs';
import { docs as noOpStillLocks } from './dropping/no-op-still-locks.docs';
import { docs as notRepeatableStatement } from './policy/not-repeatable-statement.docs';
import { docs as nullableColumn } from './policy/nullable-column.docs';
import { docs as outOfOrderMigration } from './hygiene/out-of-order-migration.docs';
import { docs as ownerChange } from './renaming/owner-change.docs';
import { docs as partitionedParentFanout } from './partitions/partitioned-parent-fanout.docs';
import { docs as pendingTriggerEvents } from './transactions/pending-trigger-events.docs';
import { docs as policyChangeLocks } from './triggers-and-policies/policy-change-locks.docs';
import { docs as policyReplaceGap } from './triggers-and-policies/policy-replace-gap.docs';
import { docs as predictedLongLock } from './policy/predicted-long-lock.docs';
import { docs as preparedTransaction } from './transactions/prepared-transaction.docs';
import { docs as publicationWithoutIdentity } from './data-and-replication/publication-without-identity.docs';
import { docs as publishedTableChanged } from './data-and-replication/published-table-changed.docs';
import { docs as recreateLosesPrivileges } from './dropping/recreate-loses-privileges.docs';
import { docs as redundantIndex } from './indexes/redundant-index.docs';
import { docs as refreshMaterializedViewConcurrentLock } from './views-and-types/refresh-materialized-view-concurrent-lock.docs';
import { docs as refreshMaterializedViewNotConcurrent } from './views-and-types/refresh-materialized-view-not-concurrent.docs';
import { docs as refusedByServer } from './hygiene/refused-by-server.docs';
import { docs as reindexConcurrentlyPartitionedTable } from './indexes/reindex-concurrently-partitioned-table.docs';
import { docs as reindexNotConcurrent } from './indexes/reindex-not-concurrent.docs';
import { docs as renameColumn } from './renaming/rename-column.docs';
import { docs as renameIndexByAlterTable } from './indexes/rename-index-by-alter-table.docs';
import { docs as renameObject } from './renaming/rename-object.docs';
import { docs as renameSchema } from './renaming/rename-schema.docs';
import { docs as renameTable } from './renaming/rename-table.docs';
import { docs as replaceFunctionUsedByIndex } from './triggers-and-policies/replace-function-used-by-index.docs';
import { docs as replaceIndexGap } from './indexes/replace-index-gap.docs';
import { docs as replicaIdentityFull } from './data-and-replication/replica-identity-full.docs';
import { docs as replicaIdentityLost } from './data-and-replication/replica-identity-lost.docs';
import { docs as revokePrivilege } from './renaming/revoke-privilege.docs';
import { docs as rowSecurityIncomplete } from './policy/row-security-incomplete.docs';
import { docs as rowSecuritySkipsPartitions } from './partitions/row-security-skips-partitions.docs';
import { docs as rowSecurityWithoutPolicy } from './triggers-and-policies/row-security-without-policy.docs';
import { docs as ruleChange } from './triggers-and-policies/rule-change.docs';
import { docs as sameTableManyMigrations } from './transactions/same-table-many-migrations.docs';
import { docs as securityDefinerSearchPath } from './policy/security-definer-search-path.docs';
import { docs as sequenceNotReset } from './data-and-replication/sequence-not-reset.docs';
import { docs as sequenceRestarted } from './renaming/sequence-restarted.docs';
import { docs as serialColumn } from './policy/serial-column.docs';
import { docs as serialSequenceStaysInteger } from './changing-columns/serial-sequence-stays-integer.docs';
import { docs as serverSettingChanged } from './timeouts/server-setting-changed.docs';
import { docs as sessionReplicationRole } from './triggers-and-policies/session-replication-role.docs';
import { docs as sessionSettingLeaks } from './timeouts/session-setting-leaks.docs';
import { docs as setAccessMethod } from './storage/set-access-method.docs';
import { docs as setDefaultExistingRows } from './changing-columns/set-default-existing-rows.docs';
import { docs as setGeneratedExpression } from './changing-columns/set-generated-expression.docs';
import { docs as setLoggedUnlogged } from './storage/set-logged-unlogged.docs';
import { docs as setNotNull } from './changing-columns/set-not-null.docs';
import { docs as setNotNullProofSameStatement } from './changing-columns/set-not-null-proof-same-statement.docs';
import { docs as setSchema } from './renaming/set-schema.docs';
import { docs as setTablespace } from './storage/set-tablespace.docs';
import { docs as statementTimeoutTooLong } from './timeouts/statement-timeout-too-long.docs';
import { docs as statementUnderAccessExclusive } from './transactions/statement-under-access-exclusive.docs';
import { docs as superuserOperation } from './policy/superuser-operation.docs';
import { docs as suppressionWithoutReason } from './hygiene/suppression-without-reason.docs';
import { docs as syntaxError } from './hygiene/syntax-error.docs';
import { docs as tightenedForWriters } from './renaming/tightened-for-writers.docs';
import { docs as timeoutAroundConcurrently } from './timeouts/timeout-around-concurrently.docs';
import { docs as timeoutWithoutEffect } from './timeouts/timeout-without-effect.docs';
import { docs as timeoutWithoutUnit } from './timeouts/timeout-without-unit.docs';
import { docs as tooManyIndexColumns } from './policy/too-many-index-columns.docs';
import { docs as transactionBlockRequired } from './transactions/transaction-block-required.docs';
import { docs as transactionNesting } from './transactions/transaction-nesting.docs';
import { docs as truncate } from './dropping/truncate.docs';
import { docs as truncateCascade } from './dropping/truncate-cascade.docs';
import { docs as unbatchedBackfill } from './data-and-replication/unbatched-backfill.docs';
import { docs as uncommittedTransaction } from './transactions/uncommitted-transaction.docs';
import { docs as uniqueIndexMayFail } from './indexes/unique-index-may-fail.docs';
import { docs as uniqueNotNullWithoutPrimaryKey } from './policy/unique-not-null-without-primary-key.docs';
import { docs as unknownRelation } from './hygiene/unknown-relation.docs';
import { docs as unqualifiedName } from './policy/unqualified-name.docs';
import { docs as unreadSql } from './hygiene/unread-sql.docs';
import { docs as unusedSuppression } from './hygiene/unused-suppression.docs';
import { docs as vacuumFull } from './storage/vacuum-full.docs';
import { docs as vacuumInMigration } from './storage/vacuum-in-migration.docs';
import { docs as validateInSameTransaction } from './constraints/validate-in-same-transaction.docs';
import { docs as viewBypassesRowSecurity } from './triggers-and-policies/view-bypasses-row-security.docs';
import { docs as wideLockWindow } from './transactions/wide-lock-window.docs';
import { docs as workUnderHeldLock } from './transactions/work-under-held-lock.docs';
import type { RuleDocs } from './rule-docs';

/** Prose and examples of every rule, by id. Generated from the files of this folder; loaded only where they are shown. */
export const RULE_DOCS: Readonly<Record<string, RuleDocs>> = {
  'add-check-without-not-valid': addCheckWithoutNotValid,
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
  'add-exclusion-constraint': addExclusionConstraint,
  'add-foreign-key-locks-referenced': addForeignKeyLocksReferenced,
  'add-foreign-key-without-not-valid': addForeignKeyWithoutNotValid,
  'add-primary-key-using-index-nullable': addPrimaryKeyUsingIndexNullable,
  'add-primary-key-without-index': addPrimaryKeyWithoutIndex,
  'add-unique-without-index': addUniqueWithoutIndex,
  'alter-column-dependent-objects': alterColumnDependentObjects,
  'alter-column-type': alterColumnType,
  'alter-column-type-breaks-prepared': alterColumnTypeBreaksPrepared,
  'alter-column-type-by-timezone': alterColumnTypeByTimezone,
  'alter-column-type-locks-other-table': alterColumnTypeLocksOtherTable,
  'alter-column-type-narrowing': alterColumnTypeNarrowing,
  'alter-composite-type': alterCompositeType,
  'alter-domain-scans-tables': alterDomainScansTables,
  'alter-sequence-blocks-inserts': alterSequenceBlocksInserts,
  'analyze-after-change': analyzeAfterChange,
  'attach-partition-builds-index': attachPartitionBuildsIndex,
  'attach-partition-locks-referenced': attachPartitionLocksReferenced,
  'attach-partition-scan': attachPartitionScan,
  'autocommit-only-in-transaction': autocommitOnlyInTransaction,
  'backfill-fires-triggers': backfillFiresTriggers,
  'backfill-skip-locked': backfillSkipLocked,
  'backfill-under-lock': backfillUnderLock,
  'blocking-advisory-lock': blockingAdvisoryLock,
  'broad-grant': broadGrant,
  'check-before-backfill': checkBeforeBackfill,
  'check-detour-to-not-null': checkDetourToNotNull,
  'check-not-immutable': checkNotImmutable,
  cluster,
  'column-change-breaks-select-star': columnChangeBreaksSelectStar,
  'concurrent-index-if-not-exists': concurrentIndexIfNotExists,
  'concurrent-index-without-cleanup': concurrentIndexWithoutCleanup,
  'constraint-left-not-valid': constraintLeftNotValid,
  'constraint-not-enforced': constraintNotEnforced,
  'constraint-unnamed': constraintUnnamed,
  'create-constrained-domain': createConstrainedDomain,
  'create-default-partition': createDefaultPartition,
  'create-enum': createEnum,
  'create-index-not-concurrent': createIndexNotConcurrent,
  'create-partition-of-locks-parent': createPartitionOfLocksParent,
  'create-table-as': createTableAs,
  'create-trigger': createTrigger,
  'create-unlogged-table': createUnloggedTable,
  'data-change-in-migration': dataChangeInMigration,
  'deadlock-prone-lock-order': deadlockProneLockOrder,
  'default-partition-scan': defaultPartitionScan,
  'delete-cascades': deleteCascades,
  'delete-without-where': deleteWithoutWhere,
  'detach-partition-not-concurrent': detachPartitionNotConcurrent,
  'detach-referenced-partition': detachReferencedPartition,
  'disable-autovacuum': disableAutovacuum,
  'disable-row-security': disableRowSecurity,
  'disable-trigger': disableTrigger,
  'drop-and-recreate': dropAndRecreate,
  'drop-cascade': dropCascade,
  'drop-column': dropColumn,
  'drop-column-drops-constraint': dropColumnDropsConstraint,
  'drop-constraint': dropConstraint,
  'drop-database': dropDatabase,
  'drop-default': dropDefault,
  'drop-foreign-key-locks-referenced': dropForeignKeyLocksReferenced,
  'drop-index-backing-constraint': dropIndexBackingConstraint,
  'drop-index-not-concurrent': dropIndexNotConcurrent,
  'drop-not-null': dropNotNull,
  'drop-object': dropObject,
  'drop-owned': dropOwned,
  'drop-partition-locks-parent': dropPartitionLocksParent,
  'drop-policy': dropPolicy,
  'drop-primary-key': dropPrimaryKey,
  'drop-publication': dropPublication,
  'drop-schema': dropSchema,
  'drop-table': dropTable,
  'drop-trigger': dropTrigger,
  'drop-unique-index': dropUniqueIndex,
  'duplicate-migration-version': duplicateMigrationVersion,
  'edited-migration': editedMigration,
  'enforce-foreign-key': enforceForeignKey,
  'enum-rename-value': enumRenameValue,
  'enum-value-ordering': enumValueOrdering,
  'enum-value-used-in-transaction': enumValueUsedInTransaction,
  'explicit-lock-table': explicitLockTable,
  'extension-without-version': extensionWithoutVersion,
  'forbidden-type': forbiddenType,
  'foreign-key-missing-index': foreignKeyMissingIndex,
  'foreign-key-policy': foreignKeyPolicy,
  'foreign-key-type-mismatch': foreignKeyTypeMismatch,
  'frozen-time-literal': frozenTimeLiteral,
  'function-body-left-behind': functionBodyLeftBehind,
  'function-overload-left-behind': functionOverloadLeftBehind,
  'half-applied-migration': halfAppliedMigration,
  'identifier-too-long': identifierTooLong,
  'identity-always-rejects-values': identityAlwaysRejectsValues,
  'identity-starts-at-one': identityStartsAtOne,
  'index-corruption-14': indexCorruption14,
  'index-on-partitioned-parent': indexOnPartitionedParent,
  'index-on-write-hot-table': indexOnWriteHotTable,
  'index-unnamed': indexUnnamed,
  'insert-without-columns': insertWithoutColumns,
  'integer-primary-key': integerPrimaryKey,
  'irreversible-migration': irreversibleMigration,
  'key-near-exhaustion': keyNearExhaustion,
  'lock-timeout-too-long': lockTimeoutTooLong,
  'lock-upgrade': lockUpgrade,
  'materialized-view-without-data': materializedViewWithoutData,
  'misleading-if-not-exists': misleadingIfNotExists,
  'missing-column': missingColumn,
  'missing-comment': missingComment,
  'missing-idle-timeout': missingIdleTimeout,
  'missing-lock-timeout': missingLockTimeout,
  'missing-primary-key': missingPrimaryKey,
  'missing-statement-timeout': missingStatementTimeout,
  'multiple-alter-same-table': multipleAlterSameTable,
  'naming-convention': namingConvention,
  'needs-newer-server': needsNewerServer,
  'no-op-still-locks': noOpStillLocks,
  'not-repeatable-statement': notRepeatableStatement,
  'nullable-column': nullableColumn,
  'out-of-order-migration': outOfOrderMigration,
  'owner-change': ownerChange,
  'partitioned-parent-fanout': partitionedParentFanout,
  'pending-trigger-events': pendingTriggerEvents,
  'policy-change-locks': policyChangeLocks,
  'policy-replace-gap': policyReplaceGap,
  'predicted-long-lock': predictedLongLock,
  'prepared-transaction': preparedTransaction,
  'publication-without-identity': publicationWithoutIdentity,
  'published-table-changed': publishedTableChanged,
  'recreate-loses-privileges': recreateLosesPrivileges,
  'redundant-index': redundantIndex,
  'refresh-materialized-view-concurrent-lock': refreshMaterializedViewConcurrentLock,
  'refresh-materialized-view-not-concurrent': refreshMaterializedViewNotConcurrent,
  'refused-by-server': refusedByServer,
  'reindex-concurrently-partitioned-table': reindexConcurrentlyPartitionedTable,
  'reindex-not-concurrent': reindexNotConcurrent,
  'rename-column': renameColumn,
  'rename-index-by-alter-table': renameIndexByAlterTable,
  'rename-object': renameObject,
  'rename-schema': renameSchema,
  'rename-table': renameTable,
  'replace-function-used-by-index': replaceFunctionUsedByIndex,
  'replace-index-gap': replaceIndexGap,
  'replica-identity-full': replicaIdentityFull,
  'replica-identity-lost': replicaIdentityLost,
  'revoke-privilege': revokePrivilege,
  'row-security-incomplete': rowSecurityIncomplete,
  'row-security-skips-partitions': rowSecuritySkipsPartitions,
  'row-security-without-policy': rowSecurityWithoutPolicy,
  'rule-change': ruleChange,
  'same-table-many-migrations': sameTableManyMigrations,
  'security-definer-search-path': securityDefinerSearchPath,
  'sequence-not-reset': sequenceNotReset,
  'sequence-restarted': sequenceRestarted,
  'serial-column': serialColumn,
  'serial-sequence-stays-integer': serialSequenceStaysInteger,
  'server-setting-changed': serverSettingChanged,
  'session-replication-role': sessionReplicationRole,
  'session-setting-leaks': sessionSettingLeaks,
  'set-access-method': setAccessMethod,
  'set-default-existing-rows': setDefaultExistingRows,
  'set-generated-expression': setGeneratedExpression,
  'set-logged-unlogged': setLoggedUnlogged,
  'set-not-null': setNotNull,
  'set-not-null-proof-same-statement': setNotNullProofSameStatement,
  'set-schema': setSchema,
  'set-tablespace': setTablespace,
  'statement-timeout-too-long': statementTimeoutTooLong,
  'statement-under-access-exclusive': statementUnderAccessExclusive,
  'superuser-operation': superuserOperation,
  'suppression-without-reason': suppressionWithoutReason,
  'syntax-error': syntaxError,
  'tightened-for-writers': tightenedForWriters,
  'timeout-around-concurrently': timeoutAroundConcurrently,
  'timeout-without-effect': timeoutWithoutEffect,
  'timeout-without-unit': timeoutWithoutUnit,
  'too-many-index-columns': tooManyIndexColumns,
  'transaction-block-required': transactionBlockRequired,
  'transaction-nesting': transactionNesting,
  truncate,
  'truncate-cascade': truncateCascade,
  'unbatched-backfill': unbatchedBackfill,
  'uncommitted-transaction': uncommittedTransaction,
  'unique-index-may-fail': uniqueIndexMayFail,
  'unique-not-null-without-primary-key': uniqueNotNullWithoutPrimaryKey,
  'unknown-relation': unknownRelation,
  'unqualified-name': unqualifiedName,
  'unread-sql': unreadSql,
  'unused-suppression': unusedSuppression,
  'vacuum-full': vacuumFull,
  'vacuum-in-migration': vacuumInMigration,
  'validate-in-same-transaction': validateInSameTransaction,
  'view-bypasses-row-security': viewBypassesRowSecurity,
  'wide-lock-window': wideLockWindow,
  'work-under-held-lock': workUnderHeldLock,
};
