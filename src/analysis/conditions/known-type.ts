import { systemType } from '../../postgres/system-type';
import type { TypeName } from '../../postgres/type-name';

/** Whether a type is one of PostgreSQL or of an extension shipped with it; `serial` and its kin are words for such. */
export function isKnownType({ schema, name }: TypeName, major: number): boolean {
  if (schema !== null && schema !== 'pg_catalog' && schema !== 'public') return false;
  return systemType(name, major) !== undefined || /^(?:big|small)?serial$/.test(name);
}
