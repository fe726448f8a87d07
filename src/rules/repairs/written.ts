import type { Step } from '../../analysis/step';
import type { Operation } from '../../postgres/operation';
import type { Clause } from '../../sql/clauses';
import { lexemes, subcommandsOf } from '../../sql/clauses';

/** What an operation is called where it is written as a subcommand of ALTER TABLE. */
type SubcommandKind =
  | 'add-column'
  | 'drop-column'
  | 'add-check'
  | 'add-not-null'
  | 'add-unique'
  | 'add-primary-key'
  | 'add-exclusion'
  | 'add-foreign-key'
  | 'drop-constraint'
  | 'set-not-null'
  | 'alter-column-type'
  | 'set-expression'
  | 'other';

/** An ALTER TABLE as it is written, with the kind of each subcommand. */
interface Written {
  readonly head: Clause;
  readonly subcommands: readonly (Clause & { readonly kind: SubcommandKind })[];
}

const WRITTEN = new WeakMap<Step['statement'], Written | 'other'>();

/** Null for another statement. Several rules ask about the same one. */
function writtenStatement({ statement }: Step): Written | null {
  const known = WRITTEN.get(statement) ?? readWritten(statement.text);
  WRITTEN.set(statement, known);
  return known === 'other' ? null : known;
}

function readWritten(text: string): Written | 'other' {
  const written = subcommandsOf(text);
  if (written === null) return 'other';
  const subcommands = written.subcommands.map((clause) => ({ kind: kindOf(clause.text), ...clause }));
  return { head: written.head, subcommands };
}

/** The subcommand of ALTER TABLE that an operation was read from; null where it is none, or cannot be told. */
export function writtenAs(step: Step, operation: Operation): Clause | null {
  if (step.inner.length > 0) return null;
  const written = writtenStatement(step);
  if (written === null) return null;
  if ('withColumn' in operation && operation.withColumn) return null;
  const alike = step.operations.filter(
    (other) => other.kind === operation.kind && !('withColumn' in other && other.withColumn),
  );
  const candidates = written.subcommands.filter(({ kind }) => kind === operation.kind);
  return candidates.length === alike.length ? (candidates[alike.indexOf(operation)] ?? null) : null;
}

/** What stands in the place of a subcommand; nothing where it goes. */
export interface Instead {
  readonly clause: Clause;
  readonly instead: readonly string[];
}

/** The statement as it is written with other subcommands in the place of some; null where nothing is left of it. */
export function withSubcommands(step: Step, changes: readonly Instead[]): string | null {
  const written = writtenStatement(step);
  if (written === null) return null;
  const kept = written.subcommands.flatMap(
    (each) => changes.find(({ clause }) => clause.start === each.start)?.instead ?? [each.text],
  );
  return kept.length === 0 ? null : `${written.head.text} ${kept.join(', ')}`;
}

/** `ALTER TABLE [ONLY] name` as it is written. */
export function alterHead(step: Step): string | null {
  return writtenStatement(step)?.head.text ?? null;
}

function kindOf(subcommand: string): SubcommandKind {
  const words = lexemes(subcommand).map(({ word }) => word);
  const [first, second] = words;
  if (first === 'add') {
    const at = second === 'constraint' ? 3 : 1;
    return (
      ADDED[words[at] ?? ''] ?? (words[at] === 'not' ? 'add-not-null' : at === 1 ? 'add-column' : 'other')
    );
  }
  if (first === 'drop') return second === 'constraint' ? 'drop-constraint' : 'drop-column';
  if (first !== 'alter') return 'other';
  const rest = words.slice(second === 'column' ? 3 : 2);
  if (rest[0] === 'type' || (rest[0] === 'set' && rest[1] === 'data')) return 'alter-column-type';
  if (rest[0] === 'set' && rest[1] === 'expression') return 'set-expression';
  return rest.slice(0, 3).join(' ') === 'set not null' ? 'set-not-null' : 'other';
}

const ADDED: Readonly<Record<string, SubcommandKind>> = {
  check: 'add-check',
  unique: 'add-unique',
  primary: 'add-primary-key',
  exclude: 'add-exclusion',
  foreign: 'add-foreign-key',
};
