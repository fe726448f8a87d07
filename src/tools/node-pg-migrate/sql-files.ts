import type { Transaction } from '../../sql/fragment';
import type { SourceFile } from '../../sql/source';
import { sample } from '../sample';
import { numberedClaim, sqlFolders } from '../sql-claims';
import { fragmentOf } from '../sql-sections';
import type { Claim, ExtractContext, Extraction, Tree } from '../tool';

const UP = /^\s*--[\s-]*up\s+migration/im;
const DOWN = /^\s*--[\s-]*down\s+migration/im;

/** The SQL files of a tree whose folder has the library's markers in some of them. */
export function claimSqlFiles(tree: Tree): readonly Claim[] {
  return sqlFolders(tree).flatMap(({ files }): readonly Claim[] => {
    const texts = sample(
      tree,
      files.map(({ path }) => path),
    );
    if (!texts.some((text) => UP.test(text) || DOWN.test(text))) return [];
    const numbered = files.filter(({ name }) => /^\d/.test(name));
    return numbered.map((file) =>
      numberedClaim(file, 2, 'files of its folder have the markers of node-pg-migrate', 'both'),
    );
  });
}

/** A section reaches from its marker to the other one behind it, or to the end. Without a marker for up, the library sends the whole file. */
export function readSqlFile(
  file: SourceFile,
  { direction, transaction }: ExtractContext,
  wrapped: Transaction,
): Extraction {
  const up = UP.exec(file.text)?.index;
  const down = DOWN.exec(file.text)?.index;
  const used = transaction ?? wrapped;
  const [own, other] = direction === 'up' ? [up, down] : [down, up];
  if (own === undefined && direction === 'down') return { fragments: [], gaps: [], transaction: used };
  const end = own !== undefined && other !== undefined && other > own ? other : file.text.length;
  return { fragments: fragmentOf(file, { start: own ?? 0, end }, used), gaps: [], transaction: used };
}
