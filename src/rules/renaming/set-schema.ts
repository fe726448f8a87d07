import { findFunctions, findType, relationOf } from '../../analysis/catalog/resolve';
import type { Relation } from '../../analysis/catalog/relation';
import type { Repair } from '../../findings/finding';
import type { ObjectName } from '../../postgres/name';
import { actsOf } from '../acts';
import { written } from '../object-names';
import { deploy, migration, together } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { isNamed, successorOf } from '../successors';
import { endOfTransaction, isMadeHere, isOurs } from '../together';
import { strongLocks } from '../strong-locks';

interface Match extends MatchBase {
  readonly name: ObjectName;
  readonly schema: string;
  readonly relation: Relation | undefined;
  /** It is a table that others wait for meanwhile. */
  readonly locks: boolean;
  readonly inTransaction: boolean;
}

/** ALTER … SET SCHEMA. */
export const setSchema = stepRule<Match>({
  id: 'set-schema',
  title: 'Moving an object to another schema breaks the clients that name it',
  group: 'renaming',
  severity: 'warning',
  judges: 'effect',
  kinds: ['set-schema', 'alter-object'],

  check(step, run) {
    const { inTransaction } = step;
    return actsOf(step, 'set-schema', 'alter-object').flatMap(({ operation, before }): readonly Match[] => {
      if (operation.kind === 'alter-object') {
        if (operation.change !== 'set-schema' || operation.to === null) return [];
        const { name, to } = operation;
        const known = findType(before, name) ?? findFunctions(before, name)[0];
        if (known !== undefined && isMadeHere(known.origin, step, run)) return [];
        const kind = findType(before, name) === undefined ? 'function' : 'type';
        if (
          known !== undefined &&
          isNamed(endOfTransaction(step, run), kind, { schema: known.schema, name: name.name })
        )
          return [];
        if (areSearched(run.options.parameters['set-schema'], known?.schema ?? name.schema ?? 'public', to))
          return [];
        return [{ name, schema: to, relation: undefined, locks: false, inTransaction }];
      }
      const relation = relationOf(before, operation.table);
      if (relation !== undefined) {
        if (relation.schema === operation.schema || isOurs(relation, step, run)) return [];
        if (successorOf(relation, step, run) !== undefined) return [];
      } else if (before.catalog.complete) return [];
      const from = relation?.schema ?? operation.table.schema ?? 'public';
      if (areSearched(run.options.parameters['set-schema'], from, operation.schema)) return [];
      return [
        {
          name: operation.table,
          schema: operation.schema,
          relation,
          locks: strongLocks(step).length > 0,
          inTransaction,
        },
      ];
    });
  },

  message({ name, schema, locks }) {
    const closed = locks ? `; until then reads and writes of it wait for the ACCESS EXCLUSIVE lock` : '';
    return `From the commit on, clients that name ${written(name)} fail until they know it as "${schema}.${name.name}"${closed}`;
  },

  help({ relation }) {
    return relation === undefined || !relation.kind.endsWith('table')
      ? 'Make a second one in the new schema, let the clients move, and drop the old one later.'
      : 'Leave a view under the old name in the same transaction, and drop it once no client uses it.';
  },

  repair({ name, schema, relation, inTransaction }, run): Repair | null {
    if (relation === undefined || !relation.kind.endsWith('table')) return null;
    const old = quoteRelation(relation);
    return {
      summary: 'keep the old name as a view for one release',
      steps: [
        together(
          [
            `ALTER TABLE ${quoteRelation(name)} SET SCHEMA ${quoteName(schema)}`,
            `CREATE VIEW ${old} AS SELECT * FROM ${quoteRelation({ schema, name: relation.name })}`,
          ],
          'in one transaction, with the grants of the table given on the view too.',
          inTransaction,
          run.options,
        ),
        deploy('the code uses the new schema.'),
        migration(`DROP VIEW ${old}`, 'one release later.'),
      ],
    };
  },
});

/** Configuration names a search_path that holds both schemas: unqualified names go on. */
function areSearched(
  parameters: Readonly<Record<string, unknown>> | undefined,
  ...schemas: readonly string[]
): boolean {
  const path = parameters?.['searchPath'];
  return Array.isArray(path) && schemas.every((schema) => path.includes(schema));
}
