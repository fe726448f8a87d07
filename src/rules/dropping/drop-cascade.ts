import { isIndex } from '../../analysis/catalog/find';
import type { CatalogObject } from '../../analysis/fold/catalog-object';
import type { Session } from '../../analysis/session';
import type { Repair } from '../../findings/finding';
import { actsOf } from '../acts';
import { describeObject, dropStatement, goneWith, isPartOfOther, isObjectOurs } from '../gone';
import { fullName } from '../object-names';
import { inPlace } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { namedAll } from '../words';

interface Match extends MatchBase {
  readonly objects: readonly CatalogObject[];
  readonly before: Session;
  readonly text: string;
}

const KINDS = [
  'drop-table',
  'drop-view',
  'drop-sequence',
  'drop-index',
  'drop-type',
  'drop-function',
  'drop-extension',
  'drop-object',
  'drop-column',
  'drop-constraint',
] as const;

/** DROP … CASCADE: what depends on it goes too, without being named. */
export const dropCascade = stepRule<Match>({
  id: 'drop-cascade',
  title: 'CASCADE drops what depends on the object, and nobody named it',
  group: 'dropping',
  severity: 'warning',
  judges: 'effect',
  kinds: KINDS,

  check(step, run) {
    return actsOf(step, ...KINDS).flatMap((act): readonly Match[] => {
      const { operation, before } = act;
      if (!('cascade' in operation) || !operation.cascade) return [];
      const gone = goneWith(act);
      if (gone !== null && gone.roots.length > 0) {
        if (gone.roots.every((root) => isObjectOurs(root, before, step, run))) return [];
      } else if (before.catalog.complete) return [];
      // Triggers of a function: `drop-trigger`.
      const objects = (gone?.byCascade ?? []).filter(
        (object) =>
          object.kind !== 'trigger' &&
          !isPartOfOther(object, gone?.byCascade ?? [], before) &&
          !isObjectOurs(object, before, step, run),
      );
      if (objects.length === 0 && before.catalog.complete) return [];
      return [{ objects, before, text: act.text }];
    });
  },

  message({ objects, before }) {
    const names = objects.map((object) => describeObject(object, before));
    if (names.length === 0)
      return 'CASCADE also drops whatever depends on this (views, foreign keys of other tables, defaults), unless nothing does';
    const listed =
      names.length <= 4 ? sentence(names) : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
    const others = before.catalog.complete ? '' : ', and whatever else depends on it';
    return `CASCADE also drops ${listed}${others}${closing(objects, before)}`;
  },

  help() {
    return 'Drop what depends on it by name, and leave CASCADE out.';
  },

  repair({ objects, before, text }): Repair | null {
    const statements = [...objects].reverse().map((object) => dropStatement(object, before));
    const plain = text.replace(/\s+cascade\s*$/i, '');
    if (plain === text || statements.length === 0) return null;
    return {
      summary: 'name what goes',
      steps: [
        inPlace(
          [...statements.flatMap((sql) => sql ?? []), plain],
          'without CASCADE the server refuses to drop what something else needs, so that nothing goes unseen.',
        ),
      ],
    };
  },
});

/** Which tables lose a part and are closed for it: not what goes as a whole. */
function closing(objects: readonly CatalogObject[], { catalog }: Session): string {
  const ids = objects.flatMap((object) => {
    if ('table' in object) return [object.table];
    if (object.kind !== 'relation') return [];
    const relation = catalog.relations.get(object.id);
    return relation !== undefined && isIndex(relation) ? [relation.table] : [];
  });
  const tables = [...new Set(ids)].flatMap((id) => catalog.relations.get(id) ?? []);
  if (tables.length === 0)
    return catalog.complete ? '' : '; every table that loses a part is closed (ACCESS EXCLUSIVE lock)';
  return `; reads and writes of ${namedAll(tables.map(fullName))} wait for the ACCESS EXCLUSIVE lock until the transaction commits`;
}

function sentence(names: readonly string[]): string {
  return names.length === 1
    ? (names[0] ?? '')
    : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;
}
