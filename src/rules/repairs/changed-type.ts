import { primaryKeyOf } from '../../analysis/catalog/find';
import { findType } from '../../analysis/catalog/resolve';
import type { Repair } from '../../findings/finding';
import type { TypeName } from '../../postgres/type-name';
import { lexemes } from '../../sql/clauses';
import { narrowing } from '../narrowing';
import type { RuleRun } from '../rule';
import { quoteName } from '../../sql/quote-name';
import type { ColumnTypeChange } from '../type-changes';
import { domainAsCheck } from './domain-as-check';
import { dependentsOf, expandContract } from './expand-contract';
import { limitLength } from './limit-length';
import { batchKey } from './made';
import { takesSyncTrigger } from './sync-trigger';
import { writtenAs } from './written';

/** A CHECK in the place of a type change that only limits the values; null where it does more. */
export function keepType(change: ColumnTypeChange, run: RuleRun): Repair | null {
  const { step, changed, from, to } = change;
  const written = writtenType(change);
  if (written === null || written.using !== null || writtenAs(step, changed.operation) === null) return null;
  const { operation, session } = changed;
  const limit = from === null ? null : lengthLimit(from, to);
  if (limit !== null) return limitLength(operation.table, operation.column, limit, run.options);
  if (findType(session, to)?.kind !== 'domain') return null;
  return {
    summary: 'keep the type, and check it as the domain does',
    steps: domainAsCheck(operation.table, operation.column, operation.type, run.options),
  };
}

/** A second column of the new type that takes over; null where no trigger can keep the two alike. */
export function replaceType(change: ColumnTypeChange, run: RuleRun): Repair | null {
  const { step, changed, column, table } = change;
  const written = writtenType(change);
  const { operation, session } = changed;
  if (written === null || !takesSyncTrigger(table, session.major)) return null;
  const key = primaryKeyOf(table);
  return expandContract(
    {
      table: operation.table,
      column: operation.column,
      type: written.type,
      value: written.using ?? quoteName(operation.column),
      notNull: column?.notNull === true,
      key: batchKey(step, table.id),
      primaryKey: key?.columns.join() === operation.column ? key.name : null,
      major: session.major,
      dependents: dependentsOf(session.catalog, table, operation.column),
    },
    run,
  );
}

/** The length of a text type that not all old values fit into. */
function lengthLimit(from: TypeName, to: TypeName): number | null {
  const isText = to.name === 'varchar' || to.name === 'bpchar';
  return isText && narrowing(from, to) === 'fails' ? (to.modifiers[0] ?? null) : null;
}

function writtenType({ step, changed }: ColumnTypeChange): ReturnType<typeof newType> {
  const clause = writtenAs(step, changed.operation);
  return clause === null ? null : newType(clause.text);
}

/** The type and the USING of `ALTER [COLUMN] c [SET DATA] TYPE type [COLLATE c] [USING e]`. */
function newType(text: string): { readonly type: string; readonly using: string | null } | null {
  const tokens = lexemes(text);
  const at = tokens.findIndex(({ word, depth }, index) => index > 0 && word === 'type' && depth === 0);
  const using = tokens.findIndex(({ word, depth }, index) => index > at && word === 'using' && depth === 0);
  const [first, last] = [tokens[at + 1], tokens[(using === -1 ? tokens.length : using) - 1]];
  if (at === -1 || first === undefined || last === undefined) return null;
  const expression = using === -1 ? undefined : tokens[using + 1];
  return {
    type: text.slice(first.start, last.end),
    using: expression === undefined ? null : text.slice(expression.start),
  };
}
