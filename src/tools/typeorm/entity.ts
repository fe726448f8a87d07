import type { Site } from '../../javascript/host';
import { knownText } from '../../javascript/text';
import type { ClassValue, ObjectValue, TextValue, Value } from '../../javascript/value';
import { decoratorArguments, tableOf } from '../entity-options';
import { tablePath } from './table-path';

/**
 * The table of an entity, quoted: what `@Entity` or an `EntitySchema` says, or what the default naming strategy makes of the
 * name. `undefined` where the entity could not be read. Strings are names of entities or of tables.
 */
export function entityTable(entity: Value | undefined, site: Site): TextValue | undefined {
  switch (entity?.kind) {
    case 'class': {
      const options = decoratorArgument(entity, site);
      if (options?.kind === 'text') return tablePath(options, site.at).sql;
      return namedTable(options?.kind === 'object' ? options : undefined, 'name', entity.name, site);
    }
    case 'object': {
      const name = knownText(entity.entries.get('name'));
      return namedTable(entity, 'tableName', name, site);
    }
    case 'text':
      return tablePath(entity, site.at).sql;
    case 'array':
      return entityTable(entity.open ?? entity.items[0], site);
    case 'unknown':
      return entityTable(entity.of, site);
    case 'host': {
      const target = entity.host.read?.(ENTITY, site);
      return target === undefined ? undefined : entityTable(target, site);
    }
    case undefined:
    case 'undefined':
    case 'null':
    case 'boolean':
    case 'number':
    case 'regexp':
    case 'function':
    case 'choice':
      return undefined;
  }
}

/** What a row of an entity answers when it is asked what it is a row of. */
export const ENTITY = '@entity';

function namedTable(
  options: ObjectValue | undefined,
  key: string,
  className: string | undefined,
  site: Site,
): TextValue | undefined {
  const path = (name: TextValue): TextValue => tablePath(name, site.at).sql;
  return tableOf(options, className, site, { keys: [key], ofClass: snakeCase, path });
}

function decoratorArgument(entity: ClassValue, site: Site): Value | undefined {
  const values = decoratorArguments(entity, site, /Entity$/);
  return values.find(({ kind }) => kind === 'text') ?? values[0];
}

/** As TypeORM's own `snakeCase`. */
function snakeCase(name: string): string {
  return name
    .replace(/([A-Z])([A-Z])([a-z])/g, '$1_$2$3')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase();
}
