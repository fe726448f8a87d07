import type { RelationId, Table } from '../analysis/catalog/relation';
import { tableOf } from '../analysis/catalog/resolve';
import { referencingTables } from '../analysis/catalog/uses';
import type { Session } from '../analysis/session';
import type { Step } from '../analysis/step';
import type { ObjectName } from '../postgres/name';
import type { Act } from './acts';
import { isStaging } from './object-names';
import type { RuleRun } from './rule';
import { isOurs } from './together';

/** The tables that TRUNCATE names and whose rows others would miss. */
export function emptied(
  { operation, before }: Act<'truncate'>,
  step: Step,
  run: RuleRun,
): readonly ObjectName[] {
  return operation.tables
    .map(({ table }) => table)
    .filter((name) => {
      const table = tableOf(before, name);
      return table === undefined || !(isOurs(table, step, run) || isStaging(table, run.options));
    });
}

/** The tables that TRUNCATE … CASCADE empties without naming them; null where it certainly reaches none. */
export function truncatedAlong(
  { operation, before }: Act<'truncate'>,
  step: Step,
  run: RuleRun,
): { readonly tables: readonly Table[]; readonly complete: boolean } | null {
  if (!operation.cascade) return null;
  const named = operation.tables.flatMap(({ table }) => tableOf(before, table) ?? []);
  if (named.length > 0 && named.every((table) => isOurs(table, step, run))) return null;
  const tables = referencing(before, named).filter((table) => !isOurs(table, step, run));
  const { complete } = before.catalog;
  return tables.length === 0 && complete ? null : { tables, complete };
}

/** Those that refer to the tables, and those that refer to those. */
function referencing(session: Session, named: readonly Table[]): readonly Table[] {
  const seen = new Set<RelationId>(named.map(({ id }) => id));
  const found: Table[] = [];
  const open = [...named];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const table of referencingTables(session.catalog, next.id)) {
      if (seen.has(table.id)) continue;
      seen.add(table.id);
      found.push(table);
      open.push(table);
    }
  }
  return found;
}
