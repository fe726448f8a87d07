import { isSystemName, relationOf } from '../analysis/catalog/resolve';
import type { Relation } from '../analysis/catalog/relation';
import type { Session } from '../analysis/session';
import type { ObjectName } from '../postgres/name';
import { printName } from '../postgres/name';
import type { RuleOptions } from './rule';
import { namedAll } from './words';

/** Objects in a message, as the statement writes them. */
export function written(...names: readonly ObjectName[]): string {
  return namedAll(names.map((name) => ({ name: printName(name) })));
}

/** A relation of the catalog as statements write it: without the schema that everybody has. */
export function plainName({ schema, name }: ObjectName): ObjectName {
  return { schema: schema === 'public' ? null : schema, name };
}

/** `schema.name` of a relation, for `named` and its kin. */
export function fullName({ schema, name }: { readonly schema: string; readonly name: string }): {
  readonly name: string;
} {
  return { name: `${schema}.${name}` };
}

/** `column "note" of "orders"`, `columns "note" and "total" of "orders"`. */
export function columnsIn(table: ObjectName, columns: readonly string[]): string {
  const names = namedAll(columns.map((name) => ({ name })));
  return `${columns.length === 1 ? 'column' : 'columns'} ${names} of ${written(table)}`;
}

/** Nothing of that name exists, for certain. */
export function isAbsent(session: Session, name: ObjectName): boolean {
  return session.catalog.complete && !isSystemName(name) && relationOf(session, name) === undefined;
}

/** The rows of a table may be lost, says configuration: `staging`, `staging.*`, `public.tmp_orders`. */
export function isStaging(
  relation: Pick<Relation, 'schema' | 'name'>,
  { staging }: Pick<RuleOptions, 'staging'>,
): boolean {
  return staging.some((pattern) => {
    const whole = new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`);
    return [relation.schema, relation.name, `${relation.schema}.${relation.name}`].some((name) =>
      whole.test(name),
    );
  });
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
