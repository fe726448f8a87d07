import type { Fragment, Segment, Transaction } from '../../sql/fragment';
import { nearestMentions, parentOf } from '../folders';
import type { Tree } from '../tool';

/** Whether a file is an evolution of Play. */
export function isEvolution(text: string): boolean {
  return /^(?:#|--).*!Ups\b/m.test(text);
}

/**
 * What Play runs in one transaction: each statement commits by itself, unless `autocommit` is off: then all that is pending is
 * committed together. Source: Play documentation, “Managing database evolutions”.
 */
export function evolutionTransaction(tree: Tree, path: string): Transaction {
  // The pool of connections has an `autoCommit`, which is another thing.
  const isOff = nearestMentions(
    tree,
    parentOf(path),
    ['application.conf'],
    /\bautocommit\s*[=:]\s*"?false\b/,
  );
  return isOff ? 'all' : 'none';
}

/** Play cuts at semicolons wherever they stand, and sends one for each two: a stretch of a file as it is sent. */
export function withSemicolons(fragment: Fragment): Fragment {
  const { sql, segments } = fragment;
  const [first] = segments;
  if (first === undefined || !sql.includes(';;')) return fragment;
  const made: Segment[] = [];
  let sent = '';
  let from = 0;
  for (const part of sql.split(/(?<=;);/)) {
    const start = first.at.start + from;
    made.push({ ...first, sqlStart: sent.length, at: { ...first.at, start, end: start + part.length } });
    sent += part;
    from += part.length + 1;
  }
  return { ...fragment, sql: sent, segments: made };
}
