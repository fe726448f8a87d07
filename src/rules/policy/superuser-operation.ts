import type { Operation } from '../../postgres/operation';
import { commandOf } from '../command-words';
import { ownOperations } from '../own-operations';
import { parametersOf } from '../parameters';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';

interface Match extends MatchBase {
  readonly what: string;
}

const ID = 'superuser-operation';
const PARAMETERS = {
  extensions: {
    kind: 'list',
    default: [],
    says: 'Further extensions that the platform lets its users create.',
  },
} as const;

/** What a plain owner of a database may not do. */
export const superuserOperation = stepRule<Match>({
  id: ID,
  title: 'This needs a superuser, whom managed servers do not give',
  group: 'policy',
  severity: 'opt-in',
  judges: 'effect',
  kinds: [
    'create-extension',
    'alter-system',
    'create-event-trigger',
    'alter-event-trigger',
    'load',
    'create-tablespace',
    'drop-tablespace',
    'create-base-type',
  ],
  parameters: PARAMETERS,

  check(step, run) {
    const { extensions } = parametersOf(run, ID, PARAMETERS);
    return ownOperations(step).flatMap((operation): readonly Match[] => {
      if (operation.kind !== 'create-extension')
        return NEEDS.has(operation.kind) ? [{ what: commandOf(operation) }] : [];
      const { extension } = operation;
      const trusted = (run.major >= 13 && TRUSTED.has(extension)) || extensions.includes(extension);
      return trusted ? [] : [{ what: `CREATE EXTENSION ${extension}` }];
    });
  },

  message({ what }) {
    return `${what} needs a superuser: on a managed server it fails, or goes through an interface of the platform`;
  },

  help() {
    return 'Use the way that the platform offers, and leave it out of the migrations.';
  },
});

const NEEDS: ReadonlySet<Operation['kind']> = new Set([
  'alter-system',
  'create-event-trigger',
  'alter-event-trigger',
  'load',
  'create-tablespace',
  'drop-tablespace',
  'create-base-type',
]);

/** Extensions that whoever may CREATE in a database can make there, from 13 on. Source: the control files of contrib. */
const TRUSTED: ReadonlySet<string> = new Set(
  (
    'btree_gin btree_gist citext cube dict_int fuzzystrmatch hstore intarray isn jsonb_plperl lo ltree pgcrypto pg_trgm plperl ' +
    'plpgsql pltcl seg tablefunc tcn tsm_system_rows tsm_system_time unaccent uuid-ossp'
  ).split(' '),
);
