import { nameKey } from '../../analysis/catalog/catalog';
import { findFunctions, findType, relationOf } from '../../analysis/catalog/resolve';
import { usersOfType } from '../../analysis/catalog/uses';
import type { Session } from '../../analysis/session';
import type { Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { actsOf } from '../acts';
import type { DroppedObject } from '../dropped-objects';
import { droppedObjects, isObjectMadeHere, OBJECT_DROPS, originOfObject } from '../dropped-objects';
import { written } from '../object-names';
import { briefly, deploy } from '../repairs/steps';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { isNamed } from '../successors';
import { earlierTogether, endOfTransaction, endTogether } from '../together';

interface Match extends MatchBase {
  readonly objects: readonly DroppedObject[];
  readonly text: string;
  /** All of them are made again by what ships together, in another transaction. */
  readonly isRemade: boolean;
}

/** DROP of a view, type, function, sequence, extension: clients that use it fail. */
export const dropObject = stepRule<Match>({
  id: 'drop-object',
  title: 'Dropping a view, type, function or sequence breaks the clients that use it',
  group: 'dropping',
  severity: 'warning',
  judges: 'effect',
  kinds: OBJECT_DROPS,

  check(step, run) {
    return actsOf(step, ...OBJECT_DROPS).flatMap((act): readonly Match[] => {
      const ifExists = 'ifExists' in act.operation && act.operation.ifExists;
      const objects = droppedObjects(act).filter(
        (object) =>
          !isObjectMadeHere(object, act.before, step, run) &&
          !(ifExists && isCertainlyAbsent(object, act.before)) &&
          !isReplaced(object, step, run) &&
          !isLeftBySwap(object, act.before, step, run) &&
          !isOfServerOnly(object, act.before) &&
          !isFreed(object, act.before, step, run),
      );
      return objects.length === 0
        ? []
        : [{ objects, text: act.text, isRemade: objects.every((object) => isMadeAgain(object, step, run)) }];
    });
  },

  message({ objects, isRemade }) {
    const what = objects[0]?.what ?? 'object';
    const plural = objects.length === 1 ? what : `${what}s`;
    const which = `${plural} ${written(...objects.map(({ name }) => name))}`;
    return isRemade
      ? `Clients that use ${which} fail from here until ${objects.length === 1 ? 'it is' : 'they are'} created again, for no transaction holds the two together`
      : `Clients that still use ${which} fail from here on`;
  },

  help({ isRemade }) {
    return isRemade
      ? 'Drop it and create it again in one transaction.'
      : 'Drop it one release after the last code that uses it.';
  },

  repair({ text, isRemade }, run): Repair | null {
    if (isRemade) return null;
    return {
      summary: 'drop it once nobody uses it',
      steps: [
        deploy('no code uses it any more; keep one release between this and the drop.'),
        briefly(
          text.replace(/\s+cascade\s*$/i, ''),
          'without CASCADE, so that nothing goes unseen.',
          run.options,
        ),
      ],
    };
  },
});

function isCertainlyAbsent(object: DroppedObject, before: Session): boolean {
  const kept = object.kind !== null || object.what === 'extension';
  return kept && before.catalog.complete && originOfObject(object, before) === undefined;
}

/** Made again before the transaction ends: nobody sees it missing. */
function isReplaced({ kind, name }: DroppedObject, step: Step, run: RuleRun): boolean {
  return kind !== null && step.inTransaction && isNamed(endOfTransaction(step, run), kind, name);
}

/** Made again by what ships together, while others may look for it. */
function isMadeAgain({ kind, name }: DroppedObject, step: Step, run: RuleRun): boolean {
  return kind !== null && isNamed(endTogether(step, run), kind, name);
}

/** No client can name it, or has to: trigger functions, sequences that a column owns. */
function isOfServerOnly({ kind, name }: DroppedObject, before: Session): boolean {
  if (kind === 'function') {
    const functions = findFunctions(before, name);
    return functions.length > 0 && functions.every(({ returns }) => isTriggerType(returns?.name));
  }
  const relation = kind === 'relation' ? relationOf(before, name) : undefined;
  return relation?.kind === 'sequence' && relation.ownedBy !== null;
}

function isTriggerType(name: string | undefined): boolean {
  return name === 'trigger' || name === 'event_trigger';
}

/** A type whose columns went or changed in the same migration: those were told. */
function isFreed({ kind, name }: DroppedObject, before: Session, step: Step, run: RuleRun): boolean {
  const type = kind === 'type' ? findType(before, name) : undefined;
  if (type === undefined) return false;
  const key = nameKey(type.schema, type.name);
  const start = earlierTogether(step, run)[0]?.before.catalog;
  const had = start === undefined ? [] : usersOfType(start, key);
  return had.length > 0 && usersOfType(before.catalog, key).length === 0;
}

/** What a swap leaves over: it was renamed out of the way, and another goes by its name now (the enum swap that ORMs generate). */
function isLeftBySwap({ kind, name }: DroppedObject, before: Session, step: Step, run: RuleRun): boolean {
  if (kind === 'function' || kind === null) return false;
  return earlierTogether(step, run, 'alter-object', 'rename-table').some((earlier) =>
    actsOf(earlier, 'alter-object', 'rename-table').some(({ operation }) => {
      if (operation.kind === 'alter-object' && operation.change !== 'rename') return false;
      if (operation.to !== name.name) return false;
      const old = operation.kind === 'alter-object' ? operation.name : operation.table;
      return (findType(before, old) ?? relationOf(before, old)) !== undefined;
    }),
  );
}
