import { addCheckWithoutNotValid } from './constraints/add-check-without-not-valid';
import { addColumnConstrainedDomain } from './adding-columns/add-column-constrained-domain';
import { addColumnIdentity } from './adding-columns/add-column-identity';
import { addColumnIfNotExistsRepeatsConstraint } from './adding-columns/add-column-if-not-exists-repeats-constraint';
import { addColumnInlineCheck } from './adding-columns/add-column-inline-check';
import { addColumnInlineForeignKey } from './adding-columns/add-column-inline-foreign-key';
import { addColumnInlinePrimaryKey } from './adding-columns/add-column-inline-primary-key';
import { addColumnInlineUnique } from './adding-columns/add-column-inline-unique';
import { addColumnNotNullNoDefault } from './adding-columns/add-column-not-null-no-default';
import { addColumnSerial } from './adding-columns/add-column-serial';
import { addColumnStoredGenerated } from './adding-columns/add-column-stored-generated';
import { addColumnVolatileDefault } from './adding-columns/add-column-volatile-default';
import { addExclusionConstraint } from './constraints/add-exclusion-constraint';
import { addForeignKeyLocksReferenced } from './constraints/add-foreign-key-locks-referenced';
import { addForeignKeyWithoutNotValid } from './constraints/add-foreign-key-without-not-valid';
import { addPrimaryKeyUsingIndexNullable } from './constraints/add-primary-key-using-index-nullable';
import { addPrimaryKeyWithoutIndex } from './constraints/add-primary-key-without-index';
import { addUniqueWithoutIndex } from './constraints/add-unique-without-index';
import { alterColumnDependentObjects } from './changing-columns/alter-column-dependent-objects';
import { alterColumnType } from './changing-columns/alter-column-type';
import { alterColumnTypeBreaksPrepared } from './changing-columns/alter-column-type-breaks-prepared';
import { alterColumnTypeByTimezone } from './changing-columns/alter-column-type-by-timezone';
import { alterColumnTypeLocksOtherTable } from './changing-columns/alter-column-type-locks-other-table';
import { alterColumnTypeNarrowing } from './changing-columns/alter-column-type-narrowing';
import { alterCompositeType } from './views-and-types/alter-composite-type';
import { alterDomainScansTables } from './constraints/alter-domain-scans-tables';
import { alterSequenceBlocksInserts } from './renaming/alter-sequence-blocks-inserts';
import { analyzeAfterChange } from './policy/analyze-after-change';
import { attachPartitionBuildsIndex } from './partitions/attach-partition-builds-index';
import { attachPartitionLocksReferenced } from './partitions/attach-partition-locks-referenced';
import { attachPartitionScan } from './partitions/attach-partition-scan';
import { autocommitOnlyInTransaction } from './transactions/autocommit-only-in-transaction';
import { backfillFiresTriggers } from './data-and-replication/backfill-fires-triggers';
import { backfillSkipLocked } from './data-and-replication/backfill-skip-locked';
import { backfillUnderLock } from './transactions/backfill-under-lock';
import { blockingAdvisoryLock } from './transactions/blocking-advisory-lock';
import { broadGrant } from './policy/broad-grant';
import { checkBeforeBackfill } from './constraints/check-before-backfill';
import { checkDetourToNotNull } from './changing-columns/check-detour-to-not-null';
import { checkNotImmutable } from './constraints/check-not-immutable';
import { cluster } from './storage/cluster';
import { columnChangeBreaksSelectStar } from './renaming/column-change-breaks-select-star';
import { concurrentIndexIfNotExists } from './indexes/concurrent-index-if-not-exists';
import { concurrentIndexWithoutCleanup } from './indexes/concurrent-index-without-cleanup';
import { constraintLeftNotValid } from './constraints/constraint-left-not-valid';
import { constraintNotEnforced } from './constraints/constraint-not-enforced';
import { constraintUnnamed } from './policy/constraint-unnamed';
import { createConstrainedDomain } from './constraints/create-constrained-domain';
import { createDefaultPartition } from './partitions/create-default-partition';
import { createEnum } from './policy/create-enum';
import { createIndexNotConcurrent } from './indexes/create-index-not-concurrent';
import { createPartitionOfLocksParent } from './partitions/create-partition-of-locks-parent';
import { createTableAs } from './storage/create-table-as';
import { createTrigger } from './triggers-and-policies/create-trigger';
import { createUnloggedTable } from './storage/create-unlogged-table';
import { dataChangeInMigration } from './policy/data-change-in-migration';
import { deadlockProneLockOrder } from './transactions/deadlock-prone-lock-order';
import { defaultPartitionScan } from './partitions/default-partition-scan';
import { deleteCascades } from './data-and-replication/delete-cascades';
import { deleteWithoutWhere } from './data-and-replication/delete-without-where';
import { detachPartitionNotConcurrent } from './partitions/detach-partition-not-concurrent';
import { detachReferencedPartition } from './partitions/detach-referenced-partition';
import { disableAutovacuum } from './storage/disable-autovacuum';
import { disableRowSecurity } from './triggers-and-policies/disable-row-security';
import { disableTrigger } from './triggers-and-policies/disable-trigger';
import { dropAndRecreate } from './dropping/drop-and-recreate';
import { dropCascade } from './dropping/drop-cascade';
import { dropColumn } from './dropping/drop-column';
import { dropColumnDropsConstraint } from './dropping/drop-column-drops-constraint';
import { dropConstraint } from './constraints/drop-constraint';
import { dropDatabase } from './dropping/drop-database';
import { dropDefault } from './changing-columns/drop-default';
import { dropForeignKeyLocksReferenced } from './constraints/drop-foreign-key-locks-referenced';
import { dropIndexBackingConstraint } from './indexes/drop-index-backing-constraint';
import { dropIndexNotConcurrent } from './indexes/drop-index-not-concurrent';
import { dropNotNull } from './changing-columns/drop-not-null';
import { dropObject } from './dropping/drop-object';
import { dropOwned } from './dropping/drop-owned';
import { dropPartitionLocksParent } from './partitions/drop-partition-locks-parent';
import { dropPolicy } from './triggers-and-policies/drop-policy';
import { dropPrimaryKey } from './constraints/drop-primary-key';
import { dropPublication } from './data-and-replication/drop-publication';
import { dropSchema } from './dropping/drop-schema';
import { dropTable } from './dropping/drop-table';
import { dropTrigger } from './triggers-and-policies/drop-trigger';
import { dropUniqueIndex } from './indexes/drop-unique-index';
import { duplicateMigrationVersion } from './hygiene/duplicate-migration-version';
import { editedMigration } from './hygiene/edited-migration';
import { enforceForeignKey } from './constraints/enforce-foreign-key';
import { enumRenameValue } from './views-and-types/enum-rename-value';
import { enumValueOrdering } from './policy/enum-value-ordering';
import { enumValueUsedInTransaction } from './views-and-types/enum-value-used-in-transaction';
import { explicitLockTable } from './transactions/explicit-lock-table';
import { extensionWithoutVersion } from './policy/extension-without-version';
import { forbiddenType } from './policy/forbidden-type';
import { foreignKeyMissingIndex } from './constraints/foreign-key-missing-index';
import { foreignKeyPolicy } from './policy/foreign-key-policy';
import { foreignKeyTypeMismatch } from './constraints/foreign-key-type-mismatch';
import { frozenTimeLiteral } from './changing-columns/frozen-time-literal';
import { functionBodyLeftBehind } from './renaming/function-body-left-behind';
import { functionOverloadLeftBehind } from './renaming/function-overload-left-behind';
import { halfAppliedMigration } from './transactions/half-applied-migration';
import { identifierTooLong } from './hygiene/identifier-too-long';
import { identityAlwaysRejectsValues } from './changing-columns/identity-always-rejects-values';
import { identityStartsAtOne } from './changing-columns/identity-starts-at-one';
import { indexCorruption14 } from './indexes/index-corruption-14';
import { indexOnPartitionedParent } from './indexes/index-on-partitioned-parent';
import { indexOnWriteHotTable } from './policy/index-on-write-hot-table';
import { indexUnnamed } from './indexes/index-unnamed';
import { insertWithoutColumns } from './policy/insert-without-columns';
import { integerPrimaryKey } from './policy/integer-primary-key';
import { irreversibleMigration } from './hygiene/irreversible-migration';
import { keyNearExhaustion } from './policy/key-near-exhaustion';
import { lockTimeoutTooLong } from './timeouts/lock-timeout-too-long';
import { lockUpgrade } from './transactions/lock-upgrade';
import { materializedViewWithoutData } from './views-and-types/materialized-view-without-data';
import { misleadingIfNotExists } from './dropping/misleading-if-not-exists';
import { missingColumn } from './policy/missing-column';
import { missingComment } from './policy/missing-comment';
import { missingIdleTimeout } from './timeouts/missing-idle-timeout';
import { missingLockTimeout } from './timeouts/missing-lock-timeout';
import { missingPrimaryKey } from './policy/missing-primary-key';
import { missingStatementTimeout } from './timeouts/missing-statement-timeout';
import { multipleAlterSameTable } from './transactions/multiple-alter-same-table';
import { namingConvention } from './policy/naming-convention';
import { needsNewerServer } from './hygiene/needs-newer-server';
import { noOpStillLocks } from './dropping/no-op-still-locks';
import { notRepeatableStatement } from './policy/not-repeatable-statement';
import { nullableColumn } from './policy/nullable-column';
import { outOfOrderMigration } from './hygiene/out-of-order-migration';
import { ownerChange } from './renaming/owner-change';
import { partitionedParentFanout } from './partitions/partitioned-parent-fanout';
import { pendingTriggerEvents } from './transactions/pending-trigger-events';
import { policyChangeLocks } from './triggers-and-policies/policy-change-locks';
import { policyReplaceGap } from './triggers-and-policies/policy-replace-gap';
import { predictedLongLock } from './policy/predicted-long-lock';
import { preparedTransaction } from './transactions/prepared-transaction';
import { publicationWithoutIdentity } from './data-and-replication/publication-without-identity';
import { publishedTableChanged } from './data-and-replication/published-table-changed';
import { recreateLosesPrivileges } from './dropping/recreate-loses-privileges';
import { redundantIndex } from './indexes/redundant-index';
import { refreshMaterializedViewConcurrentLock } from './views-and-types/refresh-materialized-view-concurrent-lock';
import { refreshMaterializedViewNotConcurrent } from './views-and-types/refresh-materialized-view-not-concurrent';
import { refusedByServer } from './hygiene/refused-by-server';
import { reindexConcurrentlyPartitionedTable } from './indexes/reindex-concurrently-partitioned-table';
import { reindexNotConcurrent } from './indexes/reindex-not-concurrent';
import { renameColumn } from './renaming/rename-column';
import { renameIndexByAlterTable } from './indexes/rename-index-by-alter-table';
import { renameObject } from './renaming/rename-object';
import { renameSchema } from './renaming/rename-schema';
import { renameTable } from './renaming/rename-table';
import { replaceFunctionUsedByIndex } from './triggers-and-policies/replace-function-used-by-index';
import { replaceIndexGap } from './indexes/replace-index-gap';
import { replicaIdentityFull } from './data-and-replication/replica-identity-full';
import { replicaIdentityLost } from './data-and-replication/replica-identity-lost';
import { revokePrivilege } from './renaming/revoke-privilege';
import { rowSecurityIncomplete } from './policy/row-security-incomplete';
import { rowSecuritySkipsPartitions } from './partitions/row-security-skips-partitions';
import { rowSecurityWithoutPolicy } from './triggers-and-policies/row-security-without-policy';
import { ruleChange } from './triggers-and-policies/rule-change';
import { sameTableManyMigrations } from './transactions/same-table-many-migrations';
import { securityDefinerSearchPath } from './policy/security-definer-search-path';
import { sequenceNotReset } from './data-and-replication/sequence-not-reset';
import { sequenceRestarted } from './renaming/sequence-restarted';
import { serialColumn } from './policy/serial-column';
import { serialSequenceStaysInteger } from './changing-columns/serial-sequence-stays-integer';
import { serverSettingChanged } from './timeouts/server-setting-changed';
import { sessionReplicationRole } from './triggers-and-policies/session-replication-role';
import { sessionSettingLeaks } from './timeouts/session-setting-leaks';
import { setAccessMethod } from './storage/set-access-method';
import { setDefaultExistingRows } from './changing-columns/set-default-existing-rows';
import { setGeneratedExpression } from './changing-columns/set-generated-expression';
import { setLoggedUnlogged } from './storage/set-logged-unlogged';
import { setNotNull } from './changing-columns/set-not-null';
import { setNotNullProofSameStatement } from './changing-columns/set-not-null-proof-same-statement';
import { setSchema } from './renaming/set-schema';
import { setTablespace } from './storage/set-tablespace';
import { statementTimeoutTooLong } from './timeouts/statement-timeout-too-long';
import { statementUnderAccessExclusive } from './transactions/statement-under-access-exclusive';
import { superuserOperation } from './policy/superuser-operation';
import { suppressionWithoutReason } from './hygiene/suppression-without-reason';
import { syntaxError } from './hygiene/syntax-error';
import { tightenedForWriters } from './renaming/tightened-for-writers';
import { timeoutAroundConcurrently } from './timeouts/timeout-around-concurrently';
import { timeoutWithoutEffect } from './timeouts/timeout-without-effect';
import { timeoutWithoutUnit } from './timeouts/timeout-without-unit';
import { tooManyIndexColumns } from './policy/too-many-index-columns';
import { transactionBlockRequired } from './transactions/transaction-block-required';
import { transactionNesting } from './transactions/transaction-nesting';
import { truncate } from './dropping/truncate';
import { truncateCascade } from './dropping/truncate-cascade';
import { unbatchedBackfill } from './data-and-replication/unbatched-backfill';
import { uncommittedTransaction } from './transactions/uncommitted-transaction';
import { uniqueIndexMayFail } from './indexes/unique-index-may-fail';
import { uniqueNotNullWithoutPrimaryKey } from './policy/unique-not-null-without-primary-key';
import { unknownRelation } from './hygiene/unknown-relation';
import { unqualifiedName } from './policy/unqualified-name';
import { unreadSql } from './hygiene/unread-sql';
import { unusedSuppression } from './hygiene/unused-suppression';
import { vacuumFull } from './storage/vacuum-full';
import { vacuumInMigration } from './storage/vacuum-in-migration';
import { validateInSameTransaction } from './constraints/validate-in-same-transaction';
import { viewBypassesRowSecurity } from './triggers-and-policies/view-bypasses-row-security';
import { wideLockWindow } from './transactions/wide-lock-window';
import { workUnderHeldLock } from './transactions/work-under-held-lock';
import type { Rule } from './rule';

/** Every rule, by id. Generated from the files of this folder. */
export const RULES: readonly Rule[] = [
  addCheckWithoutNotValid,
  addColumnConstrainedDomain,
  addColumnIdentity,
  addColumnIfNotExistsRepeatsConstraint,
  addColumnInlineCheck,
  addColumnInlineForeignKey,
  addColumnInlinePrimaryKey,
  addColumnInlineUnique,
  addColumnNotNullNoDefault,
  addColumnSerial,
  addColumnStoredGenerated,
  addColumnVolatileDefault,
  addExclusionConstraint,
  addForeignKeyLocksReferenced,
  addForeignKeyWithoutNotValid,
  addPrimaryKeyUsingIndexNullable,
  addPrimaryKeyWithoutIndex,
  addUniqueWithoutIndex,
  alterColumnDependentObjects,
  alterColumnType,
  alterColumnTypeBreaksPrepared,
  alterColumnTypeByTimezone,
  alterColumnTypeLocksOtherTable,
  alterColumnTypeNarrowing,
  alterCompositeType,
  alterDomainScansTables,
  alterSequenceBlocksInserts,
  analyzeAfterChange,
  attachPartitionBuildsIndex,
  attachPartitionLocksReferenced,
  attachPartitionScan,
  autocommitOnlyInTransaction,
  backfillFiresTriggers,
  backfillSkipLocked,
  backfillUnderLock,
  blockingAdvisoryLock,
  broadGrant,
  checkBeforeBackfill,
  checkDetourToNotNull,
  checkNotImmutable,
  cluster,
  columnChangeBreaksSelectStar,
  concurrentIndexIfNotExists,
  concurrentIndexWithoutCleanup,
  constraintLeftNotValid,
  constraintNotEnforced,
  constraintUnnamed,
  createConstrainedDomain,
  createDefaultPartition,
  createEnum,
  createIndexNotConcurrent,
  createPartitionOfLocksParent,
  createTableAs,
  createTrigger,
  createUnloggedTable,
  dataChangeInMigration,
  deadlockProneLockOrder,
  defaultPartitionScan,
  deleteCascades,
  deleteWithoutWhere,
  detachPartitionNotConcurrent,
  detachReferencedPartition,
  disableAutovacuum,
  disableRowSecurity,
  disableTrigger,
  dropAndRecreate,
  dropCascade,
  dropColumn,
  dropColumnDropsConstraint,
  dropConstraint,
  dropDatabase,
  dropDefault,
  dropForeignKeyLocksReferenced,
  dropIndexBackingConstraint,
  dropIndexNotConcurrent,
  dropNotNull,
  dropObject,
  dropOwned,
  dropPartitionLocksParent,
  dropPolicy,
  dropPrimaryKey,
  dropPublication,
  dropSchema,
  dropTable,
  dropTrigger,
  dropUniqueIndex,
  duplicateMigrationVersion,
  editedMigration,
  enforceForeignKey,
  enumRenameValue,
  enumValueOrdering,
  enumValueUsedInTransaction,
  explicitLockTable,
  extensionWithoutVersion,
  forbiddenType,
  foreignKeyMissingIndex,
  foreignKeyPolicy,
  foreignKeyTypeMismatch,
  frozenTimeLiteral,
  functionBodyLeftBehind,
  functionOverloadLeftBehind,
  halfAppliedMigration,
  identifierTooLong,
  identityAlwaysRejectsValues,
  identityStartsAtOne,
  indexCorruption14,
  indexOnPartitionedParent,
  indexOnWriteHotTable,
  indexUnnamed,
  insertWithoutColumns,
  integerPrimaryKey,
  irreversibleMigration,
  keyNearExhaustion,
  lockTimeoutTooLong,
  lockUpgrade,
  materializedViewWithoutData,
  misleadingIfNotExists,
  missingColumn,
  missingComment,
  missingIdleTimeout,
  missingLockTimeout,
  missingPrimaryKey,
  missingStatementTimeout,
  multipleAlterSameTable,
  namingConvention,
  needsNewerServer,
  noOpStillLocks,
  notRepeatableStatement,
  nullableColumn,
  outOfOrderMigration,
  ownerChange,
  partitionedParentFanout,
  pendingTriggerEvents,
  policyChangeLocks,
  policyReplaceGap,
  predictedLongLock,
  preparedTransaction,
  publicationWithoutIdentity,
  publishedTableChanged,
  recreateLosesPrivileges,
  redundantIndex,
  refreshMaterializedViewConcurrentLock,
  refreshMaterializedViewNotConcurrent,
  refusedByServer,
  reindexConcurrentlyPartitionedTable,
  reindexNotConcurrent,
  renameColumn,
  renameIndexByAlterTable,
  renameObject,
  renameSchema,
  renameTable,
  replaceFunctionUsedByIndex,
  replaceIndexGap,
  replicaIdentityFull,
  replicaIdentityLost,
  revokePrivilege,
  rowSecurityIncomplete,
  rowSecuritySkipsPartitions,
  rowSecurityWithoutPolicy,
  ruleChange,
  sameTableManyMigrations,
  securityDefinerSearchPath,
  sequenceNotReset,
  sequenceRestarted,
  serialColumn,
  serialSequenceStaysInteger,
  serverSettingChanged,
  sessionReplicationRole,
  sessionSettingLeaks,
  setAccessMethod,
  setDefaultExistingRows,
  setGeneratedExpression,
  setLoggedUnlogged,
  setNotNull,
  setNotNullProofSameStatement,
  setSchema,
  setTablespace,
  statementTimeoutTooLong,
  statementUnderAccessExclusive,
  superuserOperation,
  suppressionWithoutReason,
  syntaxError,
  tightenedForWriters,
  timeoutAroundConcurrently,
  timeoutWithoutEffect,
  timeoutWithoutUnit,
  tooManyIndexColumns,
  transactionBlockRequired,
  transactionNesting,
  truncate,
  truncateCascade,
  unbatchedBackfill,
  uncommittedTransaction,
  uniqueIndexMayFail,
  uniqueNotNullWithoutPrimaryKey,
  unknownRelation,
  unqualifiedName,
  unreadSql,
  unusedSuppression,
  vacuumFull,
  vacuumInMigration,
  validateInSameTransaction,
  viewBypassesRowSecurity,
  wideLockWindow,
  workUnderHeldLock,
];
