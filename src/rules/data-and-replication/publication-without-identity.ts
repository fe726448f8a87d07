import { isTable, tableById } from '../../analysis/catalog/find';
import type { Table } from '../../analysis/catalog/relation';
import type { Step } from '../../analysis/step';
import type { Repair, RepairStep } from '../../findings/finding';
import { fullName } from '../object-names';
import { hasIdentity, publishedBy } from '../replica-identity';
import type { Published } from '../replica-identity';
import { identityOfNew, identitySteps } from '../repairs/replica-identity';
import { inPlace } from '../repairs/steps';
import type { MatchBase, RuleRun } from '../rule';
import { runRule } from '../rule';
import { endTogether, isOurs } from '../together';
import { named } from '../words';

interface Match extends MatchBase {
  readonly migration: number;
  readonly step: number;
  readonly table: Table;
  readonly published: Published;
}

/** A table without an identity gets published, or is made where all tables are. */
export const publicationWithoutIdentity = runRule<Match>({
  id: 'publication-without-identity',
  title: 'UPDATE and DELETE fail on a published table without a key',
  group: 'data-and-replication',
  severity: 'error',
  judges: 'effect',
  on: 'change-set',

  check(_, run) {
    if (!mayPublish(run)) return [];
    const told = new Set<number>();
    return run.steps.flatMap((step) =>
      becomesPublished(step, run).flatMap(({ table, published }): readonly Match[] => {
        if (told.has(table.id) || step.rolledBack || !stays(table, step, run)) return [];
        told.add(table.id);
        return [{ migration: step.migration, step: step.index, table, published }];
      }),
    );
  },

  message({ table, published }) {
    return `${named(fullName(table))} has neither a primary key nor a replica identity, and ${published.by} publishes its changes: from now on every UPDATE and DELETE on it fails here, on the publisher (55000)`;
  },

  help() {
    return 'Give the table a primary key, or name a unique index as its identity, before it is published.';
  },

  repair({ step: at }, run): Repair | null {
    const step = run.steps[at];
    if (step === undefined || step.inner.length > 0) return null;
    const tables = becomesPublished(step, run).flatMap(({ table }) =>
      stays(table, step, run) ? [table] : [],
    );
    return {
      summary: 'let the rows be told apart before they are published',
      steps: [...ofUsed(tables, step, run), ...ofNew(tables, step, run)],
    };
  },
});

/** Tables that others use get their identity in migrations before the statement. */
function ofUsed(tables: readonly Table[], step: Step, run: RuleRun): readonly RepairStep[] {
  const used = tables.filter((table) => !isOurs(table, step, run));
  return used.flatMap((table) =>
    identitySteps({ table, session: step.before, columns: [], when: 'before the publication' }, run.options),
  );
}

/** Tables that nobody uses yet get theirs beside the statement. */
function ofNew(tables: readonly Table[], step: Step, run: RuleRun): readonly RepairStep[] {
  const made = tables.filter((table) => isOurs(table, step, run));
  if (made.length === 0) return [];
  const isThere = made.every(({ id }) => tableById(step.before.catalog, id) !== undefined);
  return [
    inPlace(
      made.map((table) => identityOfNew(table, step.after.catalog)),
      `${isThere ? 'before' : 'after'} the statement, while nobody uses the table yet.`,
    ),
  ];
}

function mayPublish(run: RuleRun): boolean {
  return run.options.publications.length > 0 || run.finalSession.catalog.publications.size > 0;
}

/** Tables that are published after the step and were not before it. */
function becomesPublished(
  step: Step,
  run: RuleRun,
): readonly { readonly table: Table; readonly published: Published }[] {
  const changes = step.operations.some(({ kind }) => PUBLISHES.has(kind));
  if (!changes) return [];
  const { before, after } = step;
  return [...after.catalog.relations.values()].filter(isTable).flatMap((table) => {
    const published = publishedBy(after.catalog, table, run.options);
    if (published?.changes !== true || table.kind === 'partitioned table') return [];
    const known = before.catalog.relations.get(table.id);
    const earlier =
      known === undefined || !isTable(known) ? null : publishedBy(before.catalog, known, run.options);
    return earlier?.changes === true ? [] : [{ table, published }];
  });
}

const PUBLISHES: ReadonlySet<string> = new Set([
  'create-publication',
  'alter-publication',
  'create-table',
  'create-table-as',
]);

/** It is still there, still published and still without an identity when all has run. */
function stays(table: Table, step: Step, run: RuleRun): boolean {
  const { catalog } = endTogether(step, run);
  const later = catalog.relations.get(table.id);
  if (later === undefined || !isTable(later)) return false;
  return (
    publishedBy(catalog, later, run.options)?.changes === true && hasIdentity(catalog, table.id) === false
  );
}
