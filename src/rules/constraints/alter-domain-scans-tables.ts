import { findType } from '../../analysis/catalog/resolve';
import type { LockFact } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import type { Step } from '../../analysis/step';
import { performed, worksBy } from '../performed';
import { changed } from '../repairs/edits';
import { migration } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { named, unless, whatIsStopped } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly domain: { readonly schema: string | null; readonly name: string };
  readonly adds: string | null;
  readonly isAdd: boolean;
  readonly locks: readonly LockFact[];
}

/** ALTER DOMAIN that checks rows: SHARE on every table with a column of the domain. */
export const alterDomainScansTables = stepRule<Match>({
  id: 'alter-domain-scans-tables',
  title: 'A new condition of a domain stops writes to every table that uses it',
  group: 'constraints',
  severity: 'error',
  judges: 'lock',
  kinds: ['alter-domain'],
  ofWork: true,

  check(step) {
    const locks = worksBy(step, 'alter-domain/users');
    return performed(step, 'alter-domain').flatMap(({ operation, session }): readonly Match[] => {
      const { change, domain } = operation;
      const checks =
        change.kind === 'set-not-null' ||
        change.kind === 'validate-constraint' ||
        (change.kind === 'add-constraint' &&
          (change.constraint.kind === 'not-null' || change.constraint.valid));
      // A domain that history does not know may be used anywhere.
      const isUnknown = findType(session, domain) === undefined && !session.catalog.complete;
      if (!checks || (locks.length === 0 && !isUnknown)) return [];
      const adds = change.kind === 'add-constraint' ? change.constraint.name : null;
      const isAdd = change.kind === 'add-constraint' && change.constraint.kind === 'check';
      return [{ step, domain, adds, isAdd, locks, cites: locks.map(({ relation }) => relation) }];
    });
  },

  message({ domain, locks }) {
    const what =
      locks.length === 0
        ? `writes to every table with a column of ${named(domain)} (SHARE lock)`
        : `${whatIsStopped(locks)}${locks.length === 1 ? '' : ' together'}`;
    const rows = locks.length === 1 ? 'every row has' : 'all their rows have';
    const doubt = locks.length === 0 ? ', unless no table has one' : unless(locks);
    return `This stops ${what} until ${rows} been read${doubt}`;
  },

  help() {
    return 'Add the condition as NOT VALID, which locks no table, and VALIDATE it in a quiet hour.';
  },

  repair({ step, domain, adds, isAdd }): Repair | null {
    if (!isAdd || step.inner.length > 0) return null;
    const { text } = step.statement;
    const name = adds ?? `${domain.name}_check`;
    return {
      summary: 'add it now, check the tables in a quiet hour',
      steps: [
        migration(
          changed(text, [{ start: text.length, end: text.length, text: ' NOT VALID' }]),
          'no table is locked, and new values are checked.',
        ),
        migration(
          `ALTER DOMAIN ${quoteRelation(domain)} VALIDATE CONSTRAINT ${quoteName(name)}`,
          'SHARE on every table that uses the domain while all are read: in a quiet hour. A CHECK on each table, validated one by one, stops nobody.',
        ),
      ],
    };
  },
});
