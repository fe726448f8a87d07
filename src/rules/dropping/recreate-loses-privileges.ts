import { indexesOf } from '../../analysis/catalog/find';
import { nameKey } from '../../analysis/catalog/catalog';
import type { Origin } from '../../analysis/catalog/relation';
import { exists } from '../../analysis/origin';
import { findFunctions, relationOf } from '../../analysis/catalog/resolve';
import { privilegesOn, privilegesOnFunction } from '../../analysis/fold/privilege';
import type { OperationAmong } from '../../analysis/operation-among';
import type { Session } from '../../analysis/session';
import type { Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { actsOf } from '../acts';
import type { DroppedObject } from '../dropped-objects';
import { droppedObjects, isObjectMadeHere } from '../dropped-objects';
import { written } from '../object-names';
import { together } from '../repairs/steps';
import type { MatchBase, RuleRun } from '../rule';
import { stepRule } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { endTogether, laterTogether } from '../together';
import { namedAll } from '../words';

interface Match extends MatchBase {
  readonly object: DroppedObject;
  readonly loss: Loss;
  /** DROP and CREATE, where both are statements of their own. */
  readonly written: readonly [string, string] | null;
  readonly inTransaction: boolean;
}

/** What the new object lacks. */
interface Loss {
  /** Roles that had rights; empty where none are known. */
  readonly grantees: readonly string[];
  /** Rights were taken away, which a new function does not know of. */
  readonly reopened: boolean;
  readonly indexes: readonly string[];
  /** The privileges of before are known. */
  readonly known: boolean;
}

const KINDS = ['drop-view', 'drop-function', 'drop-sequence'] as const;

/** DROP and CREATE under one name, without the grants. */
export const recreateLosesPrivileges = stepRule<Match>({
  id: 'recreate-loses-privileges',
  title: 'DROP and CREATE forget the grants on the object',
  group: 'dropping',
  severity: 'warning',
  judges: 'effect',
  kinds: KINDS,

  check(step, run) {
    return actsOf(step, ...KINDS).flatMap((act): readonly Match[] =>
      droppedObjects(act).flatMap((object): readonly Match[] => {
        const again = madeAgain(object, step, run);
        if (isObjectMadeHere(object, act.before, step, run) || again === undefined) return [];
        const loss = lossOf(object, act.before, step, run);
        if (loss === null) return [];
        const isPlain = step.inner.length === 0 && again.inner.length === 0;
        const written = isPlain ? ([step.statement.text, again.statement.text] as const) : null;
        return [{ object, loss, written, inTransaction: step.inTransaction }];
      }),
    );
  },

  message({ object, loss }) {
    const { grantees, indexes, known } = loss;
    const clauses = [
      ...(grantees.length > 0 ? [`the grants to ${namedAll(grantees.map(asName))} are lost`] : []),
      ...(loss.reopened ? ['everybody may call it again'] : []),
      ...(indexes.length > 0
        ? [
            `${indexes.length === 1 ? 'index' : 'indexes'} ${namedAll(indexes.map(asName))} ${indexes.length === 1 ? 'is' : 'are'} lost`,
          ]
        : []),
    ];
    const what = `${object.what.charAt(0).toUpperCase()}${object.what.slice(1)} ${written(object.name)}`;
    const lost =
      clauses.length > 0 || known ? clauses.join(', and ') : 'its grants are lost, unless it had none';
    return `${what} is dropped and created again: ${lost}`;
  },

  help({ object }) {
    return object.what === 'view' || object.kind === 'function'
      ? 'Use CREATE OR REPLACE, or grant again in the same transaction.'
      : 'Grant again, and build its indexes again, in the same transaction.';
  },

  repair({ object, loss, written, inTransaction }, run): Repair | null {
    if (loss.grantees.length === 0 || written === null) return null;
    const on =
      object.kind === 'function' ? `FUNCTION ${quoteRelation(object.name)}` : quoteRelation(object.name);
    const right = object.kind === 'function' ? 'EXECUTE' : object.what === 'sequence' ? 'USAGE' : 'SELECT';
    return {
      summary: 'grant again',
      steps: [
        together(
          [
            ...written,
            `GRANT ${right} ON ${on} TO ${loss.grantees.map((role) => (role === 'public' ? 'PUBLIC' : quoteName(role))).join(', ')}`,
          ],
          'in one transaction; with the privileges that these roles had.',
          inTransaction,
          run.options,
        ),
      ],
    };
  },
});

function asName(name: string): { readonly name: string } {
  return { name };
}

/** Made under the same name by what ships together, and no GRANT or REVOKE speaks of it afterwards. */
function madeAgain({ name, kind }: DroppedObject, step: Step, run: RuleRun): Step | undefined {
  const later = laterTogether(step, run);
  const made = later.findIndex((each) =>
    actsOf(each, 'create-view', 'create-materialized-view', 'create-function', 'create-sequence').some(
      ({ operation }) => {
        const made = nameOf(operation);
        return made.name === name.name && (operation.kind === 'create-function') === (kind === 'function');
      },
    ),
  );
  if (made === -1) return undefined;
  const isGranted = later
    .slice(made + 1)
    .some((each) =>
      actsOf(each, 'grant', 'revoke').some(
        ({ operation }) =>
          operation.target === 'in-schema' || operation.names.some((other) => other.name === name.name),
      ),
    );
  return isGranted ? undefined : later[made];
}

function nameOf(
  operation: OperationAmong<
    'create-view' | 'create-materialized-view' | 'create-function' | 'create-sequence'
  >,
): DroppedObject['name'] {
  if (operation.kind === 'create-function') return operation.name;
  return operation.kind === 'create-sequence' ? operation.sequence : operation.view;
}

/** What is lost; null: nothing, for certain. */
function lossOf(object: DroppedObject, before: Session, step: Step, run: RuleRun): Loss | null {
  const { catalog } = before;
  const known = catalog.complete && !catalog.defaultPrivileges;
  // Made by a migration that is known, so that a grant would be known too.
  const isTold = (origin: Origin): boolean => exists(origin) && !catalog.defaultPrivileges;
  if (object.kind === 'function') {
    const [first] = findFunctions(before, object.name);
    if (first === undefined)
      return catalog.complete ? null : { grantees: [], reopened: false, indexes: [], known };
    const { grantees, revoked } = privilegesOnFunction(catalog, nameKey(first.schema, first.name));
    return isTold(first.origin) && grantees.length === 0 && !revoked
      ? null
      : { grantees, reopened: revoked, indexes: [], known };
  }
  const relation = relationOf(before, object.name);
  if (relation === undefined) return null;
  const { grantees } = privilegesOn(catalog, relation.id);
  const after = relationOf(endTogether(step, run), object.name);
  const had = indexesOf(catalog, relation.id).map(({ name }) => name);
  const has = after === undefined ? [] : indexesOf(endTogether(step, run).catalog, after.id);
  const indexes = has.length >= had.length ? [] : had;
  return isTold(relation.origin) && grantees.length === 0 && indexes.length === 0
    ? null
    : { grantees, reopened: false, indexes, known };
}
