import { columnOf, tableById } from '../../analysis/catalog/find';
import type { Column, RelationId, Table } from '../../analysis/catalog/relation';
import type { Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import type { ForeignKey } from '../foreign-keys';
import type { TypeName } from '../../postgres/type-name';
import { touchedTables } from '../foreign-keys';
import { madeConstraints } from '../repairs/made';
import { keyOnSecondColumns, typeInPlace } from '../repairs/type-of-key';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { printType } from '../sql-text';
import { named } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly table: Table;
  readonly column: Column;
  readonly other: Column;
}

const SERIALS: Readonly<Record<string, string>> = { smallserial: 'int2', serial: 'int4', bigserial: 'int8' };
/** The narrowest first. */
const NUMBERS: readonly string[] = ['int2', 'int4', 'int8', 'numeric'];

/** A foreign key between numbers of different types. */
export const foreignKeyTypeMismatch = stepRule<Match>({
  id: 'foreign-key-type-mismatch',
  title: 'A foreign key between different number types ends where the narrower one ends',
  group: 'constraints',
  severity: 'notice',
  judges: 'effect',
  kinds: ['add-foreign-key', 'create-table'],

  check: (step) => mismatches(step),

  message({ column, other }) {
    const [type, otherType] = [column, other].map(({ type: each }) => (each === null ? '' : printType(each)));
    return `${named(column)} is ${type ?? ''} and refers to ${named(other)}, which is ${otherType ?? ''}: comparing them needs a cast, and the narrower one ends first`;
  },

  help({ column, other }) {
    return width(column) > width(other)
      ? 'Give the key that is referred to the wider type, too, before its values run out.'
      : 'Give both columns the same type.';
  },

  repair({ step, table }, run): Repair | null {
    const found = mismatches(step);
    // Where the key is the narrower one, its table has to change, of which this statement does not speak.
    if (found.some(({ column, other }) => width(column) > width(other))) return null;
    const retyped = found.flatMap(({ column, other }) =>
      other.type === null ? [] : [{ column, type: printType(plainNumber(other.type)) }],
    );
    return typeInPlace(step, retyped) ?? keyOnSecondColumns(step, table, retyped, run);
  },
});

function mismatches(step: Step): readonly Match[] {
  return newKeys(step).flatMap(({ table, key }) => {
    const referenced = tableById(step.after.catalog, key.referenced);
    const owner = tableById(step.after.catalog, table);
    if (referenced === undefined || owner === undefined) return [];
    return key.columns.flatMap((name, at): readonly Match[] => {
      const column = columnOf(owner, name);
      const other = columnOf(referenced, key.referencedColumns[at] ?? '');
      if (column === undefined || other === undefined) return [];
      const [type, otherType] = [numberType(column), numberType(other)];
      return type === null || otherType === null || type === otherType
        ? []
        : [{ step, table: owner, column, other }];
    });
  });
}

function newKeys(step: Step): readonly { readonly table: RelationId; readonly key: ForeignKey }[] {
  return touchedTables(step).flatMap((table) =>
    madeConstraints(step, table).flatMap((key) =>
      key.kind === 'foreign-key' && !key.inherited ? [{ table, key }] : [],
    ),
  );
}

function numberType({ type }: Column): string | null {
  if (type === null || type.arrayDimensions > 0) return null;
  const { name } = plainNumber(type);
  return NUMBERS.includes(name) ? name : null;
}

function width(column: Column): number {
  return NUMBERS.indexOf(numberType(column) ?? '');
}

/** The type behind serial. */
function plainNumber(type: TypeName): TypeName {
  return { ...type, name: SERIALS[type.name] ?? type.name };
}
