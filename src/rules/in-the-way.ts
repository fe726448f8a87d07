import { mentionsColumn } from '../analysis/catalog/expression-edit';
import { heirs } from '../analysis/catalog/find';
import type { CatalogObject } from '../analysis/fold/catalog-object';
import { dependentsOf } from '../analysis/fold/dependents';
import { dropOf } from '../analysis/roles/drop-roots';
import { doomedBy } from '../analysis/roles/doomed';
import type { Situation } from '../analysis/roles/situation';
import { targetTable } from '../analysis/roles/target';
import type { Step } from '../analysis/step';
import { describeObject } from './gone';
import { performed } from './performed';
import { listed, named } from './words';

/** Why the server refuses a step, with the names of what is in the way where it is something that depends on what changes. */
export function reasonIn(step: Step, { sqlState, reason }: Step['refusals'][number]): string {
  if (sqlState === '2BP01') {
    const names = step.operations.flatMap((operation) => keepers(situationOf(step, operation)));
    return names.length === 0
      ? reason
      : `${listed(names)} ${names.length === 1 ? 'depends' : 'depend'} on it`;
  }
  if (sqlState !== '0A000' || !reason.endsWith('uses the column')) return reason;
  const names = performed(step, 'alter-column-type').flatMap(users);
  return names.length === 0 ? reason : `${listed(names)} ${names.length === 1 ? 'uses' : 'use'} the column`;
}

function situationOf(step: Step, operation: Step['operations'][number]): Situation {
  return { operation, session: step.before, statement: step.operations };
}

/** What keeps something from being dropped without CASCADE. */
function keepers(situation: Situation): readonly string[] {
  const drop = dropOf(situation);
  if (drop === null || drop.cascade) return [];
  return described(
    situation,
    doomedBy(situation.session, drop.roots, false).refusedBy.map(({ object }) => object),
  );
}

/** What keeps the type of a column. */
function users(situation: Situation): readonly string[] {
  const { operation, session } = situation;
  const table = targetTable(situation);
  if (operation.kind !== 'alter-column-type' || table === undefined) return [];
  const { catalog, major } = session;
  const dependents = [table, ...heirs(catalog, table.id)].flatMap(({ id }) =>
    dependentsOf(catalog, major, { kind: 'column', table: id, name: operation.column }),
  );
  const keeping = dependents.filter(
    ({ object, how, certain }) => how === 'normal' && certain && object.kind !== 'column',
  );
  const publications = [...catalog.publications.values()].filter(({ tables }) =>
    tables.some((each) => each.table === table.id && mentionsColumn(each.where, operation.column)),
  );
  return [
    ...described(
      situation,
      keeping.map(({ object }) => object),
    ),
    ...publications.map((publication) => `publication ${named(publication)}`),
  ];
}

function described({ session }: Situation, objects: readonly CatalogObject[]): readonly string[] {
  return [...new Set(objects.map((object) => describeObject(object, session)))];
}
