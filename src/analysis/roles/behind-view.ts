import type { Expression } from '../../postgres/expression';
import { everyPart } from '../../postgres/expression';
import type { QueryWrite } from '../../postgres/query';
import { mapExpression } from '../catalog/expression-edit';
import { isTable, isView } from '../catalog/find';
import type { Relation, RelationId, View } from '../catalog/relation';
import { prunedPartitions } from './pruning';
import type { Situation } from './situation';
import { isHandled } from '../rewritten';

/**
 * Everything that planning a query over a view reaches, of any depth, with the partitions and heirs that are not ruled out. A
 * materialized view that is read is read itself.
 *
 * @param condition what the wanted rows of the view meet; `everything` where no condition counts, those of views neither
 * @param inFrom only what FOR UPDATE of the view reaches (rewriteHandler.c, markQueryForLocking)
 */
export function behindView(
  situation: Pick<Situation, 'session'>,
  view: Relation,
  condition: Expression | null | 'everything' = null,
  inFrom = false,
): readonly Relation[] {
  const found = new Set<Relation>();
  if (isView(view)) reach({ situation, found, seen: new Map(), inFrom }, view, condition);
  return [...found];
}

/** A write to a view as one to the relation whose rows it gives as they are, through any number of views; null where there is none. */
export function writtenThrough(
  situation: Situation,
  view: View,
  write: QueryWrite,
): { readonly views: readonly View[]; readonly base: Relation; readonly write: QueryWrite } | null {
  const views: View[] = [];
  let at = view;
  let own = write;
  for (;;) {
    const { plain } = at;
    const base = plain === undefined ? undefined : situation.session.catalog.relations.get(plain.relation);
    const handled = doesNothing(write) || isHandled(at, write);
    if (base === undefined || handled || views.length > MAX_VIEWS) return null;
    own = writeBehind(at, base, own);
    if (base.kind !== 'view') return { views, base, write: own };
    views.push(base);
    at = base;
  }
}

/** MERGE of which every clause says DO NOTHING reads what is behind the view, and no more. */
function doesNothing({ command, actions = [] }: QueryWrite): boolean {
  return command === 'merge' && actions.length === 0;
}

/** No statement can nest them deeper; a catalog that is only assumed may hold a circle. */
const MAX_VIEWS = 1000;

function writeBehind(view: View, base: Relation, through: QueryWrite): QueryWrite {
  const { condition: outer, ...write } = through;
  const { only, condition: within } = narrowingOf(view, base.id);
  const condition = both(within, throughView(view, outer ?? null));
  const columns =
    write.columns.length > 0 || write.command !== 'insert'
      ? write.columns
      : view.columns.map(({ name }) => name);
  return {
    ...write,
    only: only || (write.only && base.kind !== 'view'),
    columns: columns.map((name) => columnBehind(view, name) ?? name),
    values: write.values.map((row) => row.map((value) => withColumnsBehind(view, value))),
    ...(write.setOnConflict === undefined ? {} : { setOnConflict: setBehind(view, write.setOnConflict) }),
    ...(condition === null ? {} : { condition }),
  };
}

function setBehind(view: View, { columns, values }: SetOnConflict): SetOnConflict {
  return { columns: columns.map((name) => columnBehind(view, name) ?? name), values };
}

type SetOnConflict = NonNullable<QueryWrite['setOnConflict']>;

/** What a view reads beside the relation whose rows it gives. */
export function besidePlain(situation: Situation, view: View): readonly Relation[] {
  const others = view.reads.filter((id) => id !== view.plain?.relation);
  const found = new Set<Relation>();
  if (others.length > 0)
    reach({ situation, found, seen: new Map(), inFrom: false }, { ...view, reads: others }, null);
  return [...found];
}

/** What a view reads with ONLY. */
export function narrowedToOnly({ narrowed = [] }: View): readonly RelationId[] {
  return narrowed.flatMap(({ relation, only }) => (only ? [relation] : []));
}

/** Whether it wants not all rows of some relation. */
export function picksRows({ narrowed = [] }: View): boolean {
  return narrowed.some(({ condition }) => condition !== null);
}

/** What is gathered on the way through views. */
interface Reach {
  readonly situation: Pick<Situation, 'session'>;
  readonly found: Set<Relation>;
  readonly seen: Map<RelationId, 'partly' | 'wholly'>;
  readonly inFrom: boolean;
}

/** A view is gone through again where it comes up with another condition, once: then as a whole. */
function reach(into: Reach, view: View, condition: Expression | null | 'everything'): void {
  const { situation, found, seen, inFrom } = into;
  const before = seen.get(view.id);
  if (before === 'wholly') return;
  const wanted = before === undefined ? condition : null;
  seen.set(view.id, wanted === null || wanted === 'everything' ? 'wholly' : 'partly');
  for (const id of view.reads) {
    const relation = situation.session.catalog.relations.get(id);
    if (relation === undefined || (inFrom && isAside(view, id))) continue;
    const { only, condition: within } = narrowingOf(view, id);
    const rows =
      wanted === 'everything'
        ? wanted
        : both(within, view.plain?.relation === id ? throughView(view, wanted) : null);
    found.add(relation);
    if (relation.kind === 'view') reach(into, relation, rows);
    else if (isTable(relation) && !only)
      for (const part of prunedPartitions(situation, relation, rows === 'everything' ? null : rows))
        found.add(part);
  }
}

/** Whether a view reads a relation in expressions or WITH alone. */
export function isAside({ aside }: View, id: RelationId): boolean {
  return aside?.includes(id) === true;
}

function narrowingOf(
  view: View,
  id: RelationId,
): { readonly only: boolean; readonly condition: Expression | null } {
  return view.narrowed?.find(({ relation }) => relation === id) ?? { only: false, condition: null };
}

/** A condition on the columns of a view, as far as it speaks of columns behind it. */
function throughView(view: View, condition: Expression | null): Expression | null {
  if (condition === null || view.plain === undefined) return null;
  if (condition.kind === 'and')
    return condition.args.reduce<Expression | null>((all, part) => both(all, throughView(view, part)), null);
  const known = everyPart(condition).every(
    (part) => part.kind !== 'column' || columnBehind(view, part.name) !== null,
  );
  return known ? withColumnsBehind(view, condition) : null;
}

function withColumnsBehind(view: View, expression: Expression): Expression {
  return mapExpression(expression, (part) =>
    part.kind === 'column' ? { ...part, name: columnBehind(view, part.name) ?? part.name } : part,
  );
}

function columnBehind(view: View, name: string): string | null {
  return view.plain?.columns[view.columns.findIndex((column) => column.name === name)] ?? null;
}

function both(a: Expression | null, b: Expression | null): Expression | null {
  if (a === null || b === null) return a ?? b;
  return { kind: 'and', args: [a, b] };
}
