import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import type { CompositeRelation } from '../../catalog/relation';
import { relationOf } from '../../catalog/resolve';
import type { Situation } from '../../roles/situation';
import { isSchemaMissing } from './missing-names';
import { isMissing, type RefusalJudge } from './names';

/** ALTER TYPE of attributes: it looks for a relation, which other types are not. Source: tablecmds.c. */
export const COMPOSITE_REFUSALS = {
  'composite-missing': (situation) =>
    situation.operation.kind === 'alter-composite-type' && isMissing(situation, situation.operation.type),
  'schema-of-composite-missing': (situation) =>
    situation.operation.kind === 'alter-composite-type' &&
    isSchemaMissing(situation, situation.operation.type.schema),
  'attribute-missing': (situation) => {
    const { operation } = situation;
    const type = compositeOf(situation);
    if (operation.kind !== 'alter-composite-type' || type === undefined) return false;
    const { change } = operation;
    if (change.kind === 'add' || (change.kind === 'drop' && change.missingOk)) return false;
    return !has(type, change.attribute);
  },
  'attribute-name-taken': (situation) => {
    const { operation } = situation;
    const type = compositeOf(situation);
    if (operation.kind !== 'alter-composite-type' || type === undefined) return false;
    const { change } = operation;
    const name = change.kind === 'add' ? change.attribute : change.kind === 'rename' ? change.to : null;
    return name !== null && has(type, name);
  },
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

/** The type as it is before the statement, where only one thing of it changes. */
function compositeOf({ operation, statement, session }: Situation): CompositeRelation | undefined {
  if (operation.kind !== 'alter-composite-type' || statement.length > 1) return undefined;
  const relation = relationOf(session, operation.type);
  return relation?.kind === 'composite type' && relation.origin.certain ? relation : undefined;
}

function has({ columns }: CompositeRelation, attribute: string): boolean {
  return columns.some(({ name }) => name === attribute);
}
