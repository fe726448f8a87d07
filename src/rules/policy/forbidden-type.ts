import type { RelationName } from '../../postgres/name';
import type { TypeName } from '../../postgres/type-name';
import { newColumns } from '../new-columns';
import { columnsIn } from '../object-names';
import { ownOperations } from '../own-operations';
import { parametersOf } from '../parameters';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { isTypeOf, typeInWords } from '../type-words';

interface Match extends MatchBase {
  readonly table: RelationName;
  readonly column: string;
  readonly type: TypeName;
}

const ID = 'forbidden-type';
const PARAMETERS = {
  types: {
    kind: 'list',
    default: ['char(n)', 'varchar(n)', 'money', 'json', 'timestamp', 'timetz'],
    says: 'The types that are not wanted: "json", "char(n)" for any length, "timestamp(0)".',
  },
} as const;

/** A new column, or a changed one, of a type that the team does not want. */
export const forbiddenType = stepRule<Match>({
  id: ID,
  title: 'A type that the team does not want',
  group: 'policy',
  severity: 'opt-in',
  judges: 'effect',
  kinds: ['create-table', 'add-column', 'alter-column-type'],
  parameters: PARAMETERS,

  check(step, run) {
    const { types } = parametersOf(run, ID, PARAMETERS);
    const declared = newColumns(step).map(({ table, column: { name, type } }) => ({
      table,
      column: name,
      type,
    }));
    const changed = ownOperations(step).flatMap((operation) =>
      operation.kind === 'alter-column-type'
        ? [{ table: operation.table, column: operation.column, type: operation.type }]
        : [],
    );
    return [...declared, ...changed].flatMap(({ table, column, type }): readonly Match[] =>
      type !== null && types.some((pattern) => isTypeOf(type, pattern)) ? [{ table, column, type }] : [],
    );
  },

  message({ table, column, type }) {
    return `The ${columnsIn(table, [column])} is ${typeInWords(type)}, which the configuration does not want`;
  },

  help({ type }) {
    return INSTEAD[type.name] ?? 'Use another type.';
  },
});

const INSTEAD: Readonly<Record<string, string>> = {
  bpchar: 'Use text, with a CHECK on its length where there is a limit.',
  varchar: 'Use text, with a CHECK on its length where there is a limit.',
  money: 'Use numeric.',
  float4: 'Use numeric for amounts.',
  float8: 'Use numeric for amounts.',
  json: 'Use jsonb.',
  timestamp: 'Use timestamptz.',
  timetz: 'Use time, or timestamptz.',
};
