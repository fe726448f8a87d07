import { constraintNamed } from '../../analysis/catalog/find';
import { findFunctions, findType, relationOf, tableOf } from '../../analysis/catalog/resolve';
import type { Origin } from '../../analysis/catalog/relation';
import { exists } from '../../analysis/origin';
import type { Session } from '../../analysis/session';
import type { ObjectName } from '../../postgres/name';
import type { Repair } from '../../findings/finding';
import type { Act } from '../acts';
import { actsOf } from '../acts';
import { written } from '../object-names';
import { oldNameKept, secondSequence } from '../repairs/old-name';
import { briefly, deploy, together } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { stepRule } from '../rule';
import type { ObjectKind } from '../successors';
import { isNamed } from '../successors';
import { earlierTogether, endOfTransaction, isMadeHere, startOfTransaction } from '../together';

interface Match extends MatchBase {
  readonly what: string;
  readonly name: ObjectName;
  readonly to: string;
  readonly uses: string;
  readonly doubt: string;
  readonly before: Session;
  readonly statement: string;
  readonly inTransaction: boolean;
}

const KINDS = ['rename-table', 'rename-constraint', 'alter-object', 'alter-domain'] as const;

/** RENAME of a view, sequence, type, domain, function, constraint or role. */
export const renameObject = stepRule<Match>({
  id: 'rename-object',
  title: 'Renaming a view, sequence, type, function or role breaks the code that names it',
  group: 'renaming',
  severity: 'warning',
  judges: 'effect',
  kinds: KINDS,

  check(step, run) {
    return actsOf(step, ...KINDS).flatMap((act): readonly Match[] => {
      const renamed = renamedObject(act);
      if (renamed === null) return [];
      const { what, name, to, kind, uses, origin } = renamed;
      const isRoleMadeHere =
        what === 'role' &&
        earlierTogether(step, run, 'create-role').some((each) =>
          actsOf(each, 'create-role').some(({ operation }) => operation.roles.includes(name.name)),
        );
      if (isRoleMadeHere || (origin !== undefined && isMadeHere(origin, step, run))) return [];
      // A swap, as ORMs generate it for enums: another goes by the old name at the end, or went by the new one at the start.
      if (kind !== null && isNamed(startOfTransaction(step, run), kind, { ...name, name: to })) return [];
      if (kind !== null && isNamed(endOfTransaction(step, run), kind, name)) return [];
      const { inTransaction, statement } = step;
      const doubt = renamed.doubt ?? '';
      return [{ what, name, to, uses, doubt, before: act.before, statement: statement.text, inTransaction }];
    });
  },

  message({ what, name, to, uses, doubt }) {
    return `From the commit on, ${uses} ${what} ${written(name)} fail until they know it as "${to}"${doubt}`;
  },

  help({ what }) {
    return what === 'constraint'
      ? 'Keep the name, or move the clients to ON CONFLICT with columns first.'
      : 'Make a second one under the new name, let the clients move, and drop the old one later.';
  },

  repair({ what, name, to, before, statement, inTransaction }, run): Repair | null {
    if (what === 'sequence') return secondSequence(name, to, before);
    if (what === 'constraint')
      return {
        summary: 'let the clients move first',
        steps: [
          deploy(`the code says ON CONFLICT with the columns, and not "${name.name}".`),
          briefly(statement, 'ACCESS EXCLUSIVE for a moment.', run.options),
        ],
      };
    const kept = oldNameKept(what, name, to, before);
    if (kept === null) return null;
    const note = kept.hasGrants ? ', with the grants given on the new one too' : '';
    return {
      summary: 'keep the old name for one release',
      steps: [
        together(
          [`ALTER ${kept.renamed} RENAME TO ${quoteName(to)}`, `CREATE ${kept.stand}`],
          `in one transaction${note}.`,
          inTransaction,
          run.options,
        ),
        deploy(`the code uses "${to}".`),
        briefly(`DROP ${kept.dropped}`, 'one release later.', run.options),
      ],
    };
  },
});

interface Renamed {
  readonly what: string;
  readonly name: ObjectName;
  readonly to: string;
  readonly kind: ObjectKind | null;
  readonly uses: string;
  readonly origin: Origin | undefined;
  readonly doubt?: string;
}

function renamedObject({ operation, before }: Act<(typeof KINDS)[number]>): Renamed | null {
  switch (operation.kind) {
    case 'rename-table': {
      const relation = relationOf(before, operation.table);
      const what = relation?.kind ?? operation.as;
      const uses = USES[what];
      if (uses === undefined || operation.as === 'index') return null;
      return {
        what,
        name: operation.table,
        to: operation.to,
        kind: 'relation',
        uses,
        origin: relation?.origin,
      };
    }
    case 'rename-constraint': {
      const table = tableOf(before, operation.table);
      const constraint = table === undefined ? undefined : constraintNamed(table, operation.constraint);
      // ON CONFLICT ON CONSTRAINT names what has an index, and nothing in a query names the others.
      if (constraint !== undefined && exists(constraint.origin) && !('index' in constraint)) return null;
      return {
        what: 'constraint',
        name: { schema: null, name: operation.constraint },
        to: operation.to,
        kind: null,
        uses: 'ON CONFLICT ON CONSTRAINT clauses that name',
        origin: constraint?.origin ?? table?.origin,
        ...(constraint === undefined ? { doubt: ', unless it is a CHECK or a foreign key' } : {}),
      };
    }
    case 'alter-domain':
      return null;
    case 'alter-object': {
      const uses = USES[operation.objectType];
      if (operation.change !== 'rename' || operation.to === null || uses === undefined) return null;
      const { objectType: what, name, to } = operation;
      // Triggers hold the function itself, and nobody else calls it.
      if (findFunctions(before, name).some(({ returns }) => returns?.name === 'trigger')) return null;
      const kind = what === 'type' || what === 'domain' ? 'type' : what === 'role' ? null : 'function';
      return { what, name, to, kind, uses, origin: originOf(before, kind, name) };
    }
  }
}

function originOf(session: Session, kind: ObjectKind | null, name: ObjectName): Origin | undefined {
  if (kind === 'type') return findType(session, name)?.origin ?? relationOf(session, name)?.origin;
  return kind === 'function' ? findFunctions(session, name)[0]?.origin : undefined;
}

/** What in code names such an object. */
const USES: Readonly<Record<string, string | undefined>> = {
  view: 'queries that read',
  'materialized view': 'queries that read',
  sequence: 'calls of nextval() that name',
  type: 'casts and declarations that name',
  domain: 'casts and declarations that name',
  function: 'calls of',
  procedure: 'calls of',
  routine: 'calls of',
  aggregate: 'calls of',
  role: 'connections and grants that name',
};
