import { indexById, tableById } from '../../analysis/catalog/find';
import { relationOf } from '../../analysis/catalog/resolve';
import type { Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { performed } from '../performed';
import { briefly } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteName, quoteRelation } from '../sql-text';
import { named } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly index: { readonly name: string };
  readonly constraint: string;
  readonly table: { readonly schema: string; readonly name: string };
}

/** DROP INDEX of an index that a constraint owns: refused. */
export const dropIndexBackingConstraint = stepRule<Match>({
  id: 'drop-index-backing-constraint',
  title: 'The index of a constraint cannot be dropped by itself',
  group: 'indexes',
  severity: 'error',
  judges: 'effect',
  kinds: ['drop-index'],

  check(step) {
    return performed(step, 'drop-index').flatMap(({ operation, session }) =>
      operation.indexes.flatMap((name): readonly Match[] => {
        const relation = relationOf(session, name);
        const index = relation === undefined ? undefined : indexById(session.catalog, relation.id);
        const table = index === undefined ? undefined : tableById(session.catalog, index.table);
        const owner = table?.constraints.find((constraint) => constraint.name === index?.constraint);
        if (index === undefined || table === undefined || owner === undefined) return [];
        if (owner.origin.doubtful === true || index.parent !== null) return [];
        return [{ step, index, constraint: owner.name, table }];
      }),
    );
  },

  message({ index, constraint, table }) {
    return `The migration fails here (2BP01): the constraint ${named({ name: constraint })} of ${named(table)} needs the index ${named(index)}`;
  },

  help() {
    return 'Drop the constraint, which takes its index along.';
  },

  repair({ constraint, table }, run): Repair {
    return {
      summary: 'drop the constraint',
      steps: [
        briefly(
          `ALTER TABLE ${quoteRelation({ name: `${table.schema}.${table.name}` })} DROP CONSTRAINT ${quoteName(constraint)}`,
          'ACCESS EXCLUSIVE for a moment.',
          run.options,
        ),
      ],
    };
  },
});
