import { ownedSequences } from '../../analysis/catalog/find';
import type { RelationId } from '../../analysis/catalog/relation';
import { objectNameOf } from '../../analysis/catalog/generated-name';
import type { Repair, RepairStep } from '../../findings/finding';
import type { WrittenColumn } from '../../sql/column-clauses';
import { writtenColumn } from '../../sql/column-clauses';
import type { Performed } from '../performed';
import { subject } from '../performed';
import type { RewriteCause } from '../rewriting-columns';
import { isInlineKey } from '../rewriting-columns';
import type { RuleRun } from '../rule';
import { quoteName, quoteRelation, quoteText } from '../sql-text';
import type { Step } from '../../analysis/step';
import { backfill } from './backfill';
import { batchKey, madeConstraints } from './made';
import { notNullSteps } from './not-null';
import { briefly, migration } from './steps';
import { keySteps } from './unique';
import { CHECK_NOTES } from './validate-later';
import { withSubcommands, writtenAs } from './written';

/** All that the recipe needs to know of the new column. Texts are SQL. */
interface NewColumn {
  readonly step: Step;
  readonly added: Performed<'add-column'>;
  readonly written: WrittenColumn;
  readonly alter: string;
  /** `ADD COLUMN name type` with what costs nothing. */
  readonly plain: string;
  readonly column: string;
}

/** A column with a value for each row: added empty, filled in batches, then made what it shall be. */
export function computedColumn(
  { step, added }: { readonly step: Step; readonly added: Performed<'add-column'> },
  cause: RewriteCause,
  run: RuleRun,
): Repair | null {
  const clause = writtenAs(step, added.operation);
  const written = clause === null ? null : writtenColumn(clause.text);
  const table = subject(added);
  if (clause === null || written === null || written.type === null || table === undefined) return null;
  const column: NewColumn = {
    step,
    added,
    written,
    alter: `ALTER TABLE ${quoteRelation(added.operation.table)}`,
    plain: plainColumn(written, written.type.text),
    column: quoteName(added.operation.column.name),
  };
  const recipe = RECIPES[cause](column);
  const { operation, session } = added;
  // An identity has to be NOT NULL before, for which 11 has only the scan.
  if (recipe === null || (cause === 'identity' && session.major < 12)) return null;
  const fill = backfill({
    table: quoteRelation(operation.table),
    key: batchKey(step, table.id),
    set: `${column.column} = ${recipe.value}`,
    where: `${column.column} IS NULL`,
  });
  const notNull =
    operation.column.notNull || isInlineKey(added) || cause === 'serial' || cause === 'identity';
  const first = withSubcommands(step, clause, recipe.subcommands);
  return {
    summary: 'add the column empty and fill it in batches',
    steps: [
      briefly(
        [...recipe.before, ...(first === null ? [] : [first]), ...recipe.after],
        'ACCESS EXCLUSIVE for a moment: no row is written, new rows get their value.',
        run.options,
      ),
      fill,
      ...(notNull
        ? notNullSteps({ table: operation.table, column: operation.column.name }, session.major, run.options)
        : []),
      ...recipe.last(run),
      ...constraintSteps(column, table.id, run),
    ],
  };
}

/** What else stands at the column: the index of a key, a CHECK. Foreign keys go along, since the column is empty. */
function constraintSteps(
  { step, added, written, alter }: NewColumn,
  table: RelationId,
  run: RuleRun,
): readonly RepairStep[] {
  const { statement, operation } = added;
  const own = statement.flatMap((other) =>
    'withColumn' in other && other.withColumn && other.constraint.inlineAt === operation.column.name
      ? [other]
      : [],
  );
  const made = madeConstraints(step, table);
  const check = written.clauses.find(({ kind }) => kind === 'check');
  return own.flatMap((other): readonly RepairStep[] => {
    const name = other.constraint.name ?? made.find(({ kind }) => `add-${kind}` === other.kind)?.name;
    if (name === undefined) return [];
    if (other.kind === 'add-unique' || other.kind === 'add-primary-key') {
      const kind = other.kind === 'add-unique' ? 'unique' : 'primary-key';
      return keySteps({ ...other.constraint, kind, table: other.table, name }, run.options);
    }
    if (other.kind !== 'add-check' || check === undefined) return [];
    const text = check.text.slice(check.text.search(/check\s*\(/i));
    return [
      briefly(`${alter} ADD CONSTRAINT ${quoteName(name)} ${text} NOT VALID`, CHECK_NOTES.add, run.options),
      migration(`${alter} VALIDATE CONSTRAINT ${quoteName(name)}`, CHECK_NOTES.validate),
    ];
  });
}

interface Recipe {
  readonly before: readonly string[];
  readonly subcommands: readonly string[];
  readonly after: readonly string[];
  /** What an old row gets. */
  readonly value: string;
  last(run: RuleRun): readonly RepairStep[];
}

const NOTHING_LAST = { last: (): readonly RepairStep[] => [] };

const RECIPES: Readonly<Record<RewriteCause, (column: NewColumn) => Recipe | null>> = {
  volatile({ written, plain, column }) {
    const value = written.clauses
      .find(({ kind }) => kind === 'default')
      ?.text.replace(/^(constraint\s+("[^"]+"|\S+)\s+)?default\s+/i, '');
    if (value === undefined) return null;
    return {
      before: [],
      subcommands: [plain, `ALTER COLUMN ${column} SET DEFAULT ${value}`],
      after: [],
      value,
      ...NOTHING_LAST,
    };
  },

  serial({ step, added, written, alter, column }) {
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
      subcommands: [plainColumn(written, type)],
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

  stored({ added, written, plain, column, alter }) {
    const generated = written.clauses.find(({ kind }) => kind === 'generated')?.text;
    const expression = generated?.slice(generated.indexOf('('), generated.lastIndexOf(')') + 1);
    if (expression === undefined) return null;
    const { table } = added.operation;
    const name = quoteRelation({
      schema: table.schema,
      name: objectNameOf(table.name, added.operation.column.name, 'compute'),
    });
    const trigger = quoteName(objectNameOf(table.name, added.operation.column.name, 'compute'));
    return {
      before: [],
      subcommands: [plain],
      after: [
        `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.${column} := (SELECT ${expression} FROM (SELECT NEW.*) AS new_row); RETURN NEW; END $$`,
        `CREATE TRIGGER ${trigger} BEFORE INSERT OR UPDATE ON ${alter.slice('ALTER TABLE '.length)} FOR EACH ROW EXECUTE FUNCTION ${name}()`,
      ],
      value: expression,
      ...NOTHING_LAST,
    };
  },

  domain: () => null,
};

const SERIAL_TYPES: Readonly<Record<string, string>> = {
  smallserial: 'smallint',
  serial: 'integer',
  bigserial: 'bigint',
};

/** Clauses that cost nothing on a column without a value. */
const FREE: ReadonlySet<string> = new Set(['collate', 'storage', 'compression', 'references', 'null']);

function plainColumn(written: WrittenColumn, type: string): string {
  const kept = written.clauses.filter(({ kind }) => FREE.has(kind)).map(({ text }) => text);
  return ['ADD COLUMN', written.name, type, ...kept].join(' ');
}
