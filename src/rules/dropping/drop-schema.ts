import type { Catalog } from '../../analysis/catalog/catalog';
import { isIndex } from '../../analysis/catalog/find';
import { actsOf } from '../acts';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { isMadeHere } from '../together';
import { namedAll } from '../words';

interface Match extends MatchBase {
  readonly schemas: readonly string[];
  readonly cascade: boolean;
  /** What is known to be in them, by name. */
  readonly contents: readonly string[];
  readonly complete: boolean;
}

/** DROP SCHEMA. */
export const dropSchema = stepRule<Match>({
  id: 'drop-schema',
  title: 'Dropping a schema drops all that is in it',
  group: 'dropping',
  severity: 'warning',
  judges: 'effect',
  kinds: ['drop-schema'],

  check(step, run) {
    return actsOf(step, 'drop-schema').flatMap(({ operation, before }): readonly Match[] => {
      const { catalog } = before;
      const schemas = operation.schemas.filter((schema) => {
        const origin = catalog.schemas.get(schema);
        if (origin !== undefined && isMadeHere(origin, step, run)) return false;
        return !catalog.complete || contentsOf(catalog, schema).length > 0;
      });
      if (schemas.length === 0) return [];
      return [
        {
          schemas,
          cascade: operation.cascade,
          contents: schemas.flatMap((schema) => contentsOf(catalog, schema)),
          complete: catalog.complete,
          severity: operation.cascade ? 'error' : 'warning',
        },
      ];
    });
  },

  message({ schemas, cascade, contents, complete }) {
    const which = `${schemas.length === 1 ? 'schema' : 'schemas'} ${namedAll(schemas.map((name) => ({ name })))}`;
    if (!cascade)
      return `Clients that use ${which} fail, and the migration too if anything is left in it (2BP01)`;
    const what =
      contents.length === 0
        ? 'all that is in it'
        : `all that is in it: ${namedAll(contents.map((name) => ({ name })))}${complete ? '' : ' and what is not known'}`;
    return `Dropping ${which} drops ${what}; tables outside that refer into it are closed (ACCESS EXCLUSIVE lock) until the transaction commits${complete ? '' : ', unless it is empty'}`;
  },

  help() {
    return 'Drop its objects by name first, then the empty schema without CASCADE.';
  },
});

function contentsOf(catalog: Catalog, schema: string): readonly string[] {
  const relations = [...catalog.relations.values()]
    .filter((relation) => relation.schema === schema && !isIndex(relation) && relation.kind !== 'sequence')
    .map(({ name }) => name);
  const types = [...catalog.types.values()].filter((type) => type.schema === schema).map(({ name }) => name);
  const functions = [...catalog.functions.values()].flatMap(([first]) =>
    first?.schema === schema ? [first.name] : [],
  );
  return [...new Set([...relations, ...types, ...functions])].sort();
}
