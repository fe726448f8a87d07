import { isIndex } from '../../analysis/catalog/find';
import { isNew } from '../../analysis/exemption';
import type { LockFact, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { lexemes } from '../../sql/clauses';
import { performed, subject } from '../performed';
import { changed, editsOf, withEdits } from '../repairs/edits';
import { inPlace } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { harmful, named } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly lock: LockFact;
}

/** (12+) ALTER TABLE … RENAME of an index: ACCESS EXCLUSIVE where ALTER INDEX takes SHARE UPDATE EXCLUSIVE. */
export const renameIndexByAlterTable = stepRule<Match>({
  id: 'rename-index-by-alter-table',
  title: 'Renaming an index with ALTER TABLE stops the table, with ALTER INDEX it does not',
  group: 'indexes',
  severity: 'warning',
  judges: 'lock',
  kinds: ['rename-table'],

  check(step, run) {
    if (run.major < 12) return [];
    return performed(step, 'rename-table').flatMap((renamed): readonly Match[] => {
      const index = subject(renamed);
      if (index === undefined || !isIndex(index) || renamed.operation.as === 'index') return [];
      const lock = harmful(step).find(({ relation }) => relation.id === index.id);
      return lock === undefined || isNew(renamed.session, index)
        ? []
        : [{ step, lock, cites: [lock.relation] }];
    });
  },

  message({ step, lock }) {
    const until = step.inTransaction ? 'until the transaction commits' : 'for a moment';
    return `This stops every query of the table of ${named(lock.relation)} (${lock.mode} lock on the index) ${until}; ALTER INDEX would stop nobody`;
  },

  help() {
    return 'Write ALTER INDEX … RENAME TO.';
  },

  repair({ step }): Repair | null {
    const { text } = step.statement;
    const [alter, table] = lexemes(text);
    if (alter?.word !== 'alter' || table?.word !== 'table') return null;
    const changes = [{ start: table.start, end: table.end, text: 'INDEX' }];
    return {
      summary: 'rename it as an index',
      steps: [
        inPlace(changed(text, changes), 'SHARE UPDATE EXCLUSIVE on the index: reads and writes go on.'),
      ],
      ...withEdits(editsOf(step.statement, changes)),
    };
  },
});
