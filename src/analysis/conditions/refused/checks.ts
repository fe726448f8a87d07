import type { ConstraintDefinition } from '../../../postgres/definition';
import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import type { Expression } from '../../../postgres/expression';
import { adopts, ownKeys } from '../../catalog/adopted-key';
import type { KeyShape } from '../../catalog/adopted-key';
import { childrenOf, constraintNamed } from '../../catalog/find';
import { mergeableCheck } from '../../catalog/merged-check';
import type { Constraint, Table } from '../../catalog/relation';
import { tableOf } from '../../catalog/resolve';
import { partOf } from '../../roles/parent-and-part';
import { newKey } from '../../roles/same-key';
import type { Situation } from '../../roles/situation';
import { targetTable } from '../../roles/target';
import type { RefusalJudge } from './names';

/** CHECKs and foreign keys of heirs that cannot become parts of the parent's. Source: heap.c and tablecmds.c. */
export const CHECK_REFUSALS = {
  'check-conflicts': (situation) => {
    const added = checkAdded(situation);
    const table = targetTable(situation);
    if (added === undefined || table === undefined) return false;
    const own = mergeableCheck(table, added.constraint);
    if (own !== undefined)
      return (
        own.kind === 'check' &&
        sameText(own.expression, added.constraint.expression) &&
        (added.constraint.noInherit || (own.enforced && !added.constraint.enforced))
      );
    const { enforced, valid } = added.constraint;
    return metBelow(situation, table, added).some(
      (known) =>
        known.kind === 'check' && conflicts({ ...added.constraint, valid: valid && enforced }, known),
    );
  },
  'check-taken-in-heir': (situation) => {
    const added = checkAdded(situation);
    const table = targetTable(situation);
    return (
      added !== undefined &&
      table !== undefined &&
      metBelow(situation, table, added).some(
        ({ kind, origin }) => origin.certain && kind !== 'check' && kind !== 'not-null',
      )
    );
  },
  'heir-check-conflicts': (situation) => {
    const [parent, heir] = parentAndHeir(situation);
    return (
      parent?.constraints.some((constraint) => {
        const own = heir === undefined ? undefined : constraintNamed(heir, constraint.name);
        return (
          constraint.kind === 'check' &&
          !constraint.noInherit &&
          own?.kind === 'check' &&
          conflicts(constraint, own)
        );
      }) === true
    );
  },
  'key-enforced-otherwise': keyEnforcedOtherwise,
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

type Check = Extract<Constraint, { readonly kind: 'check' }>;

type Definition = Extract<ConstraintDefinition, { readonly kind: 'check' }>;

/** What a CHECK says, of the catalog or of a statement. */
type Rule = Pick<Check, 'expression' | 'valid' | 'enforced'>;

/** ADD CHECK with a name, without NO INHERIT or ONLY where it comes to heirs. */
function checkAdded({
  operation,
}: Situation):
  { readonly constraint: Definition; readonly name: string; readonly alone: boolean } | undefined {
  if (operation.kind !== 'add-check' || operation.constraint.name === null) return undefined;
  const { constraint, only } = operation;
  return { constraint, name: operation.constraint.name, alone: only || constraint.noInherit };
}

/** The constraints of heirs that have the name already: below an heir that has it nobody looks. */
function metBelow(
  situation: Situation,
  table: Table,
  added: { readonly name: string; readonly alone: boolean },
): readonly Constraint[] {
  if (added.alone) return [];
  return childrenOf(situation.session.catalog, table.id).flatMap((child) => {
    const known = constraintNamed(child, added.name);
    return known === undefined ? metBelow(situation, child, added) : [known];
  });
}

/** A CHECK of an heir says the same, and cannot become that of the parent. */
function conflicts(parent: Rule, own: Check): boolean {
  if (!own.origin.certain || !sameText(parent.expression, own.expression)) return false;
  return own.noInherit || (parent.valid && own.enforced && !own.valid) || (parent.enforced && !own.enforced);
}

function sameText(a: Expression, b: Expression): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function parentAndHeir(situation: Situation): readonly (Table | undefined)[] {
  const { operation, session } = situation;
  if (operation.kind === 'add-inherit') return [tableOf(session, operation.parent), targetTable(situation)];
  return operation.kind === 'attach-partition'
    ? [targetTable(situation), partOf(situation, 'attach-partition')[0]]
    : [];
}

/** A partition's own key on the same columns that is enforced where the parent's is not, or the other way round. */
function keyEnforcedOtherwise(situation: Situation): boolean {
  const { catalog } = situation.session;
  const [parent, part] = parentAndHeir(situation);
  if (parent !== undefined && part !== undefined)
    return parent.constraints.some((key) => key.kind === 'foreign-key' && differsIn(situation, key, part));
  const key = newKey(situation);
  const table = targetTable(situation);
  if (key === null || table?.kind !== 'partitioned table') return false;
  return childrenOf(catalog, table.id).some((child) => differsIn(situation, key, child));
}

/** The keys of a partition are looked at by their names, up to one that is taken for the parent's. */
function differsIn(situation: Situation, key: KeyShape, part: Table): boolean {
  for (const own of ownKeys(part).filter(({ origin }) => origin.certain)) {
    if (adopts(key, own, situation.session.major)) return false;
    const { onDelete, onUpdate, deferrable, initiallyDeferred, enforced } = own;
    if (
      enforced !== key.enforced &&
      adopts({ ...key, onDelete, onUpdate, deferrable, initiallyDeferred, enforced }, own, 18)
    )
      return true;
  }
  return childrenOf(situation.session.catalog, part.id).some((child) => differsIn(situation, key, child));
}
