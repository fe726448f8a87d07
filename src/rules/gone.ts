import type { NameKey } from '../analysis/catalog/catalog';
import type { CatalogObject } from '../analysis/fold/catalog-object';
import type { Drop } from '../analysis/roles/drop-roots';
import { dropOf } from '../analysis/roles/drop-roots';
import { doomedBy } from '../analysis/roles/doomed';
import type { Session } from '../analysis/session';
import type { Step } from '../analysis/step';
import type { OperationKind } from '../postgres/operation';
import type { Act } from './acts';
import type { RuleRun } from './rule';
import { quoteName } from '../sql/quote-name';
import { quoteRelation } from './sql-text';
import { isMadeHere, isOurs } from './together';
import { named } from './words';
import { plainName } from './object-names';

/** What a DROP takes along: by itself, and only because of CASCADE. */
export interface Gone {
  readonly roots: readonly CatalogObject[];
  readonly alone: readonly CatalogObject[];
  readonly byCascade: readonly CatalogObject[];
}

/** What goes with an operation that drops; null for one that drops nothing the catalog keeps. */
export function goneWith<K extends OperationKind>({ operation, before, statement }: Act<K>): Gone | null {
  const drop: Drop | null = dropOf({ operation, session: before, statement });
  if (drop === null) return null;
  const alone = doomedBy(before, drop.roots, false).objects;
  const own = new Set(alone.map((object) => JSON.stringify(object)));
  const all = drop.cascade ? doomedBy(before, drop.roots, true).objects : [];
  return {
    roots: drop.roots,
    alone,
    byCascade: all.filter((object) => !own.has(JSON.stringify(object))),
  };
}

/** Whether an object was made for certain by what ships with a step. */
export function isObjectOurs(object: CatalogObject, before: Session, step: Step, run: RuleRun): boolean {
  const { catalog } = before;
  if ('key' in object) {
    const type = object.kind === 'type' ? catalog.types.get(object.key) : undefined;
    if (type !== undefined) return isMadeHere(type.origin, step, run);
    const functions = catalog.functions.get(object.key) ?? [];
    return functions.length > 0 && functions.every(({ origin }) => isMadeHere(origin, step, run));
  }
  const relation = catalog.relations.get(object.kind === 'relation' ? object.id : object.table);
  if (relation === undefined) return false;
  if (isOurs(relation, step, run)) return true;
  if (object.kind !== 'column' || !('columns' in relation)) return false;
  const column = relation.columns.find(({ name }) => name === object.name);
  return column !== undefined && isMadeHere(column.addedBy, step, run);
}

/** An object in a message: `view "totals"`, `constraint "orders_user_fk" on "orders"`. */
export function describeObject(object: CatalogObject, { catalog }: Session): string {
  if ('key' in object) return `${object.kind} ${named(nameOfKey(object.key))}`;
  const relation = catalog.relations.get(object.kind === 'relation' ? object.id : object.table);
  const table = relation === undefined ? 'a table' : named({ name: `${relation.schema}.${relation.name}` });
  if (object.kind === 'relation') return `${relation?.kind ?? 'relation'} ${table}`;
  if (object.kind === 'default') return `the default of "${object.name}" of ${table}`;
  return `${object.kind} "${object.name}" ${object.kind === 'column' ? 'of' : 'on'} ${table}`;
}

/** The statement that drops an object by name; null where it takes more to say. */
export function dropStatement(object: CatalogObject, { catalog }: Session): string | null {
  if ('key' in object) return `DROP ${object.kind.toUpperCase()} ${quoteRelation(nameOfKey(object.key))}`;
  const relation = catalog.relations.get(object.kind === 'relation' ? object.id : object.table);
  if (relation === undefined) return null;
  const name = quoteRelation(plainName(relation));
  const part = 'name' in object ? quoteName(object.name) : '';
  switch (object.kind) {
    case 'relation':
      return WORDS[relation.kind] === undefined ? null : `DROP ${WORDS[relation.kind] ?? ''} ${name}`;
    case 'column':
      return `ALTER TABLE ${name} DROP COLUMN ${part}`;
    case 'constraint':
      return `ALTER TABLE ${name} DROP CONSTRAINT ${part}`;
    case 'default':
      return `ALTER TABLE ${name} ALTER COLUMN ${part} DROP DEFAULT`;
    case 'trigger':
      return `DROP TRIGGER ${part} ON ${name}`;
    case 'policy':
      return `DROP POLICY ${part} ON ${name}`;
    case 'rule':
      return `DROP RULE ${part} ON ${name}`;
  }
}

/** Whether an index goes with its constraint or table, which goes too: said once. */
export function isPartOfOther(
  object: CatalogObject,
  others: readonly CatalogObject[],
  { catalog }: Session,
): boolean {
  if (object.kind !== 'relation') return false;
  const relation = catalog.relations.get(object.id);
  if (relation === undefined || !('constraint' in relation)) return false;
  return (
    relation.constraint !== null ||
    others.some((other) => other.kind === 'relation' && other.id === relation.table)
  );
}

function nameOfKey(key: NameKey): { readonly name: string } {
  return { name: key.replace('\u0000', '.') };
}

const WORDS: Readonly<Record<string, string | undefined>> = {
  table: 'TABLE',
  'partitioned table': 'TABLE',
  'foreign table': 'FOREIGN TABLE',
  index: 'INDEX',
  'partitioned index': 'INDEX',
  view: 'VIEW',
  'materialized view': 'MATERIALIZED VIEW',
  sequence: 'SEQUENCE',
  'composite type': 'TYPE',
};
