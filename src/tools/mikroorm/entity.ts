import type { Site } from '../../javascript/host';
import { quoteName } from '../../javascript/sql-text';
import { knownText } from '../../javascript/text';
import type { ClassValue, ObjectValue, TextValue, Value } from '../../javascript/value';
import { decoratorArguments, tableOf } from '../entity-options';

/**
 * The table of an entity, quoted: what `@Entity` or an `EntitySchema` says, or what the default naming strategy makes of the name.
 * `undefined` where the entity could not be read. A string in small letters is taken for a table.
 */
export function entityTable(entity: Value | undefined, site: Site): TextValue | undefined {
  switch (entity?.kind) {
    case 'class':
      return namedTable(decoratorOptions(entity, site), entity.name, site);
    case 'object':
      return namedTable(entity, knownText(entity.entries.get('name')), site);
    case 'text': {
      const name = knownText(entity);
      return name === undefined || !isClassName(name)
        ? quoteName(entity, site.at)
        : namedTable(undefined, name, site);
    }
    case undefined:
    case 'unknown':
    case 'host':
    case 'array':
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

/** Whether what names an entity is the name of a table, whose columns are called as they are written. */
export function isTableName(entity: Value | undefined): boolean {
  const name = knownText(entity);
  return name !== undefined && !isClassName(name);
}

function isClassName(name: string): boolean {
  return /^[A-Z]/.test(name);
}

function namedTable(
  options: ObjectValue | undefined,
  className: string | undefined,
  site: Site,
): TextValue | undefined {
  const path = (name: TextValue): TextValue => quoteName(name, site.at);
  return tableOf(options, className, site, { keys: ['tableName', 'collection'], ofClass: underscored, path });
}

function decoratorOptions(entity: ClassValue, site: Site): ObjectValue | undefined {
  const [options] = decoratorArguments(entity, site, /^Entity$/);
  return options?.kind === 'object' ? options : undefined;
}

/** As MikroORM's `UnderscoreNamingStrategy`. */
function underscored(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
}
