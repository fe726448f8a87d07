import { isTable, isView } from '../../analysis/catalog/find';
import type { Repair } from '../../findings/finding';
import { actsOf } from '../acts';
import { briefly, deploy, migration } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { stepRule } from '../rule';
import { isMadeHere } from '../together';

interface Match extends MatchBase {
  readonly schema: string;
  readonly to: string;
  /** The tables and views in it; null where not all are known. */
  readonly tables: readonly string[] | null;
}

/** More than that is no repair that anybody would write down. */
const MOST_VIEWS = 30;

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
      if (isNew) return [];
      const { schema, to } = operation;
      const inside = [...before.catalog.relations.values()].filter((relation) => relation.schema === schema);
      const tables = inside
        .filter((relation) => isTable(relation) || isView(relation))
        .map(({ name }) => name);
      return [{ schema, to, tables: before.catalog.complete ? tables : null }];
    });
  },

  message({ schema, to }) {
    return `From the commit on, clients that name anything in schema "${schema}" fail (42P01) until they know it as "${to}"; it locks no table, so it cuts in between the statements of running transactions, and no lock_timeout helps`;
  },

  help() {
    return 'Make a new schema with views of the tables, let the clients move, and drop the old one later.';
  },

  repair({ schema, to, tables }, run): Repair | null {
    if (tables === null || tables.length === 0 || tables.length > MOST_VIEWS) return null;
    const view = (name: string): string => quoteRelation({ schema: to, name });
    return {
      summary: 'two schemas for one release',
      steps: [
        migration(
          [
            `CREATE SCHEMA ${quoteName(to)}`,
            ...tables.map(
              (name) => `CREATE VIEW ${view(name)} AS SELECT * FROM ${quoteRelation({ schema, name })}`,
            ),
          ],
          'ACCESS SHARE: reads and writes go on. With the grants of the tables given on the views too.',
        ),
        deploy(`the code names "${to}".`),
        briefly(
          [
            ...[...tables].reverse().map((name) => `DROP VIEW ${view(name)}`),
            `DROP SCHEMA ${quoteName(to)}`,
            `ALTER SCHEMA ${quoteName(schema)} RENAME TO ${quoteName(to)}`,
          ],
          'one release later, in one transaction: nobody sees the name missing.',
          run.options,
        ),
      ],
    };
  },
});
