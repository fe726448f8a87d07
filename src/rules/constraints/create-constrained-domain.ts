import { performed } from '../performed';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { named } from '../words';

interface Match extends MatchBase {
  readonly domain: { readonly name: string };
}

/** CREATE DOMAIN with a CHECK or NOT NULL. */
export const createConstrainedDomain = stepRule<Match>({
  id: 'create-constrained-domain',
  title: 'Adding a column of a domain with constraints rewrites the table later',
  group: 'constraints',
  severity: 'opt-in',
  judges: 'effect',
  kinds: ['create-domain'],

  check(step) {
    return performed(step, 'create-domain').flatMap(({ operation }) =>
      operation.constraints.length === 0 ? [] : [{ domain: operation.domain }],
    );
  },

  message({ domain }) {
    return `Adding a column of ${named(domain)} to a table rewrites the table, and every later change of its conditions reads all tables that use it`;
  },

  help() {
    return 'Put the CHECK on the columns.';
  },
});
