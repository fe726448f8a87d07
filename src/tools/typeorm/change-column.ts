import type { Options } from '../../javascript/options';
import { quoteLiteral, quoteName, sqlAt, sqlValue } from '../../javascript/sql-text';
import { knownText } from '../../javascript/text';
import type { TextValue } from '../../javascript/value';
import type { BuilderCall } from './calls';
import { fullType, isEnum } from './column';

/**
 * What `changeColumn` sends. Another type, length or array mark drops the column and adds it anew. Where only the name of the
 * old column is given, TypeORM asks the database what it is: the worse case is taken, and said to be conditional.
 */
export function changeColumnSql(
  call: BuilderCall,
  before: Options,
  after: Options,
  addAnew: () => readonly TextValue[],
): readonly TextValue[] {
  const { table, site } = call;
  const { at } = site;
  const sql = sqlAt(at);
  const alter = sql`ALTER TABLE ${table.sql}`;
  const isKnown = before.has('type');
  const oldName = before.text('name') ?? sqlValue(call.args[1], at, 'the column');
  const newName = quoteName(after.text('name') ?? sqlValue(undefined, at, 'the column'), at);
  if (!isKnown) call.doubt('the type, the length or the array mark of the column changes');
  if (!isKnown || isRecreated(before, after)) {
    return [sql`${alter} DROP COLUMN ${quoteName(oldName, at)}`, ...addAnew()];
  }
  const unsaid = UNSAID.filter((key) => said(before, key) !== said(after, key));
  if (isEnum(after) && listed(before) !== listed(after)) unsaid.push('enum');
  if (unsaid.length > 0) call.lack(`changeColumn of another ${unsaid.join(' and ')} is not modelled`);
  const statements: TextValue[] = [];
  if (knownText(oldName) !== knownText(after.value('name'))) {
    statements.push(sql`${alter} RENAME COLUMN ${quoteName(oldName, at)} TO ${newName}`);
  }
  if (differs(before, after, 'precision') || differs(before, after, 'scale')) {
    statements.push(sql`${alter} ALTER COLUMN ${newName} TYPE ${fullType(after)}`);
  }
  if (before.flag('isNullable') !== after.flag('isNullable')) {
    statements.push(
      sql`${alter} ALTER COLUMN ${newName} ${after.flag('isNullable') ? 'DROP' : 'SET'} NOT NULL`,
    );
  }
  if (differs(before, after, 'comment')) {
    const comment = after.text('comment');
    const literal = comment === undefined ? 'NULL' : quoteLiteral(comment, at);
    statements.push(sql`COMMENT ON COLUMN ${table.sql}.${newName} IS ${literal}`);
  }
  if (differs(before, after, 'default')) {
    const value = after.text('default');
    const action = value === undefined ? sql`DROP DEFAULT` : sql`SET DEFAULT ${value}`;
    statements.push(sql`${alter} ALTER COLUMN ${newName} ${action}`);
  }
  return statements;
}

/** What TypeORM changes by statements that depend on the rest of the table. */
const UNSAID = [
  'isPrimary',
  'isUnique',
  'isGenerated',
  'generatedType',
  'enumName',
  'collation',
  'spatialFeatureType',
  'srid',
];

function said(column: Options, key: string): string {
  return column.word(key)?.replace('false', '') ?? '';
}

function listed(column: Options): string {
  return column
    .list('enum')
    .map((value) => knownText(value) ?? '?')
    .join();
}

function isRecreated(before: Options, after: Options): boolean {
  return (
    differs(before, after, 'type') ||
    differs(before, after, 'length') ||
    before.flag('isArray') !== after.flag('isArray') ||
    (after.word('generatedType') === 'STORED' && differs(before, after, 'asExpression'))
  );
}

function differs(before: Options, after: Options, key: string): boolean {
  return (before.word(key) ?? '') !== (after.word(key) ?? '');
}
