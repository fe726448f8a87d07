import type { Site } from '../../javascript/host';
import type { Options } from '../../javascript/options';
import { quoteName, sqlAt } from '../../javascript/sql-text';
import { knownText } from '../../javascript/text';
import type { TextValue, Value } from '../../javascript/value';
import { unknownAt } from '../../javascript/value';
import type { PgmCall } from './words';
import { bareName, listOf, nameSql, namesSql, phrase, rawSql } from './words';

/** Constraints of a table, in the order in which the library writes them. */
export function constraintsSql(
  call: PgmCall,
  table: Value | undefined,
  options: Options,
  given: Value | undefined,
): readonly TextValue[] {
  const { site } = call;
  const sql = sqlAt(site.at);
  const named = given !== undefined && given.kind !== 'undefined' && given.kind !== 'null';
  const name = (suffix: string): TextValue =>
    named ? nameSql(given, site) : generatedName(table, suffix, site);
  const late = deferrable(options);
  const checks = listOf(options.value('check'));
  const made: TextValue[] = checks.map((check, index) => {
    const suffix = checks.length > 1 ? `chck_${index + 1}` : 'chck';
    return sql`CONSTRAINT ${name(suffix)} CHECK (${rawSql(check, site, 'the condition')})${late}`;
  });
  for (const columns of uniques(options.value('unique')))
    made.push(sql`CONSTRAINT ${name(`uniq_${joined(columns)}`)} UNIQUE (${namesSql(columns, site)})${late}`);
  const key = options.value('primaryKey');
  if (key !== undefined)
    made.push(sql`CONSTRAINT ${name('pkey')} PRIMARY KEY (${namesSql(key, site)})${late}`);
  for (const each of listOf(options.value('foreignKeys'))) {
    const foreign = call.options(each);
    const columns = foreign.value('columns');
    const own = foreign.value('referencesConstraintName');
    const label = own === undefined ? name(`fk_${joined(columns)}`) : nameSql(own, site);
    made.push(
      sql`CONSTRAINT ${label} FOREIGN KEY (${namesSql(columns, site)}) ${referencesSql(foreign, site)}${late}`,
    );
  }
  const exclude = options.value('exclude');
  if (exclude !== undefined)
    made.push(sql`CONSTRAINT ${name('excl')} EXCLUDE ${rawSql(exclude, site, 'the exclusion')}${late}`);
  return made;
}

/** REFERENCES with its actions: `users`, `users(id)`, `{ schema, name }`. */
export function referencesSql(options: Options, site: Site): TextValue {
  const sql = sqlAt(site.at);
  const target = options.value('references');
  const known = knownText(target);
  const isSql = known !== undefined && (known.startsWith('"') || known.endsWith(')'));
  const match = options.text('match');
  const onDelete = options.text('onDelete');
  const onUpdate = options.text('onUpdate');
  return phrase(
    [
      sql`REFERENCES ${isSql ? rawSql(target, site, 'the table') : nameSql(target, site)}`,
      match && sql`MATCH ${match}`,
      onDelete && sql`ON DELETE ${onDelete}`,
      onUpdate && sql`ON UPDATE ${onUpdate}`,
    ],
    site,
  );
}

/** With a blank before it, or nothing. */
export function deferrable(options: Options): string {
  if (!options.flag('deferrable')) return '';
  return ` DEFERRABLE INITIALLY ${options.flag('deferred') ? 'DEFERRED' : 'IMMEDIATE'}`;
}

/** `'a'` and `['a', 'b']` are one constraint, a list with a list in it is several. */
function uniques(value: Value | undefined): readonly Value[] {
  if (value === undefined) return [];
  const items = listOf(value);
  return items.some(({ kind }) => kind === 'array') ? items : [value];
}

function joined(columns: Value | undefined): string | undefined {
  const names = listOf(columns).map((column) => knownText(column));
  return names.includes(undefined) ? undefined : names.join('_');
}

function generatedName(table: Value | undefined, suffix: string, site: Site): TextValue {
  const name = bareName(table);
  return name === undefined || suffix.includes('undefined')
    ? quoteName({ kind: 'text', pieces: [unknownAt(site.at, 'the name is not known')] }, site.at)
    : quoteName(`${name}_${suffix}`, site.at);
}
