import type { LikeOption } from '../../postgres/operations/table';
import { chooseStatisticsName } from '../catalog/generated-name';
import { indexesOf, isTable, isView } from '../catalog/find';
import type { Column, Relation, RelationId, Sequence, Table } from '../catalog/relation';
import { originOf } from '../origin';
import type { Session } from '../session';
import { buildIndex, planOf } from './build-index';
import { changeTable } from './change';
import type { ColumnPlace } from './column';
import { addSequence } from './column';
import type { GivenColumns } from './inherited-columns';

/** One LIKE whose source the catalog knows. */
export interface Like {
  readonly source: Relation;
  readonly including: readonly LikeOption[];
  /** How many columns of the table itself are written before it. */
  readonly after: number;
}

/** The columns that LIKE copies, with new sequences for INCLUDING IDENTITY. Source: transformTableLikeClause. */
export function likeColumns(
  session: Session,
  place: ColumnPlace,
  { source, including }: Like,
): readonly [Session, GivenColumns, readonly (readonly [Sequence, string])[]] {
  let result = session;
  const sequences: (readonly [Sequence, string])[] = [];
  const columns: Column[] = [];
  for (const column of 'columns' in source ? source.columns : []) {
    const identity = including.includes('identity') ? column.identity : null;
    // The copy's sequence is a bigint one, whatever the column is (parse_utilcmd.c, transformTableLikeClause).
    if (identity !== null) {
      const [next, sequence] = addSequence(result, place, column.name, 'int8', true);
      result = next;
      sequences.push([sequence, column.name]);
    }
    columns.push({
      ...column,
      notNull: false,
      default: including.includes('defaults') ? column.default : null,
      generated: including.includes('generated') ? column.generated : null,
      identity,
      storage: including.includes('storage') ? column.storage : null,
      compression: including.includes('compression') ? column.compression : null,
      addedBy: originOf(session),
      inherited: false,
    });
  }
  const constraints = isTable(source) ? source.constraints : [];
  const given: GivenColumns = {
    columns,
    notNull: constraints.flatMap((each) =>
      each.kind === 'not-null'
        ? [{ column: each.column, name: each.name, valid: true, noInherit: each.noInherit }]
        : [],
    ),
    checks: including.includes('constraints')
      ? constraints.flatMap((each) =>
          each.kind === 'check'
            ? [
                {
                  ...each,
                  inherited: false,
                  valid: each.enforced,
                  origin: originOf(session),
                  ...noInheritOf(session),
                },
              ]
            : [],
        )
      : [],
  };
  return [result, given, sequences];
}

/** Up to 12 a copied CHECK loses its NO INHERIT. */
function noInheritOf({ major }: Session): { readonly noInherit?: false } {
  return major < 13 ? { noInherit: false } : {};
}

/** Copies what LIKE … INCLUDING INDEXES and STATISTICS name, with names that the server makes up. Source: expandTableLikeClause. */
export function copyExtras(session: Session, id: RelationId, { source, including }: Like): Session {
  let result = session;
  if (including.includes('indexes') && (isTable(source) || source.kind === 'materialized view')) {
    for (const index of indexesOf(session.catalog, source.id)) {
      const owner = result.catalog.relations.get(id);
      if (owner === undefined || !(isTable(owner) || isView(owner)) || !index.complete) continue;
      const built = buildIndex(result, owner, planOf(session, index));
      if (built !== null) [result] = built;
    }
  }
  if (!including.includes('statistics') || !isTable(source)) return result;
  return source.statistics.reduce(
    (next, copied) =>
      changeTable(next, id, (table: Table) => ({
        ...table,
        statistics: [...table.statistics, { ...copied, name: chooseStatisticsName(next, table, copied) }],
      })),
    result,
  );
}
