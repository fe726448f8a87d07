import type { ObjectName } from '../../postgres/name';
import type { ObjectType } from '../../postgres/operations/object';
import type { Catalog } from './catalog';
import type { Origin } from './relation';

/** The key of an object of which nothing is kept but that it is there. Of a user mapping the server stands for the schema. */
export function otherObjectKey(type: ObjectType, schema: string | null, name: string): string {
  return [type, schema ?? '', name].join('\u0000');
}

/** Whether a key is that of an object of the type. */
export function isOfType(key: string, type: ObjectType): boolean {
  return key.startsWith(`${type}\u0000`);
}

/** How an object came to be; undefined where no statement made it. */
export function otherObject(
  { otherObjects }: Catalog,
  type: ObjectType,
  { schema, name }: ObjectName,
): Origin | undefined {
  return otherObjects.get(otherObjectKey(type, schema, name));
}

/** The foreign data wrappers that extensions of contrib bring, by extension. */
export const WRAPPERS: Readonly<Record<string, string>> = {
  dblink: 'dblink_fdw',
  file_fdw: 'file_fdw',
  postgres_fdw: 'postgres_fdw',
};
