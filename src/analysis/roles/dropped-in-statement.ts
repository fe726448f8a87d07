import type { Operation } from '../../postgres/operation';
import type { RelationId } from '../catalog/relation';
import type { CatalogObject } from '../fold/catalog-object';
import { doomedBy } from './doomed';
import { dropOf } from './drop-roots';
import type { Situation } from './situation';

/** The relations that the statement drops: DROP COLUMN and DROP CONSTRAINT come before all that adds and changes. */
export function relationsDropped(situation: Situation): ReadonlySet<RelationId> {
  const { statement, session } = situation;
  if (!statement.some(drops)) return NONE;
  if (asked.statement !== statement || asked.session !== session) {
    const objects = droppedBy(situation, statement);
    const relations = new Set(objects.flatMap((object) => (object.kind === 'relation' ? [object.id] : [])));
    asked = { statement, session, relations };
  }
  return asked.relations;
}

/** What parts of a statement that drop take along. */
export function droppedBy(situation: Situation, parts: readonly Operation[]): readonly CatalogObject[] {
  return parts.filter(drops).flatMap((operation) => {
    const drop = dropOf({ ...situation, operation });
    return drop === null ? [] : doomedBy(situation.session, drop.roots, drop.cascade).objects;
  });
}

const NONE: ReadonlySet<RelationId> = new Set();

/** What was asked last: each relation on which the statement works asks again. */
let asked: {
  readonly statement: Situation['statement'] | null;
  readonly session: Situation['session'] | null;
  readonly relations: ReadonlySet<RelationId>;
} = { statement: null, session: null, relations: NONE };

function drops({ kind }: Operation): boolean {
  return kind === 'drop-column' || kind === 'drop-constraint';
}
