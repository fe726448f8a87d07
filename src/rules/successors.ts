import { columnOf, relationNamed } from '../analysis/catalog/find';
import { findFunctions, findType, relationOf } from '../analysis/catalog/resolve';
import type { Relation } from '../analysis/catalog/relation';
import type { Session } from '../analysis/session';
import type { Step } from '../analysis/step';
import type { ObjectName } from '../postgres/name';
import type { RuleRun } from './rule';
import { actsOf } from './acts';
import { endOfTransaction, laterTogether } from './together';

/** What has the name of a relation when the transaction of a step ends: a view left behind, or what was put in its place. */
export function successorOf(
  { schema, name }: { readonly schema: string; readonly name: string },
  step: Step,
  run: RuleRun,
): Relation | undefined {
  return relationNamed(endOfTransaction(step, run).catalog, { schema, name });
}

/** Whether a column of the name is there when the transaction of a step ends. */
export function hasColumnAtEnd(
  table: { readonly schema: string; readonly name: string },
  column: string,
  step: Step,
  run: RuleRun,
): boolean {
  const relation = successorOf(table, step, run);
  return relation !== undefined && columnOf(relation, column) !== undefined;
}

/** Whether an object that is no table goes by a name in a session. */
export function isNamed(session: Session, kind: ObjectKind, name: ObjectName): boolean {
  switch (kind) {
    case 'relation':
      return relationOf(session, name) !== undefined;
    case 'type':
      return findType(session, name) !== undefined || relationOf(session, name) !== undefined;
    case 'function':
      return findFunctions(session, name).length > 0;
  }
}

/** The kinds of objects that the catalog keeps apart. */
export type ObjectKind = 'relation' | 'type' | 'function';

/** Whether a table of the name is made after a step by what ships with it. */
export function isCreatedLater(table: ObjectName, step: Step, run: RuleRun): Step | undefined {
  return laterTogether(step, run, 'create-table', 'create-table-as').find((later) =>
    actsOf(later, 'create-table', 'create-table-as').some(
      ({ operation }) =>
        operation.table.name === table.name &&
        (operation.table.schema ?? 'public') === (table.schema ?? 'public'),
    ),
  );
}

/** Whether a column of the name is added after a step, or by it, by what ships with it. */
export function isAddedLater(table: ObjectName, column: string, step: Step, run: RuleRun): Step | undefined {
  return [step, ...laterTogether(step, run, 'add-column')].find((later) =>
    actsOf(later, 'add-column').some(
      ({ operation }) => operation.table.name === table.name && operation.column.name === column,
    ),
  );
}
