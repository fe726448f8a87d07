import { relationOf } from '../../analysis/catalog/resolve';
import type { Table } from '../../analysis/catalog/relation';
import type { Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import type { Operation } from '../../postgres/operation';
import type { Performed } from '../performed';
import { performed, usedTable } from '../performed';
import { madeName } from '../repairs/made';
import { notNullSteps } from '../repairs/not-null';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { named } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly added: Performed<'add-check'>;
  readonly table: Table;
  readonly column: string;
}

/** (18) A helper CHECK on the way to SET NOT NULL, where NOT NULL … NOT VALID needs none. */
export const checkDetourToNotNull = stepRule<Match>({
  id: 'check-detour-to-not-null',
  title: 'NOT NULL can be added as NOT VALID itself, without a helper CHECK',
  group: 'changing-columns',
  severity: 'opt-in',
  judges: 'effect',
  kinds: ['add-check'],

  check(step, run) {
    if (run.major < 18) return [];
    return performed(step, 'add-check').flatMap((added): readonly Match[] => {
      const { expression, valid } = added.operation.constraint;
      const table = usedTable(added);
      const isHelper =
        expression.kind === 'is-null' && expression.negated && expression.arg.kind === 'column';
      if (valid || !isHelper || table === undefined) return [];
      const column = expression.arg.kind === 'column' ? expression.arg.name : '';
      const follows = run
        .laterInChangeSet(step, 'set-not-null')
        .some((later) =>
          performed(later, 'set-not-null').some(
            ({ operation, session }) =>
              operation.column === column && relationOf(session, operation.table)?.id === table.id,
          ),
        );
      return follows ? [{ step, added, table, column }] : [];
    });
  },

  message({ column }) {
    return `From 18 on ${named({ name: column })} needs no helper CHECK: a NOT NULL constraint can itself be added as NOT VALID`;
  },

  help() {
    return 'Add the NOT NULL constraint as NOT VALID, and VALIDATE it in the next migration.';
  },

  repair({ step, added, table, column }, run): Repair | null {
    const detour = detourOf({ step, added, table, column }, run);
    if (detour === null || added.inner || step.operations.length > 1) return null;
    return {
      summary: 'add NOT NULL itself as NOT VALID',
      covers: detour.map(({ statement }) => statement.at),
      steps: notNullSteps({ table: added.operation.table, column }, run.major, run.options),
    };
  },
});

/** The later statements of the detour, which are not needed; null where one of them does something else too. */
function detourOf({ step, added, table, column }: Match, run: RuleRun): readonly Step[] | null {
  const helper = madeName(step, table.id, added.operation);
  const isPart = (operation: Operation): boolean => {
    if (operation.kind === 'set-not-null') return operation.column === column;
    const isOfHelper = operation.kind === 'validate-constraint' || operation.kind === 'drop-constraint';
    return isOfHelper && operation.constraint === helper;
  };
  const steps = run
    .laterInChangeSet(step, 'validate-constraint', 'set-not-null', 'drop-constraint')
    .filter((later) =>
      later.operations.some((operation) => isPart(operation) && isOn(operation, later, table)),
    );
  const isWhole = steps.every((later) =>
    later.operations.every((operation) => isPart(operation) && isOn(operation, later, table)),
  );
  return isWhole ? steps : null;
}

function isOn(operation: Operation, { before }: Step, table: Table): boolean {
  return (
    'table' in operation && operation.table !== null && relationOf(before, operation.table)?.id === table.id
  );
}
