import type { FilePath } from '../sql/source';
import type { Direction, Extraction } from '../tools/tool';
import type { Discovered, DiscoveredSequence } from './discover';

/** A migration in its place of a plan. */
export interface PlannedMigration extends Discovered {
  readonly judged: boolean;
  /** The change set deletes it: it ran before, and its end is judged. */
  readonly gone: boolean;
  /** Its place in the order of the tool. */
  readonly place: number;
  /** A file of its own takes it back; null where the tool keeps both ways in one file, or no file of the sequence goes back. */
  readonly hasDown: boolean | null;
}

/** A sequence with what is judged in it and the history before; migrations after the last judged one are left out. */
export interface PlannedSequence {
  readonly sequence: string;
  readonly migrations: readonly PlannedMigration[];
}

/** What to judge, and what of the rest counts as history. */
export interface Selection {
  readonly judged: ReadonlySet<FilePath>;
  /** What the change set deletes, of what is asked about. */
  readonly gone?: ReadonlySet<FilePath>;
  /** False: nothing but the judged migrations is read. */
  readonly history: boolean;
  readonly direction: Direction;
  /**
   * `in-place`: what sorts before a judged migration is its history, and the judged ones stand in their places · `first`: all that is not
   * judged is history, before all that is (a change set: what is at the base ran whatever its version).
   */
  readonly order: 'in-place' | 'first';
}

/** What a deleted migration does from now on. */
export const NOTHING_LEFT: Extraction = { fragments: [], gaps: [], transaction: 'unknown' };

/** The sequences that have something to judge, each in the order it is read. */
export function plan(
  sequences: readonly DiscoveredSequence[],
  selection: Selection,
): readonly PlannedSequence[] {
  return sequences.flatMap((sequence): readonly PlannedSequence[] => {
    const running = sequence.migrations.filter(
      ({ claim }) =>
        claim.direction === 'both' ||
        claim.direction === 'up' ||
        (selection.direction === 'down' && selection.judged.has(claim.path)),
    );
    const judged = running.filter(
      ({ claim }) =>
        selection.judged.has(claim.path) &&
        (claim.direction === 'both' || claim.direction === selection.direction),
    );
    const gone = running.filter(({ claim }) => selection.gone?.has(claim.path) === true);
    if (judged.length === 0 && gone.length === 0) return [];
    const isJudged = new Set(judged);
    const others = selection.history
      ? running.filter((migration) => !isJudged.has(migration) && migration.claim.direction !== 'down')
      : [];
    const ordered =
      selection.order === 'first' ? [...others, ...judged] : inPlace(running, isJudged, new Set(others));
    const places = new Map(sequence.migrations.map((migration, place) => [migration, place]));
    const downs = new Set(
      sequence.migrations.flatMap(({ claim }) => (claim.direction === 'down' ? [claim.version] : [])),
    );
    return [
      {
        sequence: sequence.sequence,
        migrations: [
          ...ordered.map((migration) => ({
            judged: isJudged.has(migration),
            gone: false,
            place: places.get(migration) ?? -1,
            hasDown: hasDown(migration, downs),
            ...migration,
          })),
          ...gone.map((migration) => ({
            judged: true,
            gone: true,
            place: places.get(migration) ?? -1,
            hasDown: null,
            ...migration,
          })),
        ],
      },
    ];
  });
}

function inPlace(
  running: readonly Discovered[],
  judged: ReadonlySet<Discovered>,
  others: ReadonlySet<Discovered>,
): readonly Discovered[] {
  const last = running.findLastIndex((migration) => judged.has(migration));
  return running.slice(0, last + 1).filter((migration) => judged.has(migration) || others.has(migration));
}

function hasDown({ claim }: Discovered, downs: ReadonlySet<Discovered['claim']['version']>): boolean | null {
  return claim.direction !== 'up' || downs.size === 0 ? null : downs.has(claim.version);
}
