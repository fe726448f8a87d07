import { verbatimFragment } from '../../sql/fragment';
import type { SourceFile } from '../../sql/source';
import type { Marker } from '../sql-sections';
import { fragmentOf, markersOf, stretchesOf } from '../sql-sections';
import type { Direction, ExtractContext, Extraction } from '../tool';
import { evolutionTransaction, isEvolution, withSemicolons } from './play';

/**
 * Markers by which runners of all kinds keep both directions in one file: Play (`# --- !Ups`), MyBatis (`-- //@UNDO`), tern
 * (`---- create above / drop below ----`), micrate, rambler, home-made ones (`-- Up`, `-- Down`). Without a marker for the way up,
 * only what can mean nothing else begins the way down.
 */
const UP =
  /(?:#|--).*!Ups\b.*|--\s*[-=+!@]*\s*(?:(?:migrate|micrate|rambler)[: ]\s*)?up(?:\s*migration)?\s*:?\s*[-=]*|--\s*\/\/\s*@DO/i;
const CERTAIN_DOWN = /(?:#|--).*!Downs\b.*|--\s*\/\/\s*@UNDO|-{4}\s*create above\s*\/\s*drop below\s*-{4}/i;
const DOWN = new RegExp(
  `${CERTAIN_DOWN.source}|--\\s*[-=+!@]*\\s*(?:(?:migrate|micrate|rambler)[: ]\\s*)?(?:down|undo|rollback)(?:\\s*migration)?\\s*:?\\s*[-=]*`,
  'i',
);
/** What takes a file out of the transaction: of tern, of postgres-migrations, and of runners that say it in the name. */
const NO_TRANSACTION = /^----\s*tern:\s*disable-tx\b|^--\s*postgres-migrations disable-transaction\b/m;
/** tern wraps each file. */
const TERN = /^-{4}\s*(?:tern:|create above)/m;
const AUTOCOMMIT = /\.autocommit\.(?:up|down)\.sql$/i;

/** The markers behind which the way back stands. */
export function downMarkers(text: string): readonly Marker[] {
  return markersOf(text, markersOf(text, UP).length > 0 ? DOWN : CERTAIN_DOWN);
}

/** A plain SQL file: the part of the asked direction, where markers part them. */
export function readPlainSql(
  file: SourceFile,
  { direction, transaction, path, tree }: ExtractContext,
): Extraction {
  const isAlone = AUTOCOMMIT.test(path) || NO_TRANSACTION.test(file.text);
  const isPlay = isEvolution(file.text);
  const own = isPlay ? evolutionTransaction(tree, path) : TERN.test(file.text) ? 'file' : 'unknown';
  const used = transaction ?? (isAlone ? 'none' : own);
  const ups = markersOf(file.text, UP);
  const downs = downMarkers(file.text);
  if (downs.length === 0 && !isPlay)
    return { fragments: [verbatimFragment(file, used)], gaps: [], transaction: used };
  const isDown = new Set(downs.map(({ start }) => start));
  const markers = [...ups, ...downs].sort((a, b) => a.start - b.start);
  // What stands before the first section of Play is no part of any.
  let section: Direction | null = isPlay ? null : 'up';
  const fragments = stretchesOf(file.text, markers).flatMap((stretch) => {
    if (stretch.marker !== null) section = isDown.has(stretch.marker.start) ? 'down' : 'up';
    return section === direction ? fragmentOf(file, stretch, used) : [];
  });
  return { fragments: isPlay ? fragments.map(withSemicolons) : fragments, gaps: [], transaction: used };
}
