import { isConstrained, isStored } from '../analysis/conditions/new-column';
import { isVolatile } from '../analysis/conditions/volatile';
import { findType } from '../analysis/catalog/resolve';
import type { LockFact, Step } from '../analysis/step';
import type { Performed } from './performed';
import { performed, subject, worksBy } from './performed';
import type { MatchBase } from './rule';
import { named, unless, whatIsStopped } from './words';

/** Why ADD COLUMN writes every row. */
export type RewriteCause = 'serial' | 'identity' | 'stored' | 'volatile' | 'domain';

/** A new column that makes ADD COLUMN write every row. */
export interface RewritingColumn extends MatchBase {
  readonly step: Step;
  readonly added: Performed<'add-column'>;
  readonly locks: readonly LockFact[];
}

/** The columns of a step that rewrite a table for one cause. An inline primary key has a rule of its own, which says so too. */
export function rewritingColumns(step: Step, cause: RewriteCause): readonly RewritingColumn[] {
  const locks = worksBy(step, 'add-column/rewrite').filter(({ work }) => work === 'rewrite');
  if (locks.length === 0) return [];
  return performed(step, 'add-column').flatMap((added) => {
    const table = subject(added);
    const own = locks.filter(({ relation }) => !relation.kind.endsWith('index'));
    if (table === undefined || causeOf(added) !== cause || isInlineKey(added)) return [];
    return [{ step, added, locks: own, cites: own.map(({ relation }) => relation) }];
  });
}

/** What is stopped, until when and why. */
export function rewriteMessage({ added, locks }: RewritingColumn, because: string): string {
  return `Adding ${named(added.operation.column)} stops ${whatIsStopped(locks)} until every row has been written anew, because ${because}${unless(locks)}`;
}

/** The column is the primary key by its own definition. */
export function isInlineKey({ operation, statement }: Performed<'add-column'>): boolean {
  return statement.some(
    (other) =>
      other.kind === 'add-primary-key' &&
      other.withColumn &&
      other.constraint.columns.includes(operation.column.name),
  );
}

const SERIALS: ReadonlySet<string> = new Set(['serial', 'bigserial', 'smallserial']);

/** Why a column makes ADD COLUMN write every row; null where it does not. */
export function causeOf({ operation, session }: Performed<'add-column'>): RewriteCause | null {
  const { column } = operation;
  if (column.identity !== null) return 'identity';
  if (SERIALS.has(column.type?.name ?? '')) return 'serial';
  if (column.generated !== null) return isStored(column, session.major) ? 'stored' : null;
  if (column.default !== null && isVolatile(session, column.default) !== false) return 'volatile';
  if (column.type === null || column.type.arrayDimensions > 0) return null;
  if (isConstrained(session, column.type)) return 'domain';
  const domain = column.default === null ? findType(session, column.type) : undefined;
  return domain?.kind === 'domain' && domain.default !== null && isVolatile(session, domain.default) !== false
    ? 'volatile'
    : null;
}
