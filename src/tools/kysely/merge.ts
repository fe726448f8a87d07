import type { Site } from '../../javascript/host';
import { joinSql, sqlAt } from '../../javascript/sql-text';
import type { TextValue, Value } from '../../javascript/value';
import { callValue } from '../../javascript/call';
import type { BuilderKind, Clause, Scope } from './builder';
import { builderHost, statementSql } from './builder';
import { columnsSql, conditionSql } from './condition';
import { joinCondition } from './join';
import { objectName } from './names';
import { insertValues, newQuery, queryKind, setsOf } from './query';

/** MERGE as far as its calls have come: what it merges into and from, and each WHEN with what it does. */
export interface MergeState {
  readonly target: Value | undefined;
  readonly schema: Value | undefined;
  readonly using: TextValue | undefined;
  readonly head: TextValue | undefined;
  readonly whens: readonly TextValue[];
}

/** `db.mergeInto('orders').using('changes', 'changes.id', 'orders.id').whenMatched().thenDelete()`. */
export function mergeKind(scope: Scope): BuilderKind<MergeState> {
  return {
    name: 'a merge',
    clauses: {
      using: (merge, [source, left, right], site) => ({
        ...merge,
        using: sqlAt(
          site.at,
        )`using ${objectName(source, merge.schema, site)} on ${joinCondition(scope, left, right, site)}`,
      }),
      ...whenClauses(scope, 'whenMatched', 'when matched'),
      ...whenClauses(scope, 'whenNotMatched', 'when not matched'),
      ...whenClauses(scope, 'whenNotMatchedBySource', 'when not matched by source'),
      thenDelete: then((_args, { at }) => sqlAt(at)`delete`),
      thenDoNothing: then((_args, { at }) => sqlAt(at)`do nothing`),
      thenUpdateSet: then(
        (args, site) => sqlAt(site.at)`update set ${joinSql(setsOf(scope, args, site), ', ', site.at)}`,
      ),
      thenUpdate: then(([build], site) => updateSql(scope, build, site)),
      thenInsertValues: then(([rows], site) => {
        const { columns, values } = insertValues(rows, site);
        return joinSql(
          [sqlAt(site.at)`insert`, ...(columns ? [columns] : []), ...(values ? [values] : [])],
          ' ',
          site.at,
        );
      }),
    },
    compile({ target, schema, using, head, whens }, site) {
      const into = sqlAt(site.at)`merge into ${objectName(target, schema, site)}`;
      const parts = [...(head ? [head] : []), into, ...(using ? [using] : []), ...whens];
      return joinSql(parts, ' ', site.at);
    },
  };
}

/** `whenMatched()`, `whenMatchedAnd('total', '>', 1)`, `whenMatchedAndRef('a', '=', 'b')`. */
function whenClauses(scope: Scope, name: string, words: string): Record<string, Clause<MergeState>> {
  return {
    [name]: (merge, _args, { at }) => add(merge, sqlAt(at)`${words}`),
    [`${name}And`]: (merge, args, site) =>
      add(merge, sqlAt(site.at)`${words} and ${conditionSql(scope, args, site)}`),
    [`${name}AndRef`]: (merge, args, site) =>
      add(merge, sqlAt(site.at)`${words} and ${columnsSql(args, site)}`),
  };
}

function then(action: (args: readonly Value[], site: Site) => TextValue): Clause<MergeState> {
  return (merge, args, site) => add(merge, sqlAt(site.at)`then ${action(args, site)}`);
}

function add(merge: MergeState, part: TextValue): MergeState {
  return { ...merge, whens: [...merge.whens, part] };
}

/** `thenUpdate((update) => update.set({ … }))`: an UPDATE without a table. */
function updateSql(scope: Scope, build: Value | undefined, site: Site): TextValue {
  const update = builderHost(
    scope,
    { ...queryKind(scope), compile: setsOnly },
    newQuery('update', undefined, undefined),
  );
  return statementSql(build === undefined ? update : callValue(build, [update], site), site);
}

function setsOnly({ sets }: { readonly sets: readonly TextValue[] }, { at }: Site): TextValue {
  return sqlAt(at)`update set ${joinSql(sets, ', ', at)}`;
}
