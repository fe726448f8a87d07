import { heirs, isTable } from '../../analysis/catalog/find';
import type { Table, Trigger } from '../../analysis/catalog/relation';
import { relationOf } from '../../analysis/catalog/resolve';
import type { Session } from '../../analysis/session';
import type { Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import type { OperationOf } from '../../postgres/operation';
import type { Act } from '../acts';
import type { RuleRun } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { namedAll } from '../words';
import { briefly, inPlace, migration } from './steps';
import { saysTheSame, triggerClauses } from './written-trigger';

/**
 * A guard in the WHEN of triggers that a migration would disable: a setting, by which what the transaction writes passes them by, while
 * they go on for everybody else. Null where not all of their definitions are known, or where it can say nothing.
 */
export function guardedTriggers(
  step: Step,
  { operation, before, statement }: Act<'enable-trigger'>,
  /** What enables them again in the same transaction. */
  restoredBy: Step | undefined,
  run: RuleRun,
): Repair | null {
  const table = relationOf(before, operation.table);
  if (table === undefined || !isTable(table) || step.inner.length > 0) return null;
  // What else the statements do would be lost.
  if (statement.length > 1 || (restoredBy?.operations.length ?? 1) > 1) return null;
  const triggers = triggersMeant(table, operation);
  const isKnown = triggers.every((trigger) => takesGuard(before, table, trigger));
  if (!isKnown || triggers.length === 0 || (operation.which !== 'named' && !table.complete)) return null;
  const setting = settingName(table, triggers);
  const guard = `current_setting('${setting}', true) IS DISTINCT FROM 'on'`;
  const make = (condition: (own: string | null) => string | null): readonly string[] =>
    triggers.flatMap((trigger) =>
      madeAnew(before, operation, trigger, condition(trigger.when?.text ?? null)),
    );
  const lock = canReplace(before, triggers)
    ? 'SHARE ROW EXCLUSIVE for a moment'
    : 'ACCESS EXCLUSIVE for a moment, in one transaction: nobody writes without the trigger';
  const set = `SET LOCAL ${setting} = 'on'`;
  const meanwhile = `what this transaction writes passes ${namedAll(triggers)} by, and nothing else does.`;
  const off =
    restoredBy === undefined ? '' : ` SET LOCAL ${setting} = 'off' stands in the place of ENABLE TRIGGER.`;
  return {
    summary: 'let only this migration pass the triggers by',
    ...(restoredBy === undefined ? {} : { covers: [restoredBy.statement.at] }),
    steps: [
      briefly(
        make((own) => (own === null ? guard : `${guard} AND (${own})`)),
        `${lock}.`,
        run.options,
      ),
      step.inTransaction
        ? inPlace(set, `locks nothing: ${meanwhile}${off}`)
        : migration(
            set,
            `locks nothing: the writes stand behind it, in the same transaction, and ${meanwhile}`,
          ),
      briefly(
        make((own) => own),
        `${lock}. While the guard is there, whoever sets ${setting} passes it by.${
          canReplace(before, triggers)
            ? ''
            : ' DROP TRIGGER takes a COMMENT of the trigger along: write it again.'
        }`,
        run.options,
      ),
    ],
  };
}

function triggersMeant(table: Table, { which, trigger }: OperationOf<'enable-trigger'>): readonly Trigger[] {
  return table.triggers.filter(
    ({ name, fires }) => fires !== 'never' && (which !== 'named' || name === trigger),
  );
}

/** A trigger of the parent is made anew on the parent alone, and what its partitions have of it fires as it does itself. */
function takesGuard(session: Session, table: Table, trigger: Trigger): boolean {
  if (trigger.inherited || !saysTheSame(session, trigger)) return false;
  if (!trigger.row || table.kind !== 'partitioned table') return true;
  return heirs(session.catalog, table.id).every(({ triggers }) =>
    triggers.every((each) => each.name !== trigger.name || each.fires === trigger.fires),
  );
}

/** CREATE OR REPLACE TRIGGER came with 14, and takes no constraint trigger. */
function canReplace(session: Session, triggers: readonly Trigger[]): boolean {
  return session.major >= 14 && triggers.every(({ constraint }) => constraint === null);
}

function madeAnew(
  session: Session,
  { table }: OperationOf<'enable-trigger'>,
  trigger: Trigger,
  when: string | null,
): readonly string[] {
  const name = quoteName(trigger.name);
  const on = quoteRelation(table);
  const clauses = `TRIGGER ${name} ${triggerClauses(session, table, trigger, when)}`;
  const fires =
    trigger.fires === 'origin'
      ? []
      : [`ALTER TABLE ${on} ENABLE ${trigger.fires.toUpperCase()} TRIGGER ${name}`];
  if (canReplace(session, [trigger])) return [`CREATE OR REPLACE ${clauses}`, ...fires];
  const kind = trigger.constraint === null ? '' : 'CONSTRAINT ';
  return [`DROP TRIGGER ${name} ON ${on}`, `CREATE ${kind}${clauses}`, ...fires];
}

/** A setting of any session's own, in letters that need no quotes, as long as a name may be. */
function settingName(table: Table, triggers: readonly Trigger[]): string {
  const [first] = triggers;
  const what =
    triggers.length === 1 && first !== undefined ? `skip_${first.name}` : `skip_triggers_of_${table.name}`;
  return `app.${what
    .toLowerCase()
    .replace(/[^a-z0-9_]/g, '_')
    .slice(0, 63)}`;
}
