import type { ColumnDefinition } from '../../postgres/definition';
import type { Expression } from '../../postgres/expression';

import { columnOf } from '../catalog/find';
import type { TypeName } from '../../postgres/type-name';
import { findType } from '../catalog/resolve';
import { targetTable } from '../roles/target';
import type { Situation } from '../roles/situation';
import type { Session } from '../session';
import type { Judge, Verdict } from './claim';
import { either, unknown } from './claim';
import { isKnownType } from './known-type';
import { isVolatile } from './volatile';

const SERIALS: ReadonlySet<string> = new Set(['serial', 'bigserial', 'smallserial']);

/**
 * ADD COLUMN leaves the rows as they are and notes the value of the default once, unless every row needs its own value or a check
 * (tablecmds.c, ATExecAddColumn). Only tables hold rows.
 */
export const defaultRewrites: Judge = ({ operation, session }, relation) => {
  if (operation.kind !== 'add-column' || relation.kind === 'foreign table') return false;
  const { column } = operation;
  if (column.identity !== null || SERIALS.has(column.type?.name ?? '')) return true;
  if (column.generated !== null) return isStored(column, session.major);
  return either([
    column.default === null ? false : isVolatile(session, column.default),
    column.type === null ? false : domainRewrites(session, column.type, column.default === null),
  ]);
};

/** NOT NULL without a value for the rows that are there: each is looked at, and the first fails. */
export const nullInNewColumn: Judge = ({ operation, session }) => {
  if (operation.kind !== 'add-column' || !operation.column.notNull) return false;
  const { column } = operation;
  if (column.identity !== null || SERIALS.has(column.type?.name ?? '')) return false;
  if (column.generated !== null) return !isStored(column, session.major);
  if (column.default !== null) return isNull(column.default);
  const type = column.type === null ? undefined : findType(session, column.type);
  // The default of a domain is not applied to old rows before 13.
  return !(type?.kind === 'domain' && type.default !== null && session.major >= 13);
};

/** NULL as such, whatever type it is cast to. */
function isNull(value: Expression): boolean {
  if (value.kind === 'cast' || value.kind === 'collate') return isNull(value.arg);
  return value.kind === 'constant' && value.value === null;
}

/** IF NOT EXISTS, and the named table has a column of that name, if only from an earlier subcommand. */
export const columnExists: Judge = (situation) => {
  const { operation, statement } = situation;
  if (operation.kind !== 'add-column' || !operation.ifNotExists) return false;
  const { name } = operation.column;
  const earlier = statement.slice(0, statement.indexOf(operation));
  if (earlier.some((other) => other.kind === 'add-column' && other.column.name === name)) return true;
  if (earlier.some((other) => other.kind === 'drop-column' && other.column === name)) return false;
  const table = targetTable(situation);
  if (table !== undefined && columnOf(table, name) !== undefined) return true;
  return table?.complete === true ? false : unknown('the column is there already');
};

/** The constraint stands at a column of ADD COLUMN IF NOT EXISTS that is there: from 13 on it is passed over with the column. */
export const columnWasThere: Judge = (situation, relation) => {
  const { operation, statement, session } = situation;
  if (!('withColumn' in operation) || !operation.withColumn || session.major < 13) return false;
  const columns = constrainedColumns(situation);
  return either(
    statement.map((other): Verdict =>
      other.kind === 'add-column' &&
      other.ifNotExists &&
      other.place === operation.place &&
      columns.includes(other.column.name)
        ? columnExists({ ...situation, operation: other }, relation)
        : false,
    ),
  );
};

function constrainedColumns({ operation }: Situation): readonly string[] {
  if (!('constraint' in operation) || typeof operation.constraint !== 'object') return [];
  const { constraint } = operation;
  if ('columns' in constraint) return constraint.columns;
  return 'inlineAt' in constraint && constraint.inlineAt !== null ? [constraint.inlineAt] : [];
}

/** Without a keyword a generated column is VIRTUAL from 18 on; before, there is no such thing. */
export function isStored({ generated }: ColumnDefinition, major: number): boolean {
  return (
    generated !== null &&
    (generated.storage === 'stored' || (generated.storage === 'unspecified' && major < 18))
  );
}

/** A constrained domain is checked row by row; its own volatile default is one like any other from 13 on. */
function domainRewrites(session: Session, type: TypeName, useDefault: boolean): Verdict {
  if (type.arrayDimensions > 0) return false;
  const found = findType(session, type);
  if (found === undefined)
    return isKnownType(type, session.major) || session.catalog.complete
      ? false
      : unknown(`${type.name} is no domain with constraints`);
  if (found.kind !== 'domain') return false;
  if (isConstrained(session, type)) return true;
  const byDefault =
    useDefault && session.major >= 13 && found.default !== null ? isVolatile(session, found.default) : false;
  return byDefault;
}

/** Whether a domain, or one that it stands on, has a CHECK or NOT NULL. */
export function isConstrained(session: Session, type: TypeName): boolean {
  for (let next = findType(session, type); next?.kind === 'domain'; next = findType(session, next.type)) {
    if (next.constraints.length > 0) return true;
  }
  return false;
}
