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
import { alterCompositeType } from './views-and-types/alter-composite-type';
import { alterSequenceBlocksInserts } from './renaming/alter-sequence-blocks-inserts';
import { attachPartitionBuildsIndex } from './partitions/attach-partition-builds-index';
import { attachPartitionLocksReferenced } from './partitions/attach-partition-locks-referenced';
import { attachPartitionScan } from './partitions/attach-partition-scan';
import { autocommitOnlyInTransaction } from './transactions/autocommit-only-in-transaction';
import { backfillUnderLock } from './transactions/backfill-under-lock';
import { blockingAdvisoryLock } from './transactions/blocking-advisory-lock';
import { cluster } from './storage/cluster';
import { columnChangeBreaksSelectStar } from './renaming/column-change-breaks-select-star';
import { createDefaultPartition } from './partitions/create-default-partition';
import { createIndexNotConcurrent } from './indexes/create-index-not-concurrent';
import { createPartitionOfLocksParent } from './partitions/create-partition-of-locks-parent';
import { createTableAs } from './storage/create-table-as';
import { createTrigger } from './triggers-and-policies/create-trigger';
import { createUnloggedTable } from './storage/create-unlogged-table';
import { deadlockProneLockOrder } from './transactions/deadlock-prone-lock-order';
import { defaultPartitionScan } from './partitions/default-partition-scan';
import { detachPartitionNotConcurrent } from './partitions/detach-partition-not-concurrent';
import { detachReferencedPartition } from './partitions/detach-referenced-partition';
import { disableAutovacuum } from './storage/disable-autovacuum';
import { disableRowSecurity } from './triggers-and-policies/disable-row-security';
import { disableTrigger } from './triggers-and-policies/disable-trigger';
import { dropAndRecreate } from './dropping/drop-and-recreate';
import { dropCascade } from './dropping/drop-cascade';
import { dropColumn } from './dropping/drop-column';
import { dropColumnDropsConstraint } from './dropping/drop-column-drops-constraint';
import { dropDatabase } from './dropping/drop-database';
import { dropObject } from './dropping/drop-object';
import { dropOwned } from './dropping/drop-owned';
import { dropPartitionLocksParent } from './partitions/drop-partition-locks-parent';
import { dropPolicy } from './triggers-and-policies/drop-policy';
import { dropSchema } from './dropping/drop-schema';
import { dropTable } from './dropping/drop-table';
import { dropTrigger } from './triggers-and-policies/drop-trigger';
import { duplicateMigrationVersion } from './hygiene/duplicate-migration-version';
import { editedMigration } from './hygiene/edited-migration';
import { enumRenameValue } from './views-and-types/enum-rename-value';
import { enumValueUsedInTransaction } from './views-and-types/enum-value-used-in-transaction';
import { explicitLockTable } from './transactions/explicit-lock-table';
import { functionBodyLeftBehind } from './renaming/function-body-left-behind';
import { functionOverloadLeftBehind } from './renaming/function-overload-left-behind';
import { halfAppliedMigration } from './transactions/half-applied-migration';
import { identifierTooLong } from './hygiene/identifier-too-long';
import { irreversibleMigration } from './hygiene/irreversible-migration';
import { lockTimeoutTooLong } from './timeouts/lock-timeout-too-long';
import { lockUpgrade } from './transactions/lock-upgrade';
import { materializedViewWithoutData } from './views-and-types/materialized-view-without-data';
import { misleadingIfNotExists } from './dropping/misleading-if-not-exists';
import { missingIdleTimeout } from './timeouts/missing-idle-timeout';
import { missingLockTimeout } from './timeouts/missing-lock-timeout';
import { missingStatementTimeout } from './timeouts/missing-statement-timeout';
import { multipleAlterSameTable } from './transactions/multiple-alter-same-table';
import { needsNewerServer } from './hygiene/needs-newer-server';
import { noOpStillLocks } from './dropping/no-op-still-locks';
import { outOfOrderMigration } from './hygiene/out-of-order-migration';
import { ownerChange } from './renaming/owner-change';
import { partitionedParentFanout } from './partitions/partitioned-parent-fanout';
import { pendingTriggerEvents } from './transactions/pending-trigger-events';
import { policyChangeLocks } from './triggers-and-policies/policy-change-locks';
import { policyReplaceGap } from './triggers-and-policies/policy-replace-gap';
import { preparedTransaction } from './transactions/prepared-transaction';
import { recreateLosesPrivileges } from './dropping/recreate-loses-privileges';
import { refreshMaterializedViewConcurrentLock } from './views-and-types/refresh-materialized-view-concurrent-lock';
import { refreshMaterializedViewNotConcurrent } from './views-and-types/refresh-materialized-view-not-concurrent';
import { refusedByServer } from './hygiene/refused-by-server';
import { renameColumn } from './renaming/rename-column';
import { renameObject } from './renaming/rename-object';
import { renameSchema } from './renaming/rename-schema';
import { renameTable } from './renaming/rename-table';
import { replaceFunctionUsedByIndex } from './triggers-and-policies/replace-function-used-by-index';
import { revokePrivilege } from './renaming/revoke-privilege';
import { rowSecuritySkipsPartitions } from './partitions/row-security-skips-partitions';
import { rowSecurityWithoutPolicy } from './triggers-and-policies/row-security-without-policy';
import { ruleChange } from './triggers-and-policies/rule-change';
import { sameTableManyMigrations } from './transactions/same-table-many-migrations';
import { sequenceRestarted } from './renaming/sequence-restarted';
import { serverSettingChanged } from './timeouts/server-setting-changed';
import { sessionReplicationRole } from './triggers-and-policies/session-replication-role';
import { sessionSettingLeaks } from './timeouts/session-setting-leaks';
import { setAccessMethod } from './storage/set-access-method';
import { setLoggedUnlogged } from './storage/set-logged-unlogged';
import { setSchema } from './renaming/set-schema';
import { setTablespace } from './storage/set-tablespace';
import { statementTimeoutTooLong } from './timeouts/statement-timeout-too-long';
import { statementUnderAccessExclusive } from './transactions/statement-under-access-exclusive';
import { suppressionWithoutReason } from './hygiene/suppression-without-reason';
import { syntaxError } from './hygiene/syntax-error';
import { tightenedForWriters } from './renaming/tightened-for-writers';
import { timeoutAroundConcurrently } from './timeouts/timeout-around-concurrently';
import { timeoutWithoutEffect } from './timeouts/timeout-without-effect';
import { timeoutWithoutUnit } from './timeouts/timeout-without-unit';
import { transactionBlockRequired } from './transactions/transaction-block-required';
import { transactionNesting } from './transactions/transaction-nesting';
import { truncate } from './dropping/truncate';
import { truncateCascade } from './dropping/truncate-cascade';
import { uncommittedTransaction } from './transactions/uncommitted-transaction';
import { unknownRelation } from './hygiene/unknown-relation';
import { unreadSql } from './hygiene/unread-sql';
import { unusedSuppression } from './hygiene/unused-suppression';
import { vacuumFull } from './storage/vacuum-full';
import { vacuumInMigration } from './storage/vacuum-in-migration';
import { viewBypassesRowSecurity } from './triggers-and-policies/view-bypasses-row-security';
import { wideLockWindow } from './transactions/wide-lock-window';
import { workUnderHeldLock } from './transactions/work-under-held-lock';
import type { Rule } from './rule';

/** Every rule, by id. Generated from the files of this folder. */
export const RULES: readonly Rule[] = [
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
  alterCompositeType,
  alterSequenceBlocksInserts,
  attachPartitionBuildsIndex,
  attachPartitionLocksReferenced,
  attachPartitionScan,
  autocommitOnlyInTransaction,
  backfillUnderLock,
  blockingAdvisoryLock,
  cluster,
  columnChangeBreaksSelectStar,
  createDefaultPartition,
  createIndexNotConcurrent,
  createPartitionOfLocksParent,
  createTableAs,
  createTrigger,
  createUnloggedTable,
  deadlockProneLockOrder,
  defaultPartitionScan,
  detachPartitionNotConcurrent,
  detachReferencedPartition,
  disableAutovacuum,
  disableRowSecurity,
  disableTrigger,
  dropAndRecreate,
  dropCascade,
  dropColumn,
  dropColumnDropsConstraint,
  dropDatabase,
  dropObject,
  dropOwned,
  dropPartitionLocksParent,
  dropPolicy,
  dropSchema,
  dropTable,
  dropTrigger,
  duplicateMigrationVersion,
  editedMigration,
  enumRenameValue,
  enumValueUsedInTransaction,
  explicitLockTable,
  functionBodyLeftBehind,
  functionOverloadLeftBehind,
  halfAppliedMigration,
  identifierTooLong,
  irreversibleMigration,
  lockTimeoutTooLong,
  lockUpgrade,
  materializedViewWithoutData,
  misleadingIfNotExists,
  missingIdleTimeout,
  missingLockTimeout,
  missingStatementTimeout,
  multipleAlterSameTable,
  needsNewerServer,
  noOpStillLocks,
  outOfOrderMigration,
  ownerChange,
  partitionedParentFanout,
  pendingTriggerEvents,
  policyChangeLocks,
  policyReplaceGap,
  preparedTransaction,
  recreateLosesPrivileges,
  refreshMaterializedViewConcurrentLock,
  refreshMaterializedViewNotConcurrent,
  refusedByServer,
  renameColumn,
  renameObject,
  renameSchema,
  renameTable,
  replaceFunctionUsedByIndex,
  revokePrivilege,
  rowSecuritySkipsPartitions,
  rowSecurityWithoutPolicy,
  ruleChange,
  sameTableManyMigrations,
  sequenceRestarted,
  serverSettingChanged,
  sessionReplicationRole,
  sessionSettingLeaks,
  setAccessMethod,
  setLoggedUnlogged,
  setSchema,
  setTablespace,
  statementTimeoutTooLong,
  statementUnderAccessExclusive,
  suppressionWithoutReason,
  syntaxError,
  tightenedForWriters,
  timeoutAroundConcurrently,
  timeoutWithoutEffect,
  timeoutWithoutUnit,
  transactionBlockRequired,
  transactionNesting,
  truncate,
  truncateCascade,
  uncommittedTransaction,
  unknownRelation,
  unreadSql,
  unusedSuppression,
  vacuumFull,
  vacuumInMigration,
  viewBypassesRowSecurity,
  wideLockWindow,
  workUnderHeldLock,
];
