import { createHash } from 'node:crypto';

/** The names that TypeORM's DefaultNamingStrategy gives to constraints and indexes which have none. */
export const constraintNames = {
  primaryKey: (table: string, columns: readonly string[]): string =>
    named('PK_', 27, [tableKey(table), ...sorted(columns)]),
  unique: (table: string, columns: readonly string[]): string =>
    named('UQ_', 27, [tableKey(table), ...sorted(columns)]),
  foreignKey: (table: string, columns: readonly string[]): string =>
    named('FK_', 27, [tableKey(table), ...sorted(columns)]),
  index: (table: string, columns: readonly string[], where?: string): string =>
    named('IDX_', 26, [tableKey(table), ...sorted(columns), ...(where === undefined ? [] : [where])]),
  check: (table: string, expression: string): string => named('CHK_', 26, [tableKey(table), expression]),
  exclusion: (table: string, expression: string): string => named('XCL_', 26, [tableKey(table), expression]),
};

/** Without its schema. */
function tableKey(table: string): string {
  return table.slice(table.lastIndexOf('.') + 1);
}

function sorted(columns: readonly string[]): readonly string[] {
  return [...columns].sort();
}

function named(prefix: string, length: number, parts: readonly string[]): string {
  return prefix + createHash('sha1').update(parts.join('_')).digest('hex').slice(0, length);
}
