import type { Step } from '../../analysis/step';
import type { Operation } from '../../postgres/operation';
import type { Clause } from '../../sql/clauses';
import type { ColumnClauseKind, WrittenColumn } from '../../sql/column-clauses';
import { writtenColumn } from '../../sql/column-clauses';
import { performed } from '../performed';
import { withSubcommands, writtenAs } from './written';

/** An ADD COLUMN that brings a constraint with it, as it is written. */
export interface InlineConstraint {
  readonly written: WrittenColumn;
  /** The statement without the constraint. */
  readonly plain: string;
  /** The constraint, without `CONSTRAINT name`. */
  readonly constraint: Clause;
}

/** Takes a constraint out of the ADD COLUMN that a column's constraint was written in; null where it cannot be told. */
export function inlineConstraint(
  step: Step,
  column: string,
  kind: ColumnClauseKind,
): InlineConstraint | null {
  const added = performed(step, 'add-column').find(
    ({ operation, inner }) => !inner && operation.column.name === column,
  );
  const clause = added === undefined ? null : writtenAs(step, added.operation);
  const written = clause === null ? null : writtenColumn(clause.text);
  const found = written?.clauses.find((each) => each.kind === kind);
  if (clause === null || written === null || found === undefined) return null;
  const kept = [
    'ADD COLUMN',
    written.name,
    ...(written.type === null ? [] : [written.type.text]),
    ...written.clauses.filter((each) => each !== found).map(({ text }) => text),
  ].join(' ');
  const plain = withSubcommands(step, [{ clause, instead: [kept] }]);
  return plain === null ? null : { written, plain, constraint: withoutName(found) };
}

/** The column that a constraint of ADD COLUMN stands at. */
export function inlineColumn(operation: Operation): string | null {
  if (!('withColumn' in operation) || !operation.withColumn) return null;
  return operation.constraint.inlineAt;
}

function withoutName(clause: Clause): Clause {
  const name = /^constraint\s+(?:"(?:[^"]|"")*"|\S+)\s+/i.exec(clause.text)?.[0].length ?? 0;
  return { text: clause.text.slice(name), start: clause.start + name, end: clause.end };
}
