import type { UserFunction } from '../../analysis/catalog/catalog';
import { callsFunction } from '../../analysis/catalog/expression-edit';
import { isIndex, isTable } from '../../analysis/catalog/find';
import type { Catalog } from '../../analysis/catalog/catalog';
import { findFunctions, functionMeant, nameForCreation } from '../../analysis/catalog/resolve';
import { callersOf } from '../../analysis/catalog/uses';
import type { Step } from '../../analysis/step';
import type { ObjectName } from '../../postgres/name';
import { actsOf } from '../acts';
import { written } from '../object-names';
import type { Repair } from '../../findings/finding';
import { alone, briefly } from '../repairs/steps';
import { quoteName } from '../../sql/quote-name';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { isMadeHere, laterTogether } from '../together';

interface Match extends MatchBase {
  readonly name: ObjectName;
  readonly users: readonly string[];
  /** The indexes, where they alone hold results. */
  readonly indexes: readonly string[] | null;
  readonly text: string;
  readonly major: number;
}

interface User {
  readonly words: string;
  /** Of an index: its name and that of its table. */
  readonly index: readonly string[];
}

/** Another body for a function whose results are stored. */
export const replaceFunctionUsedByIndex = stepRule<Match>({
  id: 'replace-function-used-by-index',
  title: 'An index over a function keeps the results of the old body',
  group: 'triggers-and-policies',
  severity: 'warning',
  judges: 'effect',
  kinds: ['create-function', 'alter-function'],

  check(step, run) {
    return actsOf(step, 'create-function', 'alter-function').flatMap(
      ({ operation, before, text }): readonly Match[] => {
        const [known, ...others] =
          operation.kind === 'create-function'
            ? findFunctions(before, nameForCreation(before, operation.name))
            : [functionMeant(before, operation.name, operation.parameters)];
        if (known === undefined || isMadeHere(known.origin, step, run)) return [];
        if (operation.kind === 'create-function') {
          if (
            !operation.replace ||
            operation.parameters.length !== known.parameters.length ||
            others.length > 0
          )
            return [];
          if (operation.source === known.source && (operation.volatility ?? 'volatile') === known.volatility)
            return [];
        } else if (operation.volatility === null || operation.volatility === known.volatility) return [];
        const users = usersOf(before.catalog, known).filter(({ index }) => !isBuiltAnew(index, step, run));
        if (users.length === 0) return [];
        const isIndexes = users.every(({ index }) => index.length > 0);
        const indexes = isIndexes ? users.map(({ index: [own = ''] }) => own) : null;
        const { major } = before;
        return [{ name: operation.name, users: users.map(({ words }) => words), indexes, text, major }];
      },
    );
  },

  message({ name, users }) {
    const listed =
      users.length <= 3 ? users.join(', ') : `${users.slice(0, 2).join(', ')} and ${users.length - 2} more`;
    return `${listed} ${users.length === 1 ? 'holds' : 'hold'} what the old ${written(name)} gave: nothing is computed or checked again, so that queries through it find other rows than the table has`;
  },

  help() {
    return 'Make a function under a new name, and a new index over it.';
  },

  repair({ indexes, text, major }, run): Repair | null {
    if (indexes === null || major < 12) return null;
    return {
      summary: 'build the indexes anew at once',
      steps: [
        briefly(
          text,
          'until the next step is done, queries through the index go by the old results.',
          run.options,
        ),
        ...indexes.map((index) =>
          alone(
            `REINDEX INDEX CONCURRENTLY ${quoteName(index)}`,
            'SHARE UPDATE EXCLUSIVE: reads and writes go on. If it fails it leaves an INVALID index that ends in "_ccnew": drop it.',
          ),
        ),
      ],
    };
  },
});

/** What holds results of a function. */
function usersOf(catalog: Catalog, { schema, name }: UserFunction): readonly User[] {
  return callersOf(catalog, name).flatMap((relation): readonly User[] => {
    if (isIndex(relation)) {
      const expressions = [...relation.keys.map(({ expression }) => expression), relation.predicate];
      if (!expressions.some((each) => callsFunction(each, schema, name))) return [];
      const table = catalog.relations.get(relation.table)?.name ?? '';
      return [{ words: `Index "${relation.name}"`, index: [relation.name, table] }];
    }
    if (!isTable(relation)) return [];
    return [
      ...relation.constraints.flatMap((each): readonly User[] =>
        each.kind === 'check' && callsFunction(each.expression, schema, name)
          ? [{ words: `Constraint "${each.name}" on "${relation.name}"`, index: [] }]
          : [],
      ),
      ...relation.columns.flatMap((column): readonly User[] =>
        column.generated?.storage === 'stored' && callsFunction(column.generated.expression, schema, name)
          ? [{ words: `Column "${column.name}" of "${relation.name}"`, index: [] }]
          : [],
      ),
      ...(relation.partitioning?.keys.some(({ expression }) => callsFunction(expression, schema, name)) ===
      true
        ? [{ words: `The partition key of "${relation.name}"`, index: [] }]
        : []),
    ];
  });
}

function isBuiltAnew(index: readonly string[], step: Step, run: RuleRun): boolean {
  return laterTogether(step, run, 'reindex', 'drop-index').some((later) =>
    actsOf(later, 'reindex', 'drop-index').some(({ operation }) =>
      operation.kind === 'reindex'
        ? operation.name === null || index.includes(operation.name.name)
        : operation.indexes.some(({ name }) => index.includes(name)),
    ),
  );
}
