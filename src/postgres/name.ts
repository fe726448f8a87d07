/** The name of an object as a statement writes it. `schema` is null where the search_path decides. */
export interface ObjectName {
  readonly schema: string | null;
  readonly name: string;
}

/** The name of a table, index, view, sequence or any other relation. */
export type RelationName = ObjectName;

/** `schema.name`, or `name` where no schema is written: for messages, not for look-ups. */
export function printName(name: ObjectName): string {
  return name.schema === null ? name.name : `${name.schema}.${name.name}`;
}
