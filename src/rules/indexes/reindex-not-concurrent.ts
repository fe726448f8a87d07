import type { LockFact, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { lexemes } from '../../sql/clauses';
import { performed, worksBy } from '../performed';
import { changed, editsOf, runsAlone, withEdits } from '../repairs/edits';
import { alone } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { namedAll, unless } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly locks: readonly LockFact[];
  /** What it goes through, where not all tables of it are known. */
  readonly whole: 'schema' | 'database' | null;
}

/** REINDEX without CONCURRENTLY: SHARE on the table, ACCESS EXCLUSIVE on each index while it is rebuilt. */
export const reindexNotConcurrent = stepRule<Match>({
  id: 'reindex-not-concurrent',
  title: 'Rebuilding indexes stops reads and writes of the table until it is done',
  group: 'indexes',
  severity: 'error',
  judges: 'lock',
  kinds: ['reindex'],
  ofWork: true,

  check(step) {
    const meant = performed(step, 'reindex').filter(
      ({ operation }) => !operation.concurrently && operation.what !== 'system',
    );
    const locks = meant.length > 0 ? worksBy(step, 'reindex/table', 'reindex/indexes') : [];
    // Of a schema or a database there is more than an incomplete history knows.
    const all = meant.find(
      ({ operation: { what }, session }) =>
        (what === 'schema' || what === 'database') && !session.catalog.complete,
    );
    const whole = all === undefined ? null : all.operation.what === 'schema' ? 'schema' : 'database';
    return locks.length === 0 && whole === null
      ? []
      : [{ step, locks, whole, cites: locks.map(({ relation }) => relation) }];
  },

  message({ locks, whole }) {
    const tables = locks.filter(({ relation }) => !relation.kind.endsWith('index'));
    const whose =
      whole !== null
        ? `of each table of the ${whole}`
        : tables.length > 0
          ? `of ${namedAll(tables.map(({ relation }) => relation))}`
          : 'of the table';
    return `Rebuilding stops writes (SHARE lock) ${whose}, and reads too while each index is rebuilt (ACCESS EXCLUSIVE lock on the index), until it is done${unless(locks)}`;
  },

  help({ step }) {
    return step.before.major >= 12
      ? 'Use REINDEX … CONCURRENTLY, outside a transaction.'
      : 'Build a second index CONCURRENTLY, drop the old one CONCURRENTLY, and rename.';
  },

  repair({ step }): Repair | null {
    const { text } = step.statement;
    const tokens = lexemes(text);
    const at = tokens.findIndex(({ word }) => ['index', 'table', 'schema', 'database'].includes(word));
    const keyword = tokens[at];
    if (step.before.major < 12 || tokens[0]?.word !== 'reindex' || keyword === undefined) return null;
    const changes = [{ start: keyword.end, end: keyword.end, text: ' CONCURRENTLY' }];
    return {
      summary: 'rebuild without stopping anybody',
      steps: [
        alone(
          changed(text, changes),
          'SHARE UPDATE EXCLUSIVE: reads and writes go on. If it fails it leaves INVALID indexes that end in "_ccnew" or "_ccold": drop them.',
        ),
      ],
      ...withEdits(runsAlone(step) ? editsOf(step.statement, changes) : undefined),
    };
  },
});
