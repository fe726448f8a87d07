import type { TypeName } from '../../postgres/type-name';
import type { Catalog, UserType } from './catalog';
import { indexesOf, isIndex, isTable, isView } from './find';
import type { Column, Constraint, Index, Relation, Sequence, Table, Trigger } from './relation';

/** A catalog as plain, sorted text, for tests and for comparison with a server. Every name is qualified. */
export interface CatalogDescription {
  readonly relations: Readonly<Record<string, RelationDescription>>;
  /** `enum: a, b` · `domain: text` · `composite` · `range` · `base`. */
  readonly types: Readonly<Record<string, string>>;
  /** `name(n)`, n the number of input parameters; one line for each overload. */
  readonly functions: readonly string[];
  readonly schemas: readonly string[];
  readonly extensions: readonly string[];
  readonly publications: Readonly<Record<string, string>>;
}

/** One relation as text. Lists are sorted, but for columns, which keep their order. */
export interface RelationDescription {
  readonly kind: Relation['kind'];
  readonly persistence: Relation['persistence'];
  /** `name type [not null] [default] [identity …] [generated …] [inherited]`. */
  readonly columns?: readonly string[];
  /** `name: kind (columns) …`. NOT NULL constraints are listed from 18 on. */
  readonly constraints?: readonly string[];
  readonly indexes?: readonly string[];
  /** `name: before insert or update (columns) row … execute schema.name('…') …`. */
  readonly triggers?: readonly string[];
  readonly policies?: readonly string[];
  readonly rules?: readonly string[];
  readonly parents?: readonly string[];
  readonly rowSecurity?: string;
  readonly replicaIdentity?: string;
  readonly statistics?: readonly string[];
  /** Of an index. */
  readonly on?: string;
  readonly definition?: string;
  readonly partOf?: string;
  /** Of a sequence: the column that owns it. */
  readonly ownedBy?: string;
  readonly type?: string;
  /** Of a view. */
  readonly reads?: readonly string[];
}

/** Describes a catalog as a server of that major would show it. Assumed relations are left out. */
export function describeCatalog(catalog: Catalog, major: number): CatalogDescription {
  const relations: Record<string, RelationDescription> = {};
  for (const relation of catalog.relations.values()) {
    if (relation.origin.source === 'assumed') continue;
    relations[nameOf(relation)] = describeRelation(catalog, relation, major);
  }
  const types: Record<string, string> = {};
  for (const type of catalog.types.values()) types[nameOf(type)] = describeType(type);
  const publications: Record<string, string> = {};
  for (const publication of catalog.publications.values()) {
    const tables = publication.tables.map(({ table }) => nameById(catalog, table)).sort();
    publications[publication.name] = publication.allTables
      ? 'all tables'
      : [...tables, ...[...publication.schemas].sort().map((schema) => `${schema}.*`)].join(', ');
  }
  return {
    relations: sorted(relations),
    types: sorted(types),
    functions: [...catalog.functions.values()]
      .flat()
      .map(
        (known) =>
          `${nameOf(known)}(${known.parameters.filter(({ mode }) => mode !== 'out' && mode !== 'table').length})`,
      )
      .sort(),
    schemas: keys(catalog.schemas).filter((schema) => schema !== 'pg_catalog'),
    extensions: keys(catalog.extensions),
    publications: sorted(publications),
  };
}

/** A type as text: `varchar(10)`, `app.status[]`. */
export function describeTypeName(type: TypeName): string {
  const modifiers = type.modifiers.length === 0 ? '' : `(${type.modifiers.join(',')})`;
  return `${type.schema === null ? '' : `${type.schema}.`}${type.name}${modifiers}${type.arrayDimensions > 0 ? '[]' : ''}`;
}

function describeRelation(catalog: Catalog, relation: Relation, major: number): RelationDescription {
  const { kind, persistence } = relation;
  if (isTable(relation)) return { kind, persistence, ...describeTable(catalog, relation, major) };
  if (isIndex(relation)) return { kind, persistence, ...describeIndex(catalog, relation) };
  if (isView(relation)) {
    return {
      kind,
      persistence,
      indexes: indexesOf(catalog, relation.id).map(nameOf).sort(),
      reads: relation.reads
        .filter((id) => id !== relation.id)
        .map((id) => nameById(catalog, id))
        .sort(),
    };
  }
  if (relation.kind === 'sequence') return { kind, persistence, ...describeSequence(catalog, relation) };
  return { kind, persistence, columns: relation.columns.map((column) => describeColumn(column, false)) };
}

function describeTable(catalog: Catalog, table: Table, major: number): Partial<RelationDescription> {
  const parents = table.partition === null ? table.parents : [table.partition.parent];
  const notNull = new Set(
    table.constraints.flatMap((each) => (each.kind === 'not-null' ? [each.column] : [])),
  );
  const security = [table.rowSecurity.enabled ? 'enabled' : '', table.rowSecurity.forced ? 'forced' : ''];
  return {
    columns: table.columns.map((column) => describeColumn(column, notNull.has(column.name))),
    constraints: table.constraints
      .filter((each) => each.kind !== 'not-null' || major >= 18)
      .map((each) => describeConstraint(catalog, each))
      .sort(),
    indexes: indexesOf(catalog, table.id).map(nameOf).sort(),
    triggers: table.triggers.map((each) => describeTrigger(catalog, each)).sort(),
    policies: table.policies.map(({ name }) => name).sort(),
    rules: table.rules.map(({ name }) => name).sort(),
    parents: parents.map((id) => nameById(catalog, id)).sort(),
    rowSecurity: security.filter((word) => word !== '').join(' '),
    replicaIdentity:
      typeof table.replicaIdentity === 'number'
        ? nameById(catalog, table.replicaIdentity)
        : table.replicaIdentity,
    statistics: table.statistics.map(({ name }) => name).sort(),
  };
}

function describeColumn(column: Column, notNull: boolean): string {
  const words = [
    column.name,
    column.type === null ? '?' : describeTypeName(column.type),
    column.notNull === true || notNull ? 'not null' : '',
    column.default === null ? '' : 'default',
    column.identity === null ? '' : `identity ${column.identity}`,
    column.generated === null ? '' : `generated ${column.generated.storage}`,
    column.inherited ? 'inherited' : '',
  ];
  return words.filter((word) => word !== '').join(' ');
}

function describeConstraint(catalog: Catalog, constraint: Constraint): string {
  const words = [`${constraint.name}: ${constraint.kind}`];
  if ('columns' in constraint) words.push(`(${constraint.columns.join(', ')})`);
  if (constraint.kind === 'not-null') words.push(`(${constraint.column})`);
  if (constraint.kind === 'foreign-key') {
    words.push(
      `references ${nameById(catalog, constraint.referenced)} (${constraint.referencedColumns.join(', ')})`,
    );
    words.push(`on delete ${constraint.onDelete} on update ${constraint.onUpdate}`);
  }
  if ('deferrable' in constraint && constraint.deferrable) {
    words.push(constraint.initiallyDeferred ? 'initially deferred' : 'deferrable');
  }
  if (!constraint.valid) words.push('not valid');
  if ('enforced' in constraint && !constraint.enforced) words.push('not enforced');
  if ('noInherit' in constraint && constraint.noInherit) words.push('no inherit');
  if (constraint.inherited) words.push('inherited');
  return words.join(' ');
}

function describeTrigger(catalog: Catalog, trigger: Trigger): string {
  const { constraint, transitions, function: called } = trigger;
  const words = [
    `${trigger.name}: ${trigger.timing} ${trigger.events.join(' or ')}`,
    trigger.columns.length === 0 ? '' : `(${trigger.columns.join(', ')})`,
    trigger.row ? 'row' : 'statement',
    transitions.old === null ? '' : `old ${transitions.old}`,
    transitions.new === null ? '' : `new ${transitions.new}`,
    trigger.when === null ? '' : 'when',
    constraint === null ? '' : 'constraint',
    constraint?.deferrable === true ? 'deferrable' : '',
    constraint?.initiallyDeferred === true ? 'initially deferred' : '',
    constraint === null || constraint.referenced === null
      ? ''
      : `from ${nameById(catalog, constraint.referenced)}`,
    `execute ${called.schema === null ? called.name : nameOf({ schema: called.schema, name: called.name })}`,
    trigger.args.map((each) => `'${each}'`).join(', '),
    trigger.fires === 'origin' ? '' : `fires ${trigger.fires}`,
    trigger.inherited ? 'inherited' : '',
  ];
  return words.filter((word) => word !== '').join(' ');
}

function describeIndex(catalog: Catalog, index: Index): Partial<RelationDescription> {
  const keys = index.keys.map((key) => key.column ?? '(expression)').join(', ');
  const words = [
    index.unique ? 'unique' : '',
    index.method,
    `(${keys})`,
    index.include.length === 0 ? '' : `include (${index.include.join(', ')})`,
    index.predicate === null ? '' : 'where',
    index.valid ? '' : 'invalid',
  ];
  return {
    on: nameById(catalog, index.table),
    definition: words.filter((word) => word !== '').join(' '),
    partOf: index.parent === null ? '' : nameById(catalog, index.parent),
  };
}

function describeSequence(catalog: Catalog, { ownedBy, type }: Sequence): Partial<RelationDescription> {
  return {
    type: type ?? '?',
    ownedBy: ownedBy === null ? '' : `${nameById(catalog, ownedBy.table)}.${ownedBy.column}`,
  };
}

function describeType(type: UserType): string {
  switch (type.kind) {
    case 'enum':
      return `enum: ${type.values.join(', ')}`;
    case 'domain':
      return `domain: ${describeTypeName(type.type)}`;
    case 'composite':
    case 'range':
    case 'base':
      return type.kind;
  }
}

function nameOf(object: { readonly schema: string; readonly name: string }): string {
  return `${object.schema}.${object.name}`;
}

function nameById(catalog: Catalog, id: Relation['id']): string {
  const relation = catalog.relations.get(id);
  return relation === undefined ? '?' : nameOf(relation);
}

function keys(map: Catalog['schemas']): readonly string[] {
  return [...map.entries()].map(([key]) => key).sort();
}

function sorted<T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
