import { printName } from '../../postgres/name';
import { actsOf } from '../acts';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import type { Step } from '../../analysis/step';
import { earlierTogether } from '../together';

interface Match extends MatchBase {
  readonly publication: string;
  /** Tables that go out of it; null: all of it goes. */
  readonly tables: readonly string[] | null;
}

/** DROP PUBLICATION, or tables taken out of one. */
export const dropPublication = stepRule<Match>({
  id: 'drop-publication',
  title: 'Subscribers lose what they are sent',
  group: 'data-and-replication',
  severity: 'error',
  judges: 'effect',
  kinds: ['drop-publication', 'alter-publication'],

  check(step, run) {
    return actsOf(step, 'drop-publication', 'alter-publication').flatMap(
      ({ operation }): readonly Match[] => {
        if (operation.kind === 'drop-publication') {
          return operation.publications
            .filter((publication) => mayExist(publication, step) && !isMadeHere(publication, step, run))
            .map((publication) => ({ publication, tables: null }));
        }
        const { publication, action } = operation;
        if ((action !== 'drop' && action !== 'set') || isMadeHere(publication, step, run)) return [];
        const tables = action === 'drop' ? operation.tables.map(({ table }) => printName(table)) : [];
        return [{ publication, tables }];
      },
    );
  },

  message({ publication, tables }, run) {
    if (tables !== null) {
      const which =
        tables.length === 0
          ? 'tables that are not in the new list'
          : tables.map((name) => `"${name}"`).join(', ');
      return `Subscribers of "${publication}" are sent nothing more of ${which}, without an error: what changes there is missing for good`;
    }
    return run.major >= 18
      ? `Subscribers of "${publication}" are sent nothing more, without an error: what changes until it is made again is missing for good`
      : `Every subscriber of "${publication}" stops at the next change, and its slot keeps the log of this server until the disk is full; making it again does not help`;
  },

  help() {
    return 'Drop the subscription on the subscriber first.';
  },
});

function mayExist(publication: string, step: Step): boolean {
  const { catalog } = step.before;
  return !catalog.complete || catalog.publications.has(publication);
}

function isMadeHere(publication: string, step: Step, run: RuleRun): boolean {
  return earlierTogether(step, run, 'create-publication').some(({ operations }) =>
    operations.some(
      (operation) => operation.kind === 'create-publication' && operation.publication === publication,
    ),
  );
}
