import type { Step } from '../../analysis/step';
import type { Operation } from '../../postgres/operation';
import type { Clause } from '../../sql/clauses';
import type { ColumnClauseKind } from '../../sql/column-clauses';
import { writtenColumn } from '../../sql/column-clauses';
import { performed } from '../performed';
import type { Instead } from './written';
import { withSubcommands, writtenAs } from './written';

/** ADD COLUMNs that bring constraints of one kind with them, as they are written. */
export interface InlineConstraints {
  /** The statement without the constraints. */
  readonly plain: string;
  /** Each constraint, without `CONSTRAINT name`, in the order of the columns. */
  readonly constraints: readonly Clause[];
}

/**
 * Takes constraints out of the ADD COLUMNs that they were written in, each of which is named as often as it has one; null where that
 * cannot be told.
 */
export function inlineConstraints(
  step: Step,
  columns: readonly string[],
  kind: ColumnClauseKind,
): InlineConstraints | null {
  const taken = [...new Set(columns)].map((column) =>
    takenOut(step, column, kind, columns.filter((other) => other === column).length),
  );
  const all = taken.flatMap((each) => each ?? []);
  if (all.length < taken.length) return null;
  const plain = withSubcommands(step, all);
  return plain === null ? null : { plain, constraints: all.flatMap(({ constraints }) => constraints) };
}

function takenOut(
  step: Step,
  column: string,
  kind: ColumnClauseKind,
  count: number,
): (Instead & { readonly constraints: readonly Clause[] }) | null {
  const added = performed(step, 'add-column').find(
    ({ operation, inner }) => !inner && operation.column.name === column,
  );
  const clause = added === undefined ? null : writtenAs(step, added.operation);
  const written = clause === null ? null : writtenColumn(clause.text);
  const found = written?.clauses.filter((each) => each.kind === kind).slice(0, count) ?? [];
  if (clause === null || written === null || found.length < count) return null;
  const kept = [
    'ADD COLUMN',
    written.name,
    ...(written.type === null ? [] : [written.type.text]),
    ...written.clauses.filter((each) => !found.includes(each)).map(({ text }) => text),
  ].join(' ');
  return { clause, instead: [kept], constraints: found.map(withoutName) };
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
