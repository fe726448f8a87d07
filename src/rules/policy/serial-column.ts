import type { RelationName } from '../../postgres/name';
import { newColumns } from '../new-columns';
import { columnsIn } from '../object-names';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';

interface Match extends MatchBase {
  readonly table: RelationName;
  readonly column: string;
  readonly type: string;
}

/** serial in CREATE TABLE. */
export const serialColumn = stepRule<Match>({
  id: 'serial-column',
  title: 'serial makes a sequence with an owner and grants of its own',
  group: 'policy',
  severity: 'opt-in',
  judges: 'effect',
  kinds: ['create-table'],

  check(step) {
    return newColumns(step).flatMap(({ table, column: { name, type } }): readonly Match[] =>
      type !== null && type.schema === null && SERIAL.has(type.name)
        ? [{ table, column: name, type: type.name }]
        : [],
    );
  },

  message({ table, column, type }) {
    return `The ${columnsIn(table, [column])} is ${type}: its sequence has grants of its own, and whoever may INSERT needs them too`;
  },

  help({ type }) {
    return `Write ${TYPES[type] ?? 'bigint'} GENERATED ALWAYS AS IDENTITY.`;
  },
});

const TYPES: Readonly<Record<string, string>> = {
  serial: 'integer',
  bigserial: 'bigint',
  smallserial: 'smallint',
};
const SERIAL: ReadonlySet<string> = new Set(Object.keys(TYPES));
