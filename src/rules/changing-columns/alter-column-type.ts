import {
  checksMentionColumn,
  typeChangeRebuildsOne,
  typeChangeRewrites,
} from '../../analysis/conditions/alter-type';
import { primaryKeyOf } from '../../analysis/catalog/find';
import type { Verdict } from '../../analysis/conditions/claim';
import type { LockFact } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { lexemes } from '../../sql/clauses';
import { locksBy } from '../performed';
import type { TypeName } from '../../postgres/type-name';
import { narrowing } from '../narrowing';
import { domainAsCheck } from '../repairs/domain-as-check';
import { findType } from '../../analysis/catalog/resolve';
import { limitLength } from '../repairs/limit-length';
import { dependentsOf, expandContract } from '../repairs/expand-contract';
import { batchKey } from '../repairs/made';
import { writtenAs } from '../repairs/written';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { takesSyncTrigger } from '../repairs/sync-trigger';
import { quoteName } from '../sql-text';
import type { ColumnTypeChange } from '../type-changes';
import { typeChanges } from '../type-changes';
import { named, whatIsStopped } from '../words';

interface Match extends MatchBase {
  readonly change: ColumnTypeChange;
  readonly locks: readonly LockFact[];
  readonly work: 'rewrite' | 'build-index' | 'scan';
  /** What the catalog does not know. */
  readonly doubt: string | null;
}

/** ALTER COLUMN … TYPE that writes rows, builds indexes or checks rows under ACCESS EXCLUSIVE. */
export const alterColumnType = stepRule<Match>({
  id: 'alter-column-type',
  title: 'Changing the type of a column closes the table while rows or indexes are written anew',
  group: 'changing-columns',
  severity: 'error',
  judges: 'lock',
  kinds: ['alter-column-type'],
  ofWork: true,

  check(step) {
    const locks = locksBy(step, 'alter-column-type/family').filter(
      ({ relation }) => !relation.kind.endsWith('index'),
    );
    if (locks.length === 0) return [];
    return typeChanges(step).flatMap((change): readonly Match[] => {
      const found = workOf(change);
      return found === null
        ? []
        : [{ change, locks, ...found, cites: locks.map(({ relation }) => relation) }];
    });
  },

  message({ change, locks, work, doubt }) {
    const unless = doubt === null ? '' : `, unless ${doubt}`;
    return `Changing the type of ${named({ name: change.changed.operation.column })} stops ${whatIsStopped(locks)} until ${UNTIL[work]}${unless}`;
  },

  help({ work }) {
    return work === 'rewrite'
      ? 'Add a second column of the new type, keep both in step, and let the clients move over.'
      : 'Run it in a quiet hour with a short lock_timeout, or let a second column take over.';
  },

  repair({ change }, run): Repair | null {
    const { step, changed, column, table } = change;
    const clause = writtenAs(step, changed.operation);
    const written = clause === null ? null : newType(clause.text);
    if (written === null) return null;
    const { operation, session } = changed;
    const limit = change.from === null || written.using !== null ? null : lengthLimit(change.from, change.to);
    if (limit !== null) return limitLength(operation.table, operation.column, limit, run.options);
    const domain = findType(session, change.to);
    if (domain?.kind === 'domain' && written.using === null) {
      return {
        summary: 'keep the type, and check it as the domain does',
        steps: domainAsCheck(operation.table, operation.column, operation.type, run.options),
      };
    }
    if (!takesSyncTrigger(table, session.major)) return null;
    return expandContract(
      {
        table: operation.table,
        column: operation.column,
        type: written.type,
        value: written.using ?? quoteName(operation.column),
        notNull: column?.notNull === true,
        key: batchKey(step, table.id),
        primaryKey:
          primaryKeyOf(table)?.columns.join() === operation.column
            ? (primaryKeyOf(table)?.name ?? null)
            : null,
        major: session.major,
        dependents: dependentsOf(session.catalog, table, operation.column),
      },
      run,
    );
  },
});

const UNTIL: Readonly<Record<Match['work'], string>> = {
  rewrite: 'every row has been written anew',
  'build-index': 'the indexes on it are built anew',
  scan: 'every row has been checked again',
};

/** The length of a text type that not all old values fit into. */
function lengthLimit(from: TypeName, to: TypeName): number | null {
  const isText = to.name === 'varchar' || to.name === 'bpchar';
  return isText && narrowing(from, to) === 'fails' ? (to.modifiers[0] ?? null) : null;
}

/** The longest work that the change may need; what is certain comes before what is assumed. */
function workOf({ changed, table }: ColumnTypeChange): Pick<Match, 'work' | 'doubt'> | null {
  const verdicts: readonly (readonly [Match['work'], Verdict])[] = [
    ['rewrite', typeChangeRewrites(changed, table)],
    ['build-index', typeChangeRebuildsOne(changed, table)],
    ['scan', checksMentionColumn(changed, table)],
  ];
  for (const [work, verdict] of verdicts) {
    if (verdict === false) continue;
    return { work, doubt: verdict === true ? null : verdict.unless };
  }
  return null;
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
