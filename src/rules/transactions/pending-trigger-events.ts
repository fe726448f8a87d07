import { tableById } from '../../analysis/catalog/find';
import type { RelationId } from '../../analysis/catalog/relation';
import { tableOf } from '../../analysis/catalog/resolve';
import type { Step } from '../../analysis/step';
import type { Operation } from '../../postgres/operation';
import type { RelationName } from '../../postgres/name';
import { ownOperations } from '../own-operations';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { named } from '../words';

interface Match extends MatchBase {
  readonly table: { readonly name: string };
  readonly command: string;
}

/** DDL on a table that has deferred checks of this transaction to come. */
export const pendingTriggerEvents = stepRule<Match>({
  id: 'pending-trigger-events',
  title: 'A table with checks to come cannot be altered in the same transaction',
  group: 'transactions',
  severity: 'error',
  judges: 'effect',
  kinds: 'any',

  check(step, run) {
    const pending = step.before.transaction?.pendingEvents ?? [];
    if (pending.length === 0) return [];
    for (const operation of ownOperations(step)) {
      const command = commandOf(operation);
      if (command === null) continue;
      const hit = tablesOf(operation)
        .map((name) => tableOf(step.before, name)?.id)
        .find(isIn(pending));
      if (hit !== undefined && !isSwitchedOff(step, hit, run))
        return [{ table: { name: nameOf(step, hit) }, command }];
    }
    return [];
  },

  message({ table, command }) {
    return `The migration fails here: rows of ${named(table)} that this transaction has written wait for a deferred check, and ${command} is refused until it is done (55006)`;
  },

  help() {
    return 'Write SET CONSTRAINTS ALL IMMEDIATE before it, or split the migration.';
  },

  repair() {
    return {
      summary: 'check the rows first',
      steps: [
        {
          run: 'statement',
          transaction: 'same',
          sql: 'SET CONSTRAINTS ALL IMMEDIATE;',
          note: 'before the statement: what the rows violate fails here instead of at the COMMIT.',
        },
      ],
    };
  },
});

/** What the server refuses. SET SCHEMA and renames go through, as do DROP INDEX, REINDEX, CREATE TRIGGER, COMMENT (measured). */
function commandOf(operation: Operation): string | null {
  const named = REFUSED[operation.kind];
  if (named !== undefined) return named;
  const isAlter = 'as' in operation && operation.as === 'table';
  return isAlter && operation.kind !== 'set-schema' && !operation.kind.startsWith('rename-')
    ? 'ALTER TABLE'
    : null;
}

const REFUSED: Readonly<Partial<Record<Operation['kind'], string>>> = {
  'create-index': 'CREATE INDEX',
  truncate: 'TRUNCATE',
  'drop-table': 'DROP TABLE',
  cluster: 'CLUSTER',
};

function tablesOf(operation: Operation): readonly RelationName[] {
  if (operation.kind === 'create-index') return [operation.index.table];
  if (operation.kind === 'truncate') return operation.tables.map(({ table }) => table);
  if (operation.kind === 'drop-table') return operation.tables;
  if (operation.kind === 'cluster') return operation.table === null ? [] : [operation.table];
  return 'as' in operation ? [operation.table] : [];
}

function isIn(pending: readonly RelationId[]): (id: RelationId | undefined) => id is RelationId {
  return (id): id is RelationId => id !== undefined && pending.includes(id);
}

/** DISABLE TRIGGER ALL and session_replication_role = replica: nothing is checked, so nothing waits. */
function isSwitchedOff(step: Step, id: RelationId, run: RuleRun): boolean {
  return run.earlierInMigration(step).some(({ operations, before }) =>
    operations.some((operation) => {
      if (operation.kind === 'set')
        return operation.name === 'session_replication_role' && operation.value === 'replica';
      if (operation.kind !== 'enable-trigger' || operation.which !== 'all') return false;
      return operation.enable === 'disable' && tableOf(before, operation.table)?.id === id;
    }),
  );
}

function nameOf(step: Step, id: RelationId): string {
  const table = tableById(step.before.catalog, id);
  return table === undefined ? '?' : `${table.schema}.${table.name}`;
}
