import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import type { ObjectName } from '../../../postgres/name';
import type { Operation } from '../../../postgres/operation';
import type { Mention } from '../../catalog/mention';
import { creationsOf, mentionsOf, sameName } from '../../catalog/mention';
import { isSystemName, relationOf } from '../../catalog/resolve';
import { bringsUnknown } from '../../roles/extension';
import type { Situation } from '../../roles/situation';
import type { RefusalJudge } from './names';
import { wrongKind } from './kinds';
import { isMissing, lacks } from './names';
import { newForeignKeys } from './new-foreign-keys';

/**
 * Relations and schemas that are not there: what the statement is about first, what it speaks of besides once that is looked at. A
 * name in a schema that is not there is said of the schema, but for what a query reads or writes (namespace.c,
 * RangeVarGetRelidExtended).
 */
export const MISSING_NAME_REFUSALS = {
  'relation-missing': (situation) =>
    situation.operation.kind !== 'drop-index' && firstMissing(situation, false) !== undefined,
  'foreign-table-missing': (situation) =>
    situation.operation.kind === 'drop-table' &&
    situation.operation.foreign &&
    firstMissing(situation, false) !== undefined,
  'index-missing': (situation) => firstMissing(situation, false) !== undefined,
  'schema-of-relation-missing': (situation) => isInNoSchema(situation, firstMissing(situation, false)),
  'other-relation-missing': (situation) => firstMissing(situation, true) !== undefined,
  'schema-of-other-missing': (situation) => isInNoSchema(situation, firstMissing(situation, true)),
  'schema-of-new-missing': (situation) => {
    const created = madeBy(situation.operation);
    return created !== null && isSchemaMissing(situation, created.schema);
  },
  'referenced-column-missing': ({ operation, session }) =>
    newForeignKeys(operation).some((key) => {
      const table = relationOf(session, key.referenced);
      return table !== undefined && key.referencedColumns.some((column) => lacks(table, column));
    }),
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

/** Whether the server certainly knows no schema of that name; false for null. */
export function isSchemaMissing({ session, statement }: Situation, schema: string | null): boolean {
  const { schemas, complete } = session.catalog;
  if (schema === null || !complete || bringsUnknown(session.catalog) || schemas.has(schema)) return false;
  if (schema.startsWith('pg_') || isSystemName({ schema, name: '' })) return false;
  return !statement.some((other) => other.kind === 'create-schema');
}

/** The first relation that an operation names and that is missing; `besides`: among those that it comes to last. */
function firstMissing(situation: Situation, besides: boolean): Mention | undefined {
  const { operation, statement } = situation;
  const made = statement.flatMap(creationsOf);
  const last = comesLast(operation);
  const mentions = mentionsOf(operation);
  const at = mentions.findIndex(
    ({ name, optional }) =>
      !optional &&
      last.includes(name) === besides &&
      !made.some((other) => sameName(other, name)) &&
      isMissing(situation, name),
  );
  return at > 0 && wrongKind({ ...situation, operation: upTo(operation, at) }) ? undefined : mentions[at];
}

/** One of several names is looked at after the other: the operation on those that come first. */
function upTo(operation: Operation, count: number): Operation {
  const { kind } = operation;
  if (kind === 'drop-table') return { ...operation, tables: operation.tables.slice(0, count) };
  if (kind === 'drop-view') return { ...operation, views: operation.views.slice(0, count) };
  if (kind === 'drop-index') return { ...operation, indexes: operation.indexes.slice(0, count) };
  if (kind === 'drop-sequence') return { ...operation, sequences: operation.sequences.slice(0, count) };
  if (kind === 'truncate' || kind === 'lock-table')
    return { ...operation, tables: operation.tables.slice(0, count) };
  return UNTOUCHED;
}

const UNTOUCHED: Operation = { kind: 'unmodelled', node: '' };

/** What an operation comes to when the relation that it is about has been looked at, or made. */
function comesLast(operation: Operation): readonly ObjectName[] {
  const { kind } = operation;
  // The columns that INSERT writes are looked for before its query is read.
  if (kind === 'query')
    return operation.query.writes.some(({ command }) => command === 'insert')
      ? operation.query.reads.map(({ relation }) => relation)
      : [];
  if (kind === 'attach-partition' || kind === 'detach-partition') return [operation.partition];
  if (kind === 'add-inherit' || kind === 'drop-inherit') return [operation.parent];
  if (kind === 'create-table' || kind === 'add-foreign-key')
    return newForeignKeys(operation).map(({ referenced }) => referenced);
  if (kind !== 'create-sequence' || operation.ownedBy === null || operation.ownedBy === 'none') return [];
  return [operation.ownedBy.table];
}

function isInNoSchema(situation: Situation, mention: Mention | undefined): boolean {
  if (mention === undefined) return false;
  const { operation } = situation;
  const own = 'table' in operation && operation.table === mention.name;
  return (own || !('query' in operation)) && isSchemaMissing(situation, mention.name.schema);
}

/** What is made in a schema before anything else of the statement is looked at. */
function madeBy(operation: Operation): ObjectName | null {
  const { kind } = operation;
  if (kind === 'create-table') return operation.persistence === 'temporary' ? null : operation.table;
  if (kind === 'create-sequence') return operation.sequence;
  if (kind === 'create-domain') return operation.domain;
  if (kind === 'create-function') return operation.name;
  return 'type' in operation && kind.startsWith('create-') ? operation.type : null;
}
