import type { Column, Index, Relation, Sequence, Table, View } from '../../../src/analysis/catalog/relation';
import type { UserType } from '../../../src/analysis/catalog/catalog';
import { indexesOf, isIndex, isTable, isView } from '../../../src/analysis/catalog/find';
import type { TypeName } from '../../../src/postgres/type-name';
import type { Session } from '../../../src/analysis/session';
import type { Chooser } from './chooser';

/** What a statement can be made of: our own catalog at that moment, and the numbers that decide. */
export class World {
  constructor(
    readonly session: Session,
    readonly choose: Chooser,
  ) {}

  get major(): number {
    return this.session.major;
  }

  get relations(): readonly Relation[] {
    return [...this.session.catalog.relations.values()];
  }

  get tables(): readonly Table[] {
    return this.relations.filter(isTable);
  }

  get indexes(): readonly Index[] {
    return this.relations.filter(isIndex);
  }

  get views(): readonly View[] {
    return this.relations.filter(isView);
  }

  get sequences(): readonly Sequence[] {
    return this.relations.filter((each) => each.kind === 'sequence');
  }

  get types(): readonly UserType[] {
    return [...this.session.catalog.types.values()];
  }

  get schemas(): readonly string[] {
    return [...this.session.catalog.schemas.entries()]
      .map(([name]) => name)
      .filter((name) => name !== 'pg_catalog');
  }

  table(fits: (table: Table) => boolean = () => true): Table | undefined {
    return this.choose.maybe(this.tables.filter(fits));
  }

  column(table: Table, fits: (column: Column) => boolean = () => true): Column | undefined {
    return this.choose.maybe(table.columns.filter(fits));
  }

  indexesOf(table: Table): readonly Index[] {
    return indexesOf(this.session.catalog, table.id);
  }

  byId(id: Relation['id']): Relation | undefined {
    return this.session.catalog.relations.get(id);
  }

  typeOf(column: Column): UserType | undefined {
    const { type } = column;
    return type === null || type.arrayDimensions > 0 ? undefined : this.userType(type);
  }

  userType(type: TypeName): UserType | undefined {
    return this.types.find(({ schema, name }) => schema === type.schema && name === type.name);
  }

  /** A name that is new most of the time: the rest meets what is there. */
  fresh(words: readonly [string, ...string[]]): string {
    const word = this.choose.one(words);
    return `${word}_${String(this.session.catalog.nextId % 50)}${this.choose.once(12) ? '' : 'x'}`;
  }
}

/** The qualified name as a statement writes it. */
export function nameOf({ schema, name }: { readonly schema: string; readonly name: string }): string {
  return schema === 'public' || schema === 'pg_temp' ? name : `${schema}.${name}`;
}
