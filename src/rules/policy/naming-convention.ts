import type { Step } from '../../analysis/step';
import { creationsOf } from '../../analysis/catalog/mention';
import { declaredConstraints } from '../declared-constraints';
import { newColumns } from '../new-columns';
import { ownOperations } from '../own-operations';
import { parametersOf } from '../parameters';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteName } from '../../sql/quote-name';

interface Match extends MatchBase {
  readonly kind: string;
  readonly name: string;
  readonly pattern: string | null;
}

const ID = 'naming-convention';
const PARAMETERS = {
  patterns: {
    kind: 'patterns',
    default: {
      table: '',
      column: '',
      index: '',
      constraint: '',
      sequence: '',
      view: '',
      type: '',
      function: '',
    },
    says: 'A regular expression for the names of each kind; where there is none, names must need no quotes.',
  },
} as const;

/** A new name that does not follow the pattern of its kind, or needs quotes. */
export const namingConvention = stepRule<Match>({
  id: ID,
  title: 'A name that does not follow the convention',
  group: 'policy',
  severity: 'opt-in',
  judges: 'effect',
  kinds: 'any',
  parameters: PARAMETERS,

  check(step, run) {
    const { patterns } = parametersOf(run, ID, PARAMETERS);
    return newNames(step).flatMap(({ kind, name }): readonly Match[] => {
      const pattern = patterns[kind] ?? '';
      if (pattern === '') return quoteName(name) === name ? [] : [{ kind, name, pattern: null }];
      return new RegExp(pattern, 'u').test(name) ? [] : [{ kind, name, pattern }];
    });
  },

  message({ kind, name, pattern }) {
    return pattern === null
      ? `The ${kind} "${name}" needs quotes wherever it is written`
      : `The ${kind} "${name}" does not follow the pattern of the configuration: ${pattern}`;
  },

  help() {
    return 'Give it another name before it ships.';
  },
});

function newNames(step: Step): readonly { readonly kind: string; readonly name: string }[] {
  const objects = ownOperations(step).flatMap((operation) => {
    const kind = KINDS[operation.kind];
    if (kind === undefined) return [];
    if (operation.kind === 'rename-table')
      return [{ kind: RENAMED[operation.as] ?? kind, name: operation.to }];
    if (operation.kind === 'rename-column') return [{ kind, name: operation.to }];
    if (operation.kind === 'create-function') return [{ kind, name: operation.name.name }];
    if ('type' in operation && operation.kind !== 'create-domain' && operation.kind.startsWith('create-'))
      return [{ kind, name: (operation.type as { readonly name: string }).name }];
    return creationsOf(operation).map(({ name }) => ({ kind, name }));
  });
  const columns = newColumns(step).map(({ column }) => ({ kind: 'column', name: column.name }));
  const constraints = declaredConstraints(step).flatMap(({ constraint: { name } }) =>
    name === null ? [] : [{ kind: 'constraint', name }],
  );
  return [...objects, ...columns, ...constraints];
}

/** RENAME TO is one operation for all relations. */
const RENAMED: Readonly<Record<string, string>> = {
  index: 'index',
  sequence: 'sequence',
  view: 'view',
  'materialized view': 'view',
};

const KINDS: Readonly<Record<string, string>> = {
  'create-table': 'table',
  'create-table-as': 'table',
  'rename-table': 'table',
  'rename-column': 'column',
  'create-index': 'index',
  'create-sequence': 'sequence',
  'create-view': 'view',
  'create-materialized-view': 'view',
  'create-enum': 'type',
  'create-composite-type': 'type',
  'create-function': 'function',
};
