import type { RelationReference } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import type { ObjectName } from '../../postgres/name';
import { actsOf } from '../acts';
import { heldBefore } from '../held-locks';
import { written } from '../object-names';
import { migration } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { isAlone } from '../together';
import { harmful, namedAll } from '../words';

interface Match extends MatchBase {
  readonly made: ObjectName;
  readonly isView: boolean;
  readonly read: readonly RelationReference[];
  readonly text: string;
  /** Nothing else stands in its transaction that others wait for. */
  readonly isAlone: boolean;
}

/** CREATE TABLE AS, SELECT INTO and CREATE MATERIALIZED VIEW over tables that others use. */
export const createTableAs = stepRule<Match>({
  id: 'create-table-as',
  title: 'A table made of a query is one long statement, and has no keys, defaults or indexes',
  group: 'storage',
  severity: 'notice',
  judges: 'effect',
  kinds: ['create-table-as', 'create-materialized-view'],

  check(step, run) {
    // With a strong lock held, `work-under-held-lock` speaks.
    if (heldBefore(step, run).length > 0) return [];
    return actsOf(step, 'create-table-as', 'create-materialized-view').flatMap(
      ({ operation, text }): readonly Match[] => {
        const isTemporary = operation.kind === 'create-table-as' && operation.persistence === 'temporary';
        if (!operation.withData || operation.query.limited || isTemporary) return [];
        const read = harmful(step)
          .filter(({ work }) => work === 'scan')
          .map(({ relation }) => relation);
        if (read.length === 0) return [];
        const isView = operation.kind === 'create-materialized-view';
        const made = isView ? operation.view : operation.table;
        return [{ made, isView, read, text, isAlone: isAlone(step, run) }];
      },
    );
  },

  message({ made, isView, read }) {
    const copy = isView ? '' : '; the copy has no keys, defaults or indexes';
    return `Filling ${written(made)} reads all of ${namedAll(read)} in one statement: until it is done it keeps a snapshot, which holds up cleaning everywhere, and every lock of its transaction${copy}`;
  },

  help({ isAlone: alone }) {
    return alone
      ? 'Run it at a time when little is written.'
      : 'Give it a migration of its own, with nothing else in its transaction.';
  },

  repair({ text, isAlone: alone }): Repair | null {
    if (alone) return null;
    return {
      summary: 'fill it in a migration of its own',
      steps: [migration(text, 'ACCESS SHARE on what it reads: reads and writes go on.')],
    };
  },
});
