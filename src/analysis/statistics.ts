import type { RelationReference } from './step';

/** What a live database says of one relation. */
export interface RelationStatistics {
  readonly rows: number;
  readonly bytes?: number;
  /** Rows written in a second, over a usual day. */
  readonly writesPerSecond?: number;
  /** The highest value so far of the integer key of a table. */
  readonly lastValue?: number;
}

/** By `schema.name`, or `name` in the schema that everybody has. */
export type Statistics = Readonly<Record<string, RelationStatistics>>;

/** Below it all work is done in a moment. */
const SMALL_ROWS = 10_000;

/** What is known of the size and traffic of a relation; undefined where nobody has told. */
export function statisticsOf(
  statistics: Statistics | undefined,
  { name }: Pick<RelationReference, 'name'>,
): RelationStatistics | undefined {
  if (statistics === undefined) return undefined;
  const short = name.startsWith('public.') ? name.slice('public.'.length) : name;
  for (const key of [name, short]) if (Object.hasOwn(statistics, key)) return statistics[key];
  return undefined;
}

/** Whether a relation is known to be so small that no work on it takes long. */
export function isSmall(
  statistics: Statistics | undefined,
  relation: Pick<RelationReference, 'name'>,
): boolean {
  const known = statisticsOf(statistics, relation);
  return known !== undefined && known.rows < SMALL_ROWS;
}
