import type { RoleName } from '../../postgres/effects/role';
import type { Expression } from '../../postgres/expression';
import { everyPart } from '../../postgres/expression';
import { hashParentsIn, sequencesIn } from '../catalog/expression-edit';
import { functionsCalledIn } from '../catalog/callers';
import { isTable, ownedSequences } from '../catalog/find';
import type { Relation, Table } from '../catalog/relation';
import { relationOf } from '../catalog/resolve';
import { isNew } from '../exemption';
import { folded } from '../conditions/folded-constant';
import { leavesOf } from './family';
import { expressionsRun } from './functions';
import { constraintNamedBy } from './named-constraint';
import { queriesOf, tableWrites } from './query';
import { rowsWritten } from './rows-written';
import type { Resolver, RoleAnswer, Situation } from './situation';
import { all } from './situation';
import { targetTable } from './target';

/** Relations that calls of the server's own functions name by a constant. */
export const CALL_ROLES = {
  'sequences-called': sequencesCalled,
  'hash-parents-called': hashParentsCalled,
} satisfies Partial<Record<RoleName, Resolver>>;

const SEQUENCE_FUNCTIONS: ReadonlySet<string> = new Set(['nextval', 'setval', 'currval']);

/** They are strict: with a NULL among the arguments they are not run. */
function sequencesCalled({ operation, session }: Situation): RoleAnswer {
  const found = queriesOf(operation, session).flatMap(({ query, runs }) =>
    runs
      ? query.calls.flatMap(({ name, args }): readonly Relation[] =>
          SEQUENCE_FUNCTIONS.has(name.name) && !args.some(isNull)
            ? sequencesNamed(session, { kind: 'call', name, args }, args)
            : [],
        )
      : [],
  );
  return all(found);
}

function isNull(argument: Expression): boolean {
  return folded(argument)?.type === 'null';
}

function sequencesNamed(
  session: Situation['session'],
  call: Expression,
  args: readonly Expression[],
): readonly Relation[] {
  const [first] = args;
  if (first?.kind === 'call' && first.name.name === 'pg_get_serial_sequence')
    return serialSequence(session, first.args);
  return sequencesIn(call).flatMap((name) => {
    const relation = relationOf(session, name);
    return relation?.kind === 'sequence' ? [relation] : [];
  });
}

function serialSequence(
  session: Situation['session'],
  [table, column]: readonly Expression[],
): readonly Relation[] {
  if (table?.kind !== 'constant' || column?.kind !== 'constant') return [];
  const [name = '', schema = null] = String(table.value)
    .split('.')
    .map((part) => part.replaceAll('"', ''))
    .reverse();
  const relation = relationOf(session, { schema, name });
  return relation === undefined ? [] : ownedSequences(session.catalog, relation.id, String(column.value));
}

/** Whether an expression is worked out for a row: `no` leaves what planning works out of constants. */
type Runs = 'yes' | 'no' | 'perhaps';

/** An expression that a statement may come to work out. */
interface Worked {
  readonly expression: Expression;
  readonly runs: Runs;
}

const HASHES = 'satisfies_hash_partition';

/**
 * satisfies_hash_partition is immutable: of constants planning works it out, row or no row, and of a row's columns the run does. It
 * opens the table that it names, unless that, the modulus or the remainder is NULL. As measured on 11 and 18. Source: partbounds.c.
 */
function hashParentsCalled(situation: Situation): RoleAnswer {
  const { session } = situation;
  const found: Relation[] = [];
  let sure = true;
  for (const { expression, runs } of [...workedByQueries(situation), ...workedByChange(situation)])
    for (const call of everyPart(expression)) {
      if (call.kind !== 'call' || call.name.name !== HASHES) continue;
      const { args } = call;
      const constant = args.every(isConstant);
      if (args.slice(0, 3).some(isNull) || (runs === 'no' && !constant)) continue;
      const [table] = hashParentsIn({ ...call, args: args.slice(0, 1) });
      const relation = table === undefined ? undefined : relationOf(session, table);
      if (relation === undefined) continue;
      found.push(relation);
      sure &&= constant || runs === 'yes';
    }
  return sure ? all(found) : { unless: 'no row comes to it', ...all(found) };
}

function isConstant(argument: Expression): boolean {
  return everyPart(argument).every(({ kind }) => kind === 'constant' || kind === 'cast');
}

/** What queries call, and the CHECKs of the rows that they write: these are made ready along with the first row. */
function workedByQueries(situation: Situation): readonly Worked[] {
  const { operation, session } = situation;
  const called = queriesOf(operation, session).flatMap(({ query, runs }) =>
    query.calls.flatMap(({ name, args }): readonly Worked[] =>
      name.name === HASHES
        ? [
            {
              expression: { kind: 'call', name, args },
              runs: !runs ? 'no' : query.bare === true ? 'yes' : 'perhaps',
            },
          ]
        : [],
    ),
  );
  const written = tableWrites(situation).flatMap((writing): readonly Worked[] => {
    const checks = writing.runs && writing.write.command !== 'delete' ? hashChecks(writing.relation) : [];
    const runs = checks.length === 0 ? 'no' : rowsWritten(session, writing);
    return runs === 'no' ? [] : checks.map((expression) => ({ expression, runs }));
  });
  return [...called, ...written];
}

function hashChecks({ constraints }: Table): readonly Expression[] {
  return constraints.flatMap((each) =>
    each.kind === 'check' && each.enforced && functionsCalledIn(each.expression).includes(HASHES)
      ? [each.expression]
      : [],
  );
}

/** What a change of a table works out for each of its rows. */
function workedByChange(situation: Situation): readonly Worked[] {
  const { operation, session } = situation;
  const validated = operation.kind === 'validate-constraint' ? constraintNamedBy(situation) : undefined;
  const expressions =
    validated?.kind === 'check' && !validated.valid ? [validated.expression] : expressionsRun(situation);
  const table = expressions.length === 0 ? undefined : targetTable(situation);
  if (table === undefined) return [];
  const runs = rowsOf(session, table);
  return expressions.map((expression) => ({ expression, runs }));
}

function rowsOf(session: Situation['session'], table: Table): Runs {
  const leaves = leavesOf(session.catalog, table).filter(isTable);
  if (leaves.some(({ rows }) => rows === 'some')) return 'yes';
  return leaves.every((leaf) => leaf.rows === 'none' && isNew(session, leaf)) ? 'no' : 'perhaps';
}
