import type { ConstraintDefinition } from '../../postgres/definition';
import type { ConditionName } from '../../postgres/effects/condition';
import { isExclusionIndex } from '../catalog/exclusion-index';
import { indexesOf, isIndex, isTable, relationNamed } from '../catalog/find';
import { mergeableCheck } from '../catalog/merged-check';
import type { Constraint } from '../catalog/relation';
import { relationOf } from '../catalog/resolve';
import type { KeyDefinition } from '../repeated-keys';
import { mergedKey } from '../repeated-keys';
import { isInheritable } from '../roles/family';
import { keysOf, keysTo } from '../roles/keys';
import { matchingIndex } from '../roles/index-match';
import { constraintAddedBy, constraintNamedBy } from '../roles/named-constraint';
import { targetTable } from '../roles/target';
import { hasVacuumOption } from '../roles/vacuum-option';
import { plainCondition } from '../pruning/plain-condition';
import type { Situation } from '../roles/situation';
import type { Judge, Verdict } from './claim';
import { unknown } from './claim';

/** Claims that the operation itself answers, or one look at the catalog. */
export const SIMPLE = {
  'builds-concurrently': ({ operation }) => 'concurrently' in operation && operation.concurrently,
  'drops-concurrently': ({ operation }) => 'concurrently' in operation && operation.concurrently,
  'detaches-concurrently': ({ operation }) =>
    operation.kind === 'detach-partition' && (operation.concurrently || operation.finalize),
  'refreshes-concurrently': ({ operation }) => 'concurrently' in operation && operation.concurrently,
  'selects-no-row': selectsNoRow,
  'with-data': ({ operation }) => !('withData' in operation) || operation.withData,
  'vacuums-full': ({ operation }) => operation.kind === 'vacuum' && operation.full,
  'renames-index': ({ operation }, relation) =>
    'as' in operation && operation.as === 'index' && isIndex(relation),
  'sets-sequence-alone': ({ operation }) => operation.kind === 'set-identity' && operation.always === null,
  'row-trigger': ({ operation }) => operation.kind === 'create-trigger' && operation.row,
  'has-inherited-triggers': (_, relation) =>
    isTable(relation) && relation.triggers.some(({ inherited }) => inherited),
  'loses-keys': ({ session }, relation) =>
    isTable(relation) &&
    relation.constraints.some(
      (each) =>
        each.kind === 'foreign-key' &&
        each.inherited &&
        session.catalog.relations.get(each.referenced)?.kind === 'partitioned table',
    ),
  'trigger-on-partitions': triggerOnPartitions,
  'named-trigger-on-partitions': namedTriggerOnPartitions,
  'relation-exists': relationExists,
  'attachment-absent': attachmentAbsent,
  'not-inherited': (situation) => {
    const added = constraintAddedBy(situation);
    return added !== undefined && 'noInherit' in added && added.noInherit;
  },
  'added-with-column': ({ operation }) => 'withColumn' in operation && operation.withColumn,
  'merges-with-inherited': (situation) => {
    const table = targetTable(situation);
    return table !== undefined && mergeableCheck(table, constraintAddedBy(situation)) !== undefined;
  },
  'added-not-valid': (situation) => {
    const added = constraintAddedBy(situation);
    return (
      added !== undefined && (('valid' in added && !added.valid) || ('enforced' in added && !added.enforced))
    );
  },
  'added-deferrable': (situation) => {
    const added = constraintAddedBy(situation);
    return added !== undefined && 'deferrable' in added && added.deferrable;
  },
  'uses-index': (situation) => {
    const added = constraintAddedBy(situation);
    if (added === undefined || !('usingIndex' in added)) return false;
    return keyMadeBy(situation)?.usingIndex !== null;
  },
  'used-index-renamed': (situation) => {
    const { name = null, usingIndex = null } = keyMadeBy(situation) ?? {};
    return usingIndex !== null && name !== null && name !== usingIndex;
  },
  'has-matching-index': (situation, relation) =>
    relation.kind === 'foreign table' ||
    (isTable(relation) && matchingIndex(situation, relation) !== undefined),
  'named-table-not-partitioned': (situation) => targetTable(situation)?.kind !== 'partitioned table',
  'vacuums-toast-alone': ({ operation }) => hasVacuumOption(operation, 'process_main', false),
  'without-indexes': ({ operation, session }, relation) => {
    const { catalog } = session;
    const passed = operation.kind === 'reindex' && operation.concurrently;
    if (isIndex(relation)) return false;
    const indexes = indexesOf(catalog, relation.id);
    if (indexes.some((index) => !passed || !isExclusionIndex(catalog, index))) return false;
    return !isTable(relation) || relation.complete ? true : unknown('it has no index');
  },
  'key-skips-check': keySkipsCheck,
  'column-has-default': ({ statement, operation }) =>
    operation.kind === 'add-not-null' &&
    operation.withColumn &&
    statement.some(
      (other) => other.kind === 'add-column' && other.column.name === operation.constraint.column,
    ),
  'constraint-inheritable': (situation) => ofConstraint(situation, isInheritable),
  'constraint-on-rows': (situation) =>
    ofConstraint(situation, ({ kind }) => kind === 'check' || kind === 'not-null'),
  'constraint-is-key': (situation) => ofConstraint(situation, ({ kind }) => kind === 'foreign-key'),
  'named-constraint-valid': constraintValid,
  'constraint-valid': (situation, relation) => {
    const named = constraintNamedBy(situation);
    if (named === undefined || !isTable(relation)) return constraintValid(situation);
    return relation.constraints.some((each) => each.valid && isCounterpart(named, each));
  },
  'becomes-enforced': (situation) => enforcement(situation, true),
  'becomes-not-enforced': (situation) => enforcement(situation, false),
  'becomes-inherited': ({ operation }) =>
    operation.kind === 'alter-constraint' && operation.noInherit === false,
  'changes-inheritance': ({ operation }) =>
    operation.kind === 'alter-constraint' && operation.noInherit !== null,
  'domain-checks-rows': ({ operation }) => {
    if (operation.kind !== 'alter-domain') return false;
    const { change } = operation;
    if (change.kind === 'add-constraint')
      return change.constraint.kind === 'not-null' || change.constraint.valid;
    return change.kind === 'set-not-null' || change.kind === 'validate-constraint';
  },
} satisfies Partial<Record<ConditionName, Judge>>;

function ofConstraint(
  situation: Situation,
  has: (constraint: Constraint | ConstraintDefinition) => boolean,
): Verdict {
  const constraint = constraintNamedBy(situation) ?? addedAlongside(situation);
  if (constraint !== undefined) return has(constraint);
  return targetTable(situation)?.complete === true ? false : unknown('the constraint is of another kind');
}

/** A constraint that the same ALTER TABLE adds under the name. */
function addedAlongside({ operation, statement }: Situation): ConstraintDefinition | undefined {
  if (!('constraint' in operation) || typeof operation.constraint !== 'string') return undefined;
  const { constraint: name } = operation;
  return statement.flatMap((other) =>
    'constraint' in other && typeof other.constraint === 'object' && other.constraint.name === name
      ? [other.constraint]
      : [],
  )[0];
}

function constraintValid(situation: Situation): Verdict {
  const constraint = constraintNamedBy(situation);
  if (constraint !== undefined) return constraint.valid;
  return addedAlongside(situation) === undefined ? unknown('it is valid already') : false;
}

/** Whether VALIDATE of one comes to the other of an heir: to a NOT NULL by its column, as it may be called otherwise. */
function isCounterpart(named: Constraint, other: Constraint): boolean {
  return named.kind === 'not-null' && other.kind === 'not-null'
    ? named.column === other.column
    : named.kind === other.kind && named.name === other.name;
}

function enforcement(situation: Situation, enforced: boolean): Verdict {
  const { operation } = situation;
  if (operation.kind !== 'alter-constraint' || operation.enforced !== enforced) return false;
  const constraint = constraintNamedBy(situation);
  if (constraint === undefined)
    return unknown(enforced ? 'it is enforced already' : 'it is not enforced already');
  return constraint.kind === 'foreign-key' && constraint.enforced !== enforced;
}

/** Null: another subcommand makes it. */
function keyMadeBy({ session, statement, operation }: Situation): KeyDefinition | null {
  return mergedKey(session, statement, operation);
}

/**
 * ADD COLUMN … REFERENCES without a default leaves nothing to check. Up to 12 a default anywhere in the statement, or a key apart
 * from its column, has every key of it checked (parse_utilcmd.c, transformAlterTableStmt).
 */
function keySkipsCheck(situation: Situation): Verdict {
  const { operation, statement, session } = situation;
  if (operation.kind !== 'add-foreign-key' || !operation.withColumn) return false;
  const fills = statement.filter((other) => other.kind === 'add-column' && hasRawDefault(other.column));
  const own = fills.some(
    (other) => other.kind === 'add-column' && operation.constraint.columns.includes(other.column.name),
  );
  if (session.major >= 13) return !own;
  if (session.major === 11 && targetTable(situation)?.kind === 'partitioned table') return false;
  return (
    fills.length === 0 && !statement.some((other) => other.kind === 'add-foreign-key' && !other.withColumn)
  );
}

function hasRawDefault({
  default: value,
  generated,
  type,
}: {
  default: unknown;
  generated: unknown;
  type: { name: string } | null;
}): boolean {
  return value !== null || generated !== null || /^(?:small|big)?serial$/.test(type?.name ?? '');
}

export function relationExists({ operation, session }: Situation): Verdict {
  if (!('ifNotExists' in operation) || !operation.ifNotExists) return false;
  if (operation.kind === 'create-index') {
    const { name, table } = operation.index;
    const owner = relationOf(session, table);
    if (name === null || owner === undefined) return false;
    if (relationNamed(session.catalog, { schema: owner.schema, name }) !== undefined) return true;
    return owner.origin.source === 'assumed' || ('complete' in owner && !owner.complete)
      ? unknown('the index is there already')
      : false;
  }
  const name =
    'view' in operation
      ? operation.view
      : 'sequence' in operation
        ? operation.sequence
        : 'table' in operation
          ? operation.table
          : null;
  if (name === null) return false;
  if (relationOf(session, name) !== undefined) return true;
  return session.catalog.complete ? false : unknown('the relation is there already');
}

/** WHERE false, and kin. */
function selectsNoRow({ operation }: Situation): Verdict {
  if (operation.kind !== 'create-table-as') return false;
  return operation.query.reads.every(({ condition }) => {
    const plain = condition === undefined ? null : plainCondition(condition);
    return plain?.kind === 'always' && !plain.value;
  });
}

function attachmentAbsent(situation: Situation, relation: Parameters<Judge>[1]): Verdict {
  const { operation } = situation;
  if (!('ifExists' in operation) || !operation.ifExists || !('triggers' in relation)) return false;
  const has =
    operation.kind === 'drop-trigger'
      ? relation.triggers.some(({ name }) => name === operation.trigger)
      : operation.kind === 'drop-policy'
        ? isTable(relation) && relation.policies.some(({ name }) => name === operation.policy)
        : operation.kind === 'drop-rule' && relation.rules.some(({ name }) => name === operation.rule);
  return !has && relation.complete;
}

function triggerOnPartitions(situation: Situation): Verdict {
  const { operation } = situation;
  const table = targetTable(situation);
  if (operation.kind !== 'enable-trigger' || operation.only || table === undefined) return false;
  const onRows = table.triggers.filter(({ row }) => row);
  // From 15 on the triggers of foreign keys are those of the parent, and ALL means them too.
  const byKeys = situation.session.major >= 15 && operation.which === 'all';
  if (byKeys && (keysOf(table).length > 0 || keysTo(situation.session.catalog, table).length > 0))
    return true;
  // Up to 12 the copies on partitions are internal, and USER does not mean those.
  if (operation.which === 'user' && situation.session.major <= 12) return false;
  return operation.trigger === null
    ? onRows.length > 0
    : onRows.some(({ name }) => name === operation.trigger);
}

function namedTriggerOnPartitions(situation: Situation): Verdict {
  const { operation } = situation;
  const table = targetTable(situation);
  if (!('trigger' in operation) || table === undefined) return false;
  return table.triggers.some(({ name, row }) => name === operation.trigger && row);
}
