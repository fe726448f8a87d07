import { columnOf, primaryKeyOf } from '../../analysis/catalog/find';
import { tableOf } from '../../analysis/catalog/resolve';
import type { Step } from '../../analysis/step';
import type { ConstraintDefinition } from '../../postgres/definition';
import type { TypeName } from '../../postgres/type-name';
import type { RelationName } from '../../postgres/name';
import { declaredConstraints } from '../declared-constraints';
import { columnsIn } from '../object-names';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { typeInWords } from '../type-words';

interface Match extends MatchBase {
  readonly table: RelationName;
  readonly column: string;
  readonly type: TypeName;
  readonly refers: boolean;
}

/** A new key, or a column that refers to one, that ends at two thousand million or before. */
export const integerPrimaryKey = stepRule<Match>({
  id: 'integer-primary-key',
  title: 'A key that ends at 2147483647',
  group: 'policy',
  severity: 'opt-in',
  judges: 'effect',
  kinds: ['create-table', 'add-primary-key', 'add-foreign-key'],

  check(step) {
    const found = new Map<string, Match>();
    for (const { table, constraint } of declaredConstraints(step)) {
      if (constraint.kind !== 'primary-key' && constraint.kind !== 'foreign-key') continue;
      const known = tableOf(step.after, table);
      for (const [at, name] of known === undefined ? [] : constraint.columns.entries()) {
        const type = known === undefined ? null : (columnOf(known, name)?.type ?? null);
        if (
          type === null ||
          !SMALL.has(type.name) ||
          found.has(name) ||
          isToldElsewhere(step, constraint, at)
        )
          continue;
        found.set(name, { table, column: name, type, refers: constraint.kind === 'foreign-key' });
      }
    }
    return [...found.values()];
  },

  message({ table, column, type, refers }) {
    const end = type.name === 'int2' ? '32767' : '2147483647';
    const what = refers ? 'refers to a key and' : 'is a key and';
    return `The ${columnsIn(table, [column])} ${what} is ${typeInWords(type)}: it ends at ${end}, from where on every INSERT fails`;
  },

  help() {
    return 'Use bigint.';
  },
});

/** A key that is an integer itself is told where it is made: what refers to it has to be one too. */
function isToldElsewhere(step: Step, constraint: ConstraintDefinition, at: number): boolean {
  if (constraint.kind !== 'foreign-key') return false;
  const referenced = tableOf(step.after, constraint.referenced);
  if (referenced === undefined) return false;
  const column = constraint.referencedColumns[at] ?? primaryKeyOf(referenced)?.columns[at] ?? '';
  return SMALL.has(columnOf(referenced, column)?.type?.name ?? '');
}

const SMALL: ReadonlySet<string> = new Set(['int2', 'int4', 'serial', 'smallserial']);
