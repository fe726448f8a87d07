import { actsOf } from '../acts';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { isMadeHere } from '../together';

interface Match extends MatchBase {
  readonly schema: string;
  readonly to: string;
}

/** ALTER SCHEMA … RENAME. */
export const renameSchema = stepRule<Match>({
  id: 'rename-schema',
  title: 'Renaming a schema breaks every qualified name at once',
  group: 'renaming',
  severity: 'error',
  judges: 'effect',
  kinds: ['rename-schema'],

  check(step, run) {
    return actsOf(step, 'rename-schema').flatMap(({ operation, before }): readonly Match[] => {
      const origin = before.catalog.schemas.get(operation.schema);
      const isNew = origin !== undefined && isMadeHere(origin, step, run);
      return isNew ? [] : [{ schema: operation.schema, to: operation.to }];
    });
  },

  message({ schema, to }) {
    return `From the commit on, clients that name anything in schema "${schema}" fail (42P01) until they know it as "${to}"; it locks no table, so it cuts in between the statements of running transactions, and no lock_timeout helps`;
  },

  help() {
    return 'Make a new schema with views of the tables, let the clients move, and drop the old one later.';
  },
});
