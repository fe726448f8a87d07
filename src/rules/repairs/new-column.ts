import { baseOf } from '../../analysis/conditions/type-change';
import { isConstrained } from '../../analysis/conditions/new-column';
import { ownedSequences } from '../../analysis/catalog/find';
import { objectNameOf } from '../../analysis/catalog/generated-name';
import { findType } from '../../analysis/catalog/resolve';
import type { Step } from '../../analysis/step';
import type { RepairStep } from '../../findings/finding';
import type { Clause } from '../../sql/clauses';
import type { WrittenColumn } from '../../sql/column-clauses';
import { writtenColumn } from '../../sql/column-clauses';
import type { Performed } from '../performed';
import { performed, subject } from '../performed';
import { causeOf } from '../rewriting-columns';
import type { RewriteCause } from '../rewriting-columns';
import type { RuleRun } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { printType, quoteRelation, quoteText } from '../sql-text';
import { domainAsCheck } from './domain-as-check';
import { briefly } from './steps';
import { computeTrigger, takesSyncTrigger } from './sync-trigger';
import { writtenAs } from './written';

/** A column that a statement adds, as it is written. Texts are SQL. */
export interface NewColumn {
  readonly step: Step;
  readonly added: Performed<'add-column'>;
  readonly clause: Clause;
  readonly written: WrittenColumn;
  readonly alter: string;
  /** `ADD COLUMN name type` with what costs nothing. */
  readonly plain: string;
  readonly column: string;
  /** Old rows get a value at once in one of the columns of the statement, with which the server checks its foreign keys. */
  readonly isKeyLater: boolean;
}

/** What a new column is added as where the whole of it would write every row. */
export interface Recipe {
  readonly before: readonly string[];
  readonly subcommands: readonly string[];
  readonly after: readonly string[];
  /** What an old row gets; null where it has its value already. */
  readonly value: string | null;
  last(run: RuleRun): readonly RepairStep[];
}

/** Reads the subcommand that a column is added by; null where its text cannot be told. */
export function newColumn(step: Step, added: Performed<'add-column'>): NewColumn | null {
  const clause = writtenAs(step, added.operation);
  const written = clause === null ? null : writtenColumn(clause.text);
  if (clause === null || written === null || written.type === null) return null;
  const { column, table } = added.operation;
  const isKeyLater = performed(step, 'add-column').some(isFilled);
  return {
    step,
    added,
    clause,
    written,
    alter: `ALTER TABLE ${quoteRelation(table)}`,
    plain: plainColumn(written, behindDomain(added) ?? written.type.text, isKeyLater),
    column: quoteName(column.name),
    isKeyLater,
  };
}

/** The type of the column alone: what stands behind serial. */
export function plainType({ added, written }: NewColumn): string {
  return SERIAL_TYPES[added.operation.column.type?.name ?? ''] ?? written.type?.text ?? '';
}

/** The same with the steps that make it what it shall be; null where there is no way around the rewrite. */
export function recipeFor(cause: RewriteCause, column: NewColumn): Recipe | null {
  const recipe = RECIPES[cause](column);
  if (recipe === null || behindDomain(column.added) === null) return recipe;
  const { operation } = column.added;
  const { type } = operation.column;
  return {
    ...recipe,
    last: (run) => [
      ...recipe.last(run),
      ...(type === null ? [] : domainAsCheck(operation.table, operation.column.name, type, run.options)),
    ],
  };
}

/** A default that is noted once (parse_utilcmd.c, transformAlterTableStmt). */
function isFilled(added: Performed<'add-column'>): boolean {
  const { default: value } = added.operation.column;
  const cause = causeOf(added);
  const isNull = value === null || (value.kind === 'constant' && value.value === null);
  return !isNull && (cause === null || cause === 'domain');
}

/** The type behind a domain with constraints, which would have every row written; null for any other type. */
function behindDomain({ operation, session }: Performed<'add-column'>): string | null {
  const { type } = operation.column;
  if (type === null || type.arrayDimensions > 0 || !isConstrained(session, type)) return null;
  const domain = findType(session, type);
  return domain?.kind === 'domain' ? printType(baseOf(session, domain.type)) : null;
}

const NOTHING_LAST = { last: (): readonly RepairStep[] => [] };

const RECIPES: Readonly<Record<RewriteCause, (column: NewColumn) => Recipe | null>> = {
  volatile({ written, plain, column }) {
    const value = defaultOf(written);
    if (value === null) return null;
    return {
      before: [],
      subcommands: [plain, `ALTER COLUMN ${column} SET DEFAULT ${value}`],
      after: [],
      value,
      ...NOTHING_LAST,
    };
  },

  serial({ step, added, written, alter, column, isKeyLater }) {
    const table = subject(added);
    const { operation } = added;
    const sequence =
      table === undefined
        ? undefined
        : ownedSequences(step.after.catalog, table.id, operation.column.name)[0];
    const type = SERIAL_TYPES[operation.column.type?.name ?? ''];
    if (sequence === undefined || type === undefined) return null;
    const name = quoteRelation({ schema: operation.table.schema, name: sequence.name });
    const next = `nextval(${quoteText(name)})`;
    return {
      before: [],
      subcommands: [plainColumn(written, type, isKeyLater)],
      after: [
        `CREATE SEQUENCE ${name} AS ${type} OWNED BY ${quoteRelation(operation.table)}.${column}`,
        `${alter} ALTER COLUMN ${column} SET DEFAULT ${next}`,
      ],
      value: next,
      ...NOTHING_LAST,
    };
  },

  identity({ added, written, alter, plain, column }) {
    const { operation } = added;
    const identity = written.clauses.find(({ kind }) => kind === 'generated');
    if (identity === undefined) return null;
    const helper = quoteRelation({
      schema: operation.table.schema,
      name: objectNameOf(operation.table.name, operation.column.name, 'helper'),
    });
    const next = `nextval(${quoteText(helper)})`;
    const own = `pg_get_serial_sequence(${quoteText(quoteRelation(operation.table))}, ${quoteText(operation.column.name)})`;
    return {
      before: [`CREATE SEQUENCE ${helper}`],
      subcommands: [plain, `ALTER COLUMN ${column} SET DEFAULT ${next}`],
      after: [],
      value: next,
      last: (run) => [
        briefly(
          [
            `${alter} ALTER COLUMN ${column} DROP DEFAULT`,
            `${alter} ALTER COLUMN ${column} ADD ${identity.text}`,
            `SELECT setval(${own}, ${next}, false)`,
            `DROP SEQUENCE ${helper}`,
          ],
          'ACCESS EXCLUSIVE for a moment: the identity goes on where the helper sequence stopped.',
          run.options,
        ),
      ],
    };
  },

  stored({ added, written, plain }) {
    const { table, column } = added.operation;
    const relation = subject(added);
    const generated = written.clauses.find(({ kind }) => kind === 'generated')?.text;
    const expression = generated?.slice(generated.indexOf('('), generated.lastIndexOf(')') + 1);
    if (expression === undefined || relation === undefined) return null;
    if (!takesSyncTrigger(relation, added.session.major)) return null;
    return {
      before: [],
      subcommands: [plain],
      after: computeTrigger(table, column.name, column.name, expression).create,
      value: expression,
      ...NOTHING_LAST,
    };
  },

  domain({ added, written, plain }) {
    if (behindDomain(added) === null) return null;
    const value = defaultOf(written);
    return {
      before: [],
      subcommands: [value === null ? plain : `${plain} DEFAULT ${value}`],
      after: [],
      value: null,
      ...NOTHING_LAST,
    };
  },
};

const SERIAL_TYPES: Readonly<Record<string, string>> = {
  smallserial: 'smallint',
  serial: 'integer',
  bigserial: 'bigint',
};

/** The expression of a DEFAULT clause. */
export function defaultOf({ clauses }: WrittenColumn): string | null {
  const clause = clauses.find(({ kind }) => kind === 'default');
  return clause?.text.replace(/^(constraint\s+("[^"]+"|\S+)\s+)?default\s+/i, '') ?? null;
}

/** Clauses that cost nothing on a column without a value. */
const FREE: ReadonlySet<string> = new Set(['collate', 'storage', 'compression', 'references', 'null']);

function plainColumn(written: WrittenColumn, type: string, isKeyLater: boolean): string {
  const kept = written.clauses
    .filter(({ kind }) => FREE.has(kind) && !(isKeyLater && kind === 'references'))
    .map(({ text }) => text);
  return ['ADD COLUMN', written.name, type, ...kept].join(' ');
}
