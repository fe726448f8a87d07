import type { Operation, OperationOf } from '../../postgres/operation';
import type { AlterTableOperation } from '../../postgres/operations/alter-table';
import { isPlaceholder } from '../../sql/placeholder';
import { columnOf, isTable } from '../catalog/find';
import { creationsOf } from '../catalog/mention';
import { relationOf } from '../catalog/resolve';
import { withoutRepeatedKeys } from '../repeated-keys';
import type { Session } from '../session';
import { afterUnread } from '../session';
import { alterTable, moveAll } from './alter-table';
import type { Folded } from './change';
import { cluster } from './cluster';
import { createIndex, dropIndex } from './create-index';
import { createTable } from './create-table';
import { alterDomain, createDomain } from './domain';
import { addEnumValue, createEnum, renameEnumValue } from './enum';
import { createExtension, dropExtensions } from './extension';
import { alterFunction, createFunction, dropFunctions } from './function';
import {
  alterObject,
  createObject,
  createStatistics,
  dropObject,
  dropStatistics,
  forgetCompleteness,
  setForLater,
} from './other-object';
import { dropOwned, reassignOwned } from './owner';
import { changePolicy } from './policy';
import { changeDefaultPrivileges, changePrivileges } from './privilege';
import { alterPublication, createPublication, dropPublications } from './publication';
import { writeRows } from './rows';
import { changeRule } from './rule';
import { createSchema, dropSchemas, renameSchema } from './schema';
import { alterSequence, createSequence } from './sequence';
import { createTrigger, dropTrigger, renameTrigger } from './trigger';
import { alterCompositeType, createCompositeType, createOtherType, dropTypes } from './type';
import { createMaterializedView, createView, refreshView } from './view';
import { createTableAs, dropNamed, truncate } from './whole-table';

/**
 * The session after an operation, as the server would leave it; as it was where the server is certain to refuse it. Transactions
 * and settings are `transaction.ts`'s, bodies are `bodies.ts`'s: here they change nothing.
 */
export function applyOperation(session: Session, operation: Operation): Session {
  return fold(session, operation, session) ?? session;
}

/**
 * The session after all operations of one statement: all or none. Null: the server is certain to refuse it. What ADD COLUMN IF NOT
 * EXISTS declares together with a column that is there already is left out, as the server does from 13 on.
 */
export function foldStatement(session: Session, operations: readonly Operation[]): Folded {
  let result = session;
  let skipped: readonly OperationOf<'add-column'>[] = [];
  for (const operation of withoutRepeatedKeys(session, operations)) {
    if (namesUnknown(operation)) {
      result = afterUnread(result);
      continue;
    }
    if ('withColumn' in operation && operation.withColumn && concernsSkipped(result, operation, skipped))
      continue;
    const next = fold(result, operation, session);
    if (next === null) return null;
    if (operation.kind === 'add-column' && operation.ifNotExists && hasColumn(result, operation)) {
      skipped = [...skipped, operation];
    }
    result = next;
  }
  return !result.concurrently && operations.some(isConcurrent) ? { ...result, concurrently: true } : result;
}

/** A statement that waits for the snapshots of others. */
function isConcurrent(operation: Operation): boolean {
  return (
    operation.kind !== 'refresh-materialized-view' && 'concurrently' in operation && operation.concurrently
  );
}

function hasColumn(session: Session, { table, column }: OperationOf<'add-column'>): boolean {
  const relation = relationOf(session, table);
  return relation !== undefined && columnOf(relation, column.name) !== undefined;
}

/** What it makes has a name that is known only when it runs. */
function namesUnknown(operation: Operation): boolean {
  if (operation.kind === 'add-column') return isPlaceholder(operation.column.name);
  return creationsOf(operation).some(
    ({ schema, name }) => isPlaceholder(name) || (schema !== null && isPlaceholder(schema)),
  );
}

type WithColumn = Extract<Operation, { readonly withColumn: boolean }>;

/** Up to 12 a constraint that is declared with the column is added although the column is there; NOT NULL is none. */
function concernsSkipped(
  { major }: Session,
  { constraint, place }: WithColumn,
  skipped: readonly OperationOf<'add-column'>[],
): boolean {
  if (major < 13 && constraint.kind !== 'not-null') return false;
  const column = constraint.kind === 'not-null' ? constraint.column : constraint.inlineAt;
  return skipped.some((each) => each.column.name === column && each.place === place);
}

/** One operation; null: refused for certain. */
function fold(session: Session, operation: Operation, start: Session): Folded {
  if (isAlterTable(operation)) return alterTable(session, operation, start);
  switch (operation.kind) {
    case 'create-table':
      return createTable(session, operation);
    case 'create-table-as':
      return createTableAs(session, operation);
    case 'drop-table': {
      const { foreign } = operation;
      return dropNamed(
        session,
        operation.tables,
        (known) => isTable(known) && (known.kind === 'foreign table') === foreign,
        operation,
      );
    }
    case 'truncate':
      return truncate(session, operation);
    case 'create-index':
      return createIndex(session, operation);
    case 'drop-index':
      return dropIndex(session, operation);
    case 'create-view':
      return createView(session, operation);
    case 'create-materialized-view':
      return createMaterializedView(session, operation);
    case 'refresh-materialized-view':
      return refreshView(session, operation);
    case 'drop-view': {
      const kind = operation.materialized ? 'materialized view' : 'view';
      return dropNamed(session, operation.views, (known) => known.kind === kind, operation);
    }
    case 'create-sequence':
      return createSequence(session, operation);
    case 'alter-sequence':
      return alterSequence(session, operation);
    case 'drop-sequence':
      return dropNamed(
        session,
        operation.sequences,
        (known) => known.kind === 'sequence' && !known.identity,
        operation,
      );
    case 'create-enum':
      return createEnum(session, operation);
    case 'add-enum-value':
      return addEnumValue(session, operation);
    case 'rename-enum-value':
      return renameEnumValue(session, operation);
    case 'create-composite-type':
      return createCompositeType(session, operation);
    case 'alter-composite-type':
      return alterCompositeType(session, operation);
    case 'create-range-type':
    case 'create-base-type':
      return createOtherType(session, operation);
    case 'create-domain':
      return createDomain(session, operation);
    case 'alter-domain':
      return alterDomain(session, operation);
    case 'drop-type':
      return dropTypes(session, operation);
    case 'create-function':
      return createFunction(session, operation);
    case 'alter-function':
      return alterFunction(session, operation);
    case 'drop-function':
      return dropFunctions(session, operation);
    case 'create-trigger':
      return createTrigger(session, operation);
    case 'drop-trigger':
      return dropTrigger(session, operation);
    case 'rename-trigger':
      return renameTrigger(session, operation);
    case 'create-policy':
    case 'alter-policy':
    case 'drop-policy':
    case 'rename-policy':
      return changePolicy(session, operation);
    case 'create-rule':
    case 'drop-rule':
    case 'rename-rule':
      return changeRule(session, operation);
    case 'create-schema':
      return createSchema(session, operation);
    case 'rename-schema':
      return renameSchema(session, operation);
    case 'drop-schema':
      return dropSchemas(session, operation);
    case 'create-extension':
      return createExtension(session, operation);
    case 'drop-extension':
      return dropExtensions(session, operation);
    case 'create-publication':
      return createPublication(session, operation);
    case 'alter-publication':
      return alterPublication(session, operation);
    case 'drop-publication':
      return dropPublications(session, operation);
    case 'create-statistics':
      return createStatistics(session, operation);
    case 'drop-statistics':
      return dropStatistics(session, operation);
    case 'grant':
    case 'revoke':
      return changePrivileges(session, operation);
    case 'alter-default-privileges':
      return changeDefaultPrivileges(session);
    case 'create-object':
      return createObject(session, operation);
    case 'alter-object':
      return alterObject(session, operation);
    case 'import-foreign-schema':
      return forgetCompleteness(session);
    case 'drop-object':
      return dropObject(session, operation);
    case 'drop-owned':
      return dropOwned(session, operation);
    case 'reassign-owned':
      return reassignOwned(session, operation);
    case 'cluster':
      return cluster(session, operation);
    case 'move-all':
      return moveAll(session, operation);
    case 'set-for-later':
      return setForLater(session, operation);
    case 'query':
    case 'copy-from':
      return writeRows(session, operation.query);
    case 'unmodelled':
    case 'lock-table':
    case 'vacuum':
    case 'analyze':
    case 'reindex':
    case 'copy-to':
    case 'copy-table-to':
    case 'trigger-depends-on-extension':
    case 'explain':
    case 'do-block':
    case 'call':
    case 'declare-cursor':
    case 'cursor':
    case 'prepare':
    case 'execute':
    case 'deallocate':
    case 'begin':
    case 'commit':
    case 'rollback':
    case 'savepoint':
    case 'release-savepoint':
    case 'rollback-to-savepoint':
    case 'prepare-transaction':
    case 'commit-prepared':
    case 'rollback-prepared':
    case 'set':
    case 'set-transaction':
    case 'reset':
    case 'show':
    case 'discard':
    case 'set-constraints':
    case 'listen':
    case 'notify':
    case 'unlisten':
    case 'load':
    case 'checkpoint':
    case 'alter-system':
    case 'create-event-trigger':
    case 'alter-event-trigger':
    case 'alter-extension':
    case 'grant-role':
    case 'revoke-role':
    case 'create-role':
    case 'alter-role':
    case 'drop-role':
    case 'create-subscription':
    case 'alter-subscription':
    case 'drop-subscription':
    case 'alter-statistics':
    case 'comment':
    case 'security-label':
    case 'create-database':
    case 'alter-database':
    case 'drop-database':
    case 'create-tablespace':
    case 'drop-tablespace':
    case 'alter-tablespace':
      return session;
  }
}

/** ALTER TABLE and its kin: they alone say which word stood after ALTER. */
function isAlterTable(operation: Operation): operation is AlterTableOperation {
  return 'as' in operation;
}
