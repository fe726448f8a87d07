import type { LockFact } from '../../analysis/step';
import type { Repair, TextEdit } from '../../findings/finding';
import type { OperationOf } from '../../postgres/operation';
import type { ParsedStatement } from '../../sql/parse';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { harmful, named, unless } from '../words';

interface Match extends MatchBase {
  readonly operation: OperationOf<'create-index'>;
  readonly lock: LockFact;
  readonly statement: ParsedStatement;
}

/** CREATE INDEX without CONCURRENTLY: SHARE on the table until the index is built. */
export const createIndexNotConcurrent = stepRule<Match>({
  id: 'create-index-not-concurrent',
  title: 'Building an index stops writes to the table until it is done',
  group: 'indexes',
  severity: 'error',
  judges: 'lock',
  kinds: ['create-index'],

  check(step) {
    return step.operations.flatMap((operation) => {
      if (operation.kind !== 'create-index' || operation.concurrently) return [];
      const lock = harmful(step).find(
        (fact) =>
          fact.work === 'build-index' &&
          (fact.relation.kind === 'table' || fact.relation.kind === 'materialized view'),
      );
      if (lock === undefined || step.locks.some((fact) => fact.relation.kind === 'partitioned table'))
        return [];
      return [{ operation, lock, statement: step.statement, cites: [lock.relation] }];
    });
  },

  message({ lock }) {
    return `Building this index stops writes to ${named(lock.relation)} (${lock.mode} lock) until it is done${unless([lock])}`;
  },

  help() {
    return 'Build it with CREATE INDEX CONCURRENTLY, outside a transaction.';
  },

  repair({ statement, operation }): Repair {
    const edit = concurrentlyEdit(statement);
    return {
      summary: 'build the index without stopping writes',
      steps: [
        {
          run: 'migration',
          transaction: 'none',
          sql: `${concurrently(statement.text)};`,
          note: `SHARE UPDATE EXCLUSIVE: reads and writes go on. If it fails it leaves an INVALID index${
            operation.index.name === null ? '' : ` "${operation.index.name}"`
          }: drop it and try again.`,
        },
      ],
      ...(edit === null ? {} : { edits: [edit] }),
    };
  },
});

const HEAD = /^create\s+(?:unique\s+)?index\b/i;

function concurrently(text: string): string {
  return text
    .replace(HEAD, (head) => `${head} CONCURRENTLY`)
    .replace(/(concurrently)\s+if\s+not\s+exists\b/i, '$1');
}

/** Only where the SQL stands in the source as it is sent. */
function concurrentlyEdit(statement: ParsedStatement): TextEdit | null {
  const head = HEAD.exec(statement.text);
  const verbatim = statement.fragment.segments.every((segment) => segment.mapping === 'verbatim');
  if (head === null || !verbatim) return null;
  const at = statement.at.start + head[0].length;
  return { at: { file: statement.at.file, start: at, end: at }, text: ' CONCURRENTLY' };
}
